export default {
  identity: {
    signIn: {
      title: '登录',
      needed: '登录后继续办理。',
      email: '电子邮箱',
      password: '密码',
      code: '动态验证码',
      codeHint: '{email} 已启用两步验证。请输入验证器应用显示的 6 位数字。',
      submit: '登录',
      startAgain: '换一个账号',
      noAccount: '还没有账号？',
      demo: '演示环境的各角色账号由部署人员提供，见数据目录中的 demo-accounts.json。',
      emailMissing: '填写电子邮箱',
      passwordMissing: '填写密码',
      codeWrong: '填写 6 位数字验证码',
    },
  },
  problems: {
    'identity/totp-required': '此账号需要动态验证码。',
  },
  todo: {},
}
