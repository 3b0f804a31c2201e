export default {
  todoPage: {
    title: '待办',
    hint: '{name}，{organisation}',
    reload: '刷新',
    filter: '按时限筛选',
    count: { all: '全部 {count}', soon: '临近时限 {count}', over: '已超期 {count}' },
    since: '等待自',
    noDeadline: '无时限',
    unknown: '待处理',
    none: '没有待办事项',
    noneShown: '没有符合筛选的事项',
    noneHint: '有新的审批、报价、签署或审核时，会出现在这里。',
    unverified: '本单位尚未通过核验。核验通过前可以起草，但不能公开发布或签约。',
    missing: '「{service}」的待办暂时读不到，其余不受影响。',
    service: { listings: '成果', demands: '需求', trading: '交易', contracts: '合同与登记', commissions: '佣金', payments: '资金', identity: '单位与账号' },
  },
}
