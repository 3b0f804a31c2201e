export default {
  identity: {
    signIn: {
      title: '登录',
      needed: '登录后继续办理。',
      email: '电子邮箱',
      password: '密码',
      code: '动态验证码',
      codeHint: '{email} 已启用两步验证。请输入验证器应用显示的 6 位数字，或一个恢复码。',
      submit: '登录',
      startAgain: '换一个账号',
      noAccount: '还没有账号？',
      demo: '演示环境的各角色账号由部署人员提供，见数据目录中的 demo-accounts.json。',
      emailMissing: '填写电子邮箱',
      passwordMissing: '填写密码',
      codeMissing: '填写动态验证码或恢复码',
    },
  },
  problems: {
    'identity/totp-required': '此账号需要动态验证码。',
    'identity/wrong-credentials': '电子邮箱或密码不正确。',
    'identity/wrong-code': '验证码不正确、已过期或已使用过。请输入新的验证码。',
    'identity/locked-out': '多次登录失败，账号已暂时锁定。请稍后再试。',
  },
  todo: {},
}
