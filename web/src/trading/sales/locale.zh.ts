import problems from './problems.zh'

export default {
  sales: {
    basePrice: '挂牌底价',
    deposit: '保证金',
    length: '挂牌期',
    state: {
      DRAFT: '编写中', UNIT_REVIEW: '待单位审批', SUBMITTED: '待审核', RETURNED: '退回修改', ANNOUNCED: '报名中', CLOSED_FOR_REGISTRATION: '报名截止', NEGOTIATING: '协商中',
      BIDDING: '竞价中', RESULT_NOTICE: '结果公示', CONCLUDED: '已成交', LAPSED: '已终结', WITHDRAWN: '已撤回',
    },
    publicState: {
      DRAFT: '变更中', UNIT_REVIEW: '变更中', SUBMITTED: '变更中', RETURNED: '变更中', ANNOUNCED: '报名中', CLOSED_FOR_REGISTRATION: '报名截止', NEGOTIATING: '协商中',
      BIDDING: '竞价中', RESULT_NOTICE: '结果公示', CONCLUDED: '已成交', LAPSED: '已终结', WITHDRAWN: '已终止',
    },
    wait: {
      QUALIFICATION: '资格审查', NOBODY_QUALIFIED: '无合格意向方', TALKS_FAILED: '协商未成', NO_BID: '无人应价', UNDER_RESERVE: '未达保留价', BIDDING_CANCELLED: '竞价取消',
      RESULT_CANCELLED: '结果作废', DEFAULTED: '合同未签',
    },
    partyState: { INTERESTED: '尽职调查', REGISTERED: '待资格审查', QUALIFIED: '资格合格', REFUSED: '资格不合格', WITHDRAWN: '报名失效', EXCLUDED: '未交保证金' },
    depositState: { DUE: '待交纳', HELD: '已到账', RETURN: '退还中', APPLY: '抵作价款', FORFEIT: '不予退还', RETURNED: '已退还', APPLIED: '已抵作价款', FORFEITED: '已没收' },
    basisKind: { INQUIRY: '询价', APPRAISAL: '资产评估', OTHER: '其他方式' },
    method: { ENGLISH: '多次报价（升价）', DUTCH: '降价式', SEALED: '一次密封报价', SEALED_THEN_ENGLISH: '密封报价后升价' },
    methodHint: {
      ENGLISH: '从底价起逐次加价，限时期内有新报价自动顺延，价高者得。', DUTCH: '从高价起按时递减，先应价者得，最低降至底价。',
      SEALED: '每方一次密封报价，到时开启，最高者得。', SEALED_THEN_ENGLISH: '先各报一次密封价，开启后以最高价为起点继续加价。',
    },
    unit: { MINUTES: '分钟', HOURS: '小时', DAYS: '天', WORKING_DAYS: '个工作日', SECONDS: '秒' },
    list: {
      title: '挂牌交易', hint: '本单位公开出让的成果：编写条款、审核公告、资格审查、协商或竞价、结果公示。', hintBureau: '出让方提交的挂牌项目，待审核的排在前面。', create: '新建挂牌',
      search: '成果名称、单位或编号', none: '还没有挂牌项目', noneHint: '已发布的成果可以公开挂牌，征集意向受让方。', noneBureau: '出让方提交后会出现在这里。', parties: '意向方',
      registered: '{count} 家报名', undecided: '{count} 家待审查', clock: '期限',
    },
    public: {
      title: '挂牌公告', hint: '科技成果公开挂牌，任何符合条件的单位都可报名。一家合格协商成交，多家合格网络竞价。', heading: '{title} 挂牌公告',
      phase: { All: '全部', Open: '报名中', Running: '进行中', Ended: '已结束' }, none: '没有符合条件的挂牌公告', noneHint: '换个条件，或查看已结束的项目。', announced: '公告时间',
      until: '报名截止', reviewed: '审核人', extended: '已延长 {count} 次', underRevision: '公告条款正在变更，暂停报名。新公告发布后重新计算挂牌期。',
      over: { CONCLUDED: '已成交', LAPSED: '挂牌终结，未成交', WITHDRAWN: '挂牌终止' }, result: '成交结果', finalPrice: '成交价格', byPriority: '优先购买权人行使优先权', toNotice: '结果公示 {number}', toBidding: '进入竞价室 {number}',
      subject: '出让标的', rights: '知识产权', earlier: '历次公告', round: '第 {round} 次公告', replaced: '变更原因：', takePart: '报名参加', takePartHint: '报名需登录并以已核验单位的采购人员身份办理。',
    },
    terms: {
      price: '底价与保证金', transfer: '转化方式与付款', parties: '受让方条件', noConditions: '无特别条件', bidding: '竞价方式', biddingIntro: '征集到两家以上合格意向方时，按下列方式在平台竞价。',
      extension: '最后 {seconds} 秒内有报价则顺延', every: '每 {seconds} 秒',
    },
    reason: {
      DEPOSIT_MISSING: '未在期限内交纳保证金',
      SILENT_CONSENT: '逾期未提出意见，视为同意',
      TERMS_CHANGED: '公告条款变更',
      NOBODY_QUALIFIED: '没有合格意向方',
      EXTENDED: '延长挂牌',
      TALKS_FAILED: '协商未达成一致',
      NO_BID: '无人应价',
      UNDER_RESERVE: '未达保留价',
      BIDDING_CANCELLED: '竞价取消',
      RESULT_CANCELLED: '成交结果作废',
      DEFAULTED: '受让方违约',
      CONTRACT_VOID: '合同作废',
      NOT_DECIDED: '逾期未决定后续安排',
      SALE_ENDED: '挂牌终止',
      ACHIEVEMENT_WITHDRAWN: '成果已下架',
    },
    documents: { title: '公告文件', none: '暂无文件', name: '文件名称', add: '上传', remove: '移除 {title}' },
    page: {
      public: '公告页面', returned: { unit: '单位审批退回（{name}）', platform: '平台审核退回（{name}）' }, revising: '条款变更中', now: '当前', notice: '结果公示', talks: '进入洽谈室', deal: '成交 {number}',
      extend: '延长挂牌（还可 {left} 次）', documentsFirst: '提交前请在编写页上传公告文件。',
    },
    turn: {
      DRAFT: '编写条款后提交。', UNIT_REVIEW: '等待单位审批。', SUBMITTED: '等待主管部门审核。', RETURNED: '请按退回意见修改后重新提交。', ANNOUNCED: '报名进行中，可随时审查意向方资格。',
      CLOSED_FOR_REGISTRATION: '报名已截止。', NEGOTIATING: '唯一合格意向方正在协商，价格不低于底价。', BIDDING: '合格意向方网络竞价。', RESULT_NOTICE: '成交结果公示中，期满无异议即成交。',
      CONCLUDED: '已成交，进入签约。', LAPSED: '已终结，未成交。', WITHDRAWN: '已撤回或终止。',
    },
    turnWait: {
      QUALIFICATION: '报名已截止，请在期限内完成资格审查；逾期未表态的，已交保证金的视为合格。', NOBODY_QUALIFIED: '没有合格意向方，请选择延长、调整条款重新挂牌或终结。',
      TALKS_FAILED: '协商未达成一致，请决定重新挂牌或终结。', NO_BID: '竞价无人应价，请决定重新挂牌或终结。', UNDER_RESERVE: '最高应价未达保留价，请决定重新挂牌或终结。',
      BIDDING_CANCELLED: '竞价取消，请决定重新挂牌或终结。', RESULT_CANCELLED: '结果因异议作废，请决定重新挂牌或终结。', DEFAULTED: '合同未能签署，请决定重新挂牌或终结。',
    },
    do: {
      WRITE: '编写条款', SUBMIT: '提交', APPROVE: '审批通过', RETURN: '退回', ANNOUNCE: '审核通过并公告', EXTEND: '延长挂牌', REVISE: '变更条款重新公告', END: '终结挂牌', WITHDRAW: '撤回', TERMINATE: '终止挂牌',
      CORRECT_RESULT: '更正结果公示',
    },
    ask: {
      RETURN: '请写明需要修改的地方。', REVISE: '请写明变更或重新挂牌的原因，将随新公告公布。已报名的意向方报名失效，保证金退还，挂牌期重新计算。', END: '请写明终结原因，将在公告页公布。', WITHDRAW: '请写明撤回原因。',
      TERMINATE: '请写明终止事由，将在公告页公布。全部保证金退还。',
    },
    sure: { SUBMIT: '提交后进入审批和审核，期间不能修改。', APPROVE: '通过后提交主管部门审核。', EXTEND: '按原条款继续征集意向方。' },
    event: {
      drafted: '新建', rewritten: '修改条款', 'document-added': '上传文件', 'document-removed': '移除文件', submitted: '提交', approved: '单位审批通过', returned: '退回', announced: '公告', closed: '报名截止',
      resolved: '资格确定', extended: '延长挂牌', revised: '变更条款', ended: '终结', lapsed: '终结', withdrawn: '撤回', terminated: '终止', agreed: '协商一致', 'talks-failed': '协商未成',
      'confirmation-written': '生成成交确认书', 'confirmation-signed': '签署成交确认书', 'default-reckoned': '核算原买受人应付', 'bidding-ended': '竞价结束', 'bidding-cancelled': '竞价取消', 'result-cancelled': '结果作废', 'result-corrected': '更正结果公示', 'deal-concluded': '成交', fulfilled: '合同生效', defaulted: '受让方违约',
      'fell-through': '合同作废', 'deposit-held': '保证金到账', 'nda-confirmed': '确认保密', registered: '报名', restated: '修改报名', qualified: '资格合格', refused: '资格不合格',
    },
    checklist: {
      intro: '请逐项核对后确认：', notDiscriminatory: '受让方条件不含歧视性或排他性要求', documentsComplete: '权利证明等文件齐全、清晰', basePriceSupported: '底价依据充分，方式合规', transferClear: '转化方式、付款和期限明确，无法律障碍',
      then: '公告后条款不得更改，成果为本项目保留。',
    },
    parties: {
      title: '意向方', none: '还没有单位报名。', won: '受让方', priority: '优先购买权第 {rank} 顺位', kind: '单位', registered: '报名时间', silence: '逾期未表态，视为同意', decide: '审查资格',
      lookers: '另有 {count} 家仅做尽职调查，尚未报名。',
    },
    decide: {
      title: '资格审查：{name}', decision: '结论', yes: '合格', no: '不合格', rank: '优先购买权顺位', rankHint: '该意向方主张：{basis}', reason: '理由', reasonHint: '意向方可见。', do: '确认结论',
      missing: { qualified: '请选择结论', reason: '请写明理由' },
    },
    register: {
      list: '我的报名', listHint: '本单位参加的挂牌项目。', none: '还没有报名', noneHint: '从挂牌公告中选择项目报名。', sale: '项目', party: '报名', title: '报名', heading: '报名：{title}', toAnnouncement: '查看公告',
      decided: '审查结果', mine: '报名信息', edit: '修改', documents: '资格材料', wanted: '公告要求提交：{list}', amount: '金额', dueAt: '交纳截止', toDeal: '查看成交', withdraw: '撤回报名',
      withdrawHint: '报名截止前可以撤回，保证金退还。请写明原因。', statement: '资格说明', statementHint: '逐条说明如何符合受让方条件。', related: '与出让方或成果完成人的关系', priorityBasis: '主张优先购买权',
      priorityHint: '公告的优先购买权人：{list}。主张的请写明依据并上传证明。', contact: '联系人', contactName: '姓名', contactPhone: '电话', accepts: '已阅读并接受公告全部条款，承诺按期交纳保证金 {deposit}；被确定为受让方后不签约的，保证金不予退还。',
      do: '提交报名', save: '保存修改',
      missing: { statement: '请填写资格说明', relatedParty: '请说明是否有关联关系', contact: '请填写联系人姓名和电话', acceptsTerms: '报名须接受公告条款' },
    },
    registerTurn: {
      NEW: '填写报名信息，提交后按要求上传材料并交纳保证金。', INTERESTED: '已确认保密，可查阅资料。决定参加的，请在截止前报名。', REGISTERED: '报名已提交，请上传材料并交纳保证金，等待资格审查。',
      QUALIFIED: '资格合格。保证金到账后参加协商或竞价。', READY: '资格合格，保证金已到账。报名截止后协商或竞价，请留意通知。', REFUSED: '资格审查未通过。', WITHDRAWN: '报名已失效。', EXCLUDED: '未在期限内交纳保证金。', WON: '贵方为受让方，请关注结果公示和签约。',
    },
    diligence: {
      title: '尽职调查', why: '确认保密义务后即可查阅成果的保密资料，查阅留痕。', read: '阅读保密确认书', agree: '已阅读并代表本单位同意保密确认书', open: '已确认保密，可在成果页查阅保密资料。', go: '查阅资料',
    },
    form: {
      title: '新建挂牌', titleEdit: '编写挂牌条款', hint: '公告后条款不得更改，请仔细填写。', step_: { subject: '标的', transfer: '转化与付款', price: '底价与期限', parties: '受让方条件', auction: '拍卖安排', bidding: '竞价方式', send: '文件与提交' },
      achievementId: '成果', achievementHint: '本单位已发布、未在交易中的成果。', noAchievements: '没有可挂牌的成果。', rules: '流程', ruleCourse: '期满一家合格：按不低于底价协商；两家以上：按公告方式竞价；无人：延长、调整或终结。',
      ruleTerms: '公告后变更条款须重新审核公告，挂牌期重新计算。', ruleResult: '成交结果公示 {period}，期满无异议签约。', payments: '付款安排', paymentsHint: '按成交价的比例，合计 100 %。一次付清可不填。', percent: '比例',
      royalty: '提成', royaltyBase: '提成基数', startsOn: '起始日', endsOn: '截止日', basisKind: '定价依据', appraisalId: '评估报告', appraisalHint: '选择有效期内的报告。', basisStatement: '依据说明', basisHint: '如询价过程、评估结论，将公布。',
      lengthHint: '不少于 {shortest}。', depositRate: '为底价的 {min} 至 {max}。', depositRange: '{min} 至 {max}。', conditions: '受让方条件', conditionsHint: '不得含歧视性、排他性要求。', documentsWanted: '需提交的材料',
      documentsWantedHint: '如营业执照、授权委托书。', addLine: '添加一条', contact: '联系人', contactHint: '公布的咨询方式。', notes: '其他说明', method: '竞价方式', step: '加价幅度', stepHint: '报价为当前价加整数倍幅度。',
      sealedMinutes: '密封报价时长', times: '报价时段', timesHint: '自由报价期不顺延；限时期最后若干秒内有报价则顺延。', freeMinutes: '自由报价期', timedMinutes: '限时期', extensionSeconds: '顺延', falling: '降价规则',
      fallingHint: '从起始价按间隔递减，最低至底价。', ceilingPrice: '起始价', decrement: '降幅', intervalSeconds: '间隔', lead: '开始与优先权时间', leadHint: '确定竞买人后多久开始；降价和密封报价后优先购买权人有多久行使。', leadMinutes: '开始前间隔',
      priorityMinutes: '优先权', priorities: '优先购买权人', prioritiesHint: '如职务成果完成人（民法典 847）、合作开发方（860）、委托方（859），按顺位排列。', priorityName: '名称', priorityBasis: '依据', addPriority: '添加优先购买权人',
      documentsHint: '权利证明、评估报告等，将随公告公布。', thenUnit: '提交后由本单位审批，再由主管部门审核公告。', thenBureau: '提交后由主管部门审核公告。', save: '保存草稿',
      missing: {
        achievementId: '请选择成果', category: '请选择转化方式', licenceExclusivity: '请选择许可类型', payments: '付款比例合计须为 100 %，并写明各期名称；分期须填写', royalty: '请填写提成比例和基数', period: '期限起止颠倒',
        basePrice: '请填写底价', basisStatement: '请说明定价依据', appraisalId: '请选择评估报告', length: '挂牌期短于下限', deposit: '保证金不在规定范围内', contact: '请填写联系人', step: '请填写加价幅度', timed: '请核对报价时段，顺延不超过限时期',
        sealedMinutes: '请填写密封报价时长', falling: '请核对降价规则，起始价须高于底价', lead: '请填写开始与优先权时间', priorities: '请写全优先购买权人的名称和依据', documents: '请至少上传一份文件',
      },
    },
  },
  todo: {
    'sale-to-rewrite': '修改挂牌条款', 'sale-to-approve': '审批挂牌', 'sale-to-review': '审核挂牌', 'sale-party-to-decide': '审查意向方资格', 'sale-to-decide': '决定挂牌后续安排',
    'sale-result-to-correct': '更正结果公示', 'deposit-to-pay': '交纳保证金',
  },
  problems,
}
