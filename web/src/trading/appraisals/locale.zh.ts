export default {
  appraisals: {
    title: '名称',
    achievementId: '成果',
    methodLabel: '评估方法',
    method: { MARKET: '市场法', INCOME: '收益法', COST: '成本法' },
    agency: '评估机构',
    reportNumber: '报告编号',
    reportedOn: '报告日期',
    validUntil: '有效期至',
    expired: '已失效',
    value: '评估值',
    purpose: '评估目的',
    filingNumber: '备案编号',
    file: '报告文件',
    list: { title: '评估报告', hint: '本单位成果的资产评估报告，可作为挂牌底价的依据。', none: '还没有评估报告', noneHint: '登记报告后，可在挂牌时选作定价依据。' },
    record: { title: '登记评估报告', do: '登记', missing: '请填写{field}' },
    calc: {
      title: '估值参考', hint: '成本法、收益法测算和本市场登记合同的同类价格。', reference: '测算结果仅供参考，不是资产评估报告，不具有法律效力。', before: '以往测算', do: '测算', print: '打印', source: '按填写的数据测算，仅供参考',
    },
    income: {
      how: '各年收入 × 分成率 ×（1 − 税率），按折现率折现到当前后相加，年末计收。', revenues: '各年收入预测', revenuesHint: '从下一年起，按年填写，单位元，空格分隔。', sharing: '分成率', tax: '税率', discount: '折现率', years: '逐年测算', year: '年',
      revenue: '收入', share: '税后分成', factor: '折现系数', presentValue: '现值', sensitivity: '敏感性分析：分成率与折现率', periodOf: '{count} 年',
    },
    cost: {
      how: '重置成本合计 ×（1 + 物价调整）×（1 + 合理利润率）×（1 − 贬值率）。', items: '成本项目', item: '项目', itemHint: '如人员、材料、设备、试验、知识产权费用', add: '添加项目', index: '物价调整', profit: '合理利润率', obsolescence: '贬值率',
    },
    market: {
      how: '取本市场已认定登记的同类合同成交额，不显示单个合同，不足五件不显示。', field: '技术领域', ipKind: '知识产权类型', maturity: '成熟度', from: '从', to: '到', do: '查询', tooFew: '同类合同不足 {least} 件，不显示。',
      lower: '下四分位', median: '中位数', upper: '上四分位', count: '共 {count} 件，最早登记于',
    },
    missing: { title: '请填写名称', revenues: '请填写各年收入', rate: '请填写合理的百分比', items: '请写全成本项目和金额' },
  },
  problems: {
    'trading/valuation-not-found': '没有这次测算，或无权查看。',
    'trading/one-calculation-needed': '请填写成本法或收益法之一。',
  },
}
