export default {
  notifications: {
    inbox: {
      title: '通知', hint: '与您有关的进展。点开即标为已读。', readAll: '全部标为已读', show: '范围', all: '全部', unread: '未读 {count}', none: '还没有通知', noneUnread: '没有未读通知', noneHint: '审核、洽谈、合同、佣金等进展会显示在这里。',
      isUnread: '未读：', needsAction: '待处理', for: '属于{organisation}',
    },
    preferences: { title: '通知设置', hint: '站内始终通知；可为每类通知选择邮件方式。', noMail: '本市场尚未配置邮件服务，选择会保存，启用后生效。', saved: '已保存' },
    mail: { IMMEDIATE: '即时邮件', DAILY: '每日汇总', NONE: '不发邮件' },
    group: { listings: '成果', demands: '需求', matching: '匹配', trading: '洽谈与公示', contracts: '合同与登记', commissions: '经纪与佣金', identity: '单位与账户' },
  },
  problems: {
    'notifications/notice-not-found': '没有这条通知，或不属于您。',
    'notifications/kind-unknown': '没有这类通知。',
  },
  todo: {},
}
