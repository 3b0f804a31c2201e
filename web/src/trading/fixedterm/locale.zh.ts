import problems from './problems.zh'

export default {
  fixedTerm: {
    kind: { TRY_THEN_PAY: '先用后转', OPEN_LICENSE: '专利开放许可' },
    state: { DRAFT: '编写中', UNIT_REVIEW: '待单位审批', SUBMITTED: '待审核', RETURNED: '退回修改', NOTICE: '计价公示中', PUBLISHED: '可取用', EXPIRED: '已到期', WITHDRAWN: '已撤回' },
    uptakeState: {
      APPLIED: '待权利人答复', REFUSED: '未通过', WITHDRAWN: '已撤回', TRIAL: '免费使用中', TRIGGERED: '待最后报告', PAY_DUE: '待确认成交', CONVERTED: '已成交', EXITED: '已退出',
      DEFAULTED: '违约', GUARANTEE_CLAIM: '已主张担保',
    },
    trigger: { TIME: '免费使用期满', SALES: '首次销售', DECISION: '使用方决定保留', threshold: '累计销售额达到 {amount}' },
    reason: {
      OFFER_OVER: '该要约已结束', FREE_PERIOD_OVER: '免费使用期满，未达到付费条件', REPORT_MISSING: '未按期提交最后一期使用报告', NOT_CONCLUDED: '逾期未确认成交', NOT_SIGNED: '未签订合同',
      CONTRACT_VOID: '合同作废', ACHIEVEMENT_WITHDRAWN: '成果已下架', ACHIEVEMENT_SUSPENDED: '成果已暂停', TRIAL_ENDS: '免费使用期将满', REPORT_DUE: '使用报告将到期', REPORT_OVERDUE: '使用报告逾期', PAYMENT_DUE: '确认成交期限将满',
    },
    price: {
      example: '计价示例', sales: '累计销售额', entryFee: '入门费', royalty: '提成', price: '应付', bound: { MINIMUM: '按最低费用', CAP: '按封顶金额' }, fixed: '一次性 {fee}',
      withEntry: '入门费 {fee}', share: '销售额的 {percent} %', atLeast: '不低于 {amount}', atMost: '不高于 {amount}', join: '，', cumulative: '按累计销售额计算，含免费使用期，已付部分抵扣。四舍五入到分。',
    },
    terms: {
      title: '条款', category: '转化方式', scope: '使用范围', territory: '地域', patent: '专利号', declaration: '开放许可公告号', evaluation: '专利权评价报告', free: '免费使用期', months: '{count} 个月',
      days: '{count} 天', every: '每 {count} 个月一次', trigger: '付费条件', payWithin: '确认成交期限', exit: '退出约定', guarantee: '担保', priority: '优先受让', price: '计价方式', paymentWay: '支付方式',
      period: '许可期限', reports: '使用报告', validUntil: '取用截止日', contact: '联系人', notes: '其他说明',
    },
    public: {
      title: '先用后转与开放许可', hint: '条款公开、对所有人一致的成果：先免费使用、达到条件再付费，或按声明的价格直接取得许可。', none: '没有符合条件的项目', noneHint: '可换个条件，或查看全部。',
      phase: { All: '全部', Open: '可取用', Notice: '公示中', Ended: '已结束' }, free: '免费使用 {count} 个月', places: '余 {count} 个名额', over: '已结束', how: '如何取用', holder: '权利人', published: '公布',
      placesLeft: '剩余名额', notice: '计价方式公示 {number}', until: '取用截止', full: '名额已满。',
      course: {
        TRY_THEN_PAY: '提出申请，写明用途；权利人同意后开始免费使用，并按期报告使用和销售情况。达到付费条件，按公布的公式计算价款，在期限内确认成交并签订合同；之前可免费退出。逾期未确认为违约。',
        OPEN_LICENSE: '以书面方式通知权利人即取得普通许可，按声明的标准支付使用费。权利人不能挑选被许可人。',
      },
      law: { TRY_THEN_PAY: '条款公布后不变更；撤回不影响已开始的使用。', OPEN_LICENSE: '依据专利法第五十至五十二条。开放许可期间不得给予独占或者排他许可；撤回声明不影响在先给予的许可。' },
    },
    takeUp: {
      purpose: '使用目的', purposeHint: { TRY_THEN_PAY: '写明用在哪里、解决什么问题，权利人据此答复。', OPEN_LICENSE: '可不填。' },
      accepts: { TRY_THEN_PAY: '接受全部公布条款，包括使用报告、付费条件和违约后果。', OPEN_LICENSE: '接受声明的全部条款，按声明支付使用费。' },
      do: { TRY_THEN_PAY: '申请先用', OPEN_LICENSE: '通知并取得许可' },
      sure: { TRY_THEN_PAY: '提交后由权利人答复。同意之日起开始免费使用。', OPEN_LICENSE: '通知即成交，许可立即成立，不能撤回。合同将按声明的条款生成。' },
      missing: { purpose: '请写明使用目的，不少于 10 字', acceptsTerms: '请确认接受条款' }, signIn: '登录并以采购人员身份操作。', role: '由本单位采购人员操作。',
    },
    list: {
      title: '先用后转与开放许可', hint: '本单位提供的先用后转和专利开放许可。', hintBureau: '各单位提交的先用后转和开放许可。', create: '新建', none: '还没有项目', noneHint: '把已发布的成果放出来，让企业先用起来。',
      noneBureau: '没有提交的项目。', takers: '使用方 / 名额', applied: '{count} 家待答复',
    },
    page: {
      public: '公开页', returned: { unit: '{name} 审批退回', platform: '{name} 审核退回', notice: '{name} 认定异议成立，须更正后重新审核公示' }, takers: '使用方', noTakers: '还没有单位取用。', related: '关联方',
      now: '当前', approved: '单位审批', reviewed: '审核人',
    },
    turn: {
      DRAFT: '填写条款后提交审核。', UNIT_REVIEW: '等待本单位审批。', SUBMITTED: '等待主管部门审核。', RETURNED: '按意见修改后重新提交。', NOTICE: '计价方式公示中，期满无异议即可取用。',
      PUBLISHED: '可以取用。条款不能更改，如需变更请撤回后新建。', EXPIRED: '已到期，已开始的使用照常。', WITHDRAWN: '已撤回，已开始的使用照常。',
    },
    do: {
      WRITE: '修改条款', SUBMIT: '提交审核', APPROVE: '同意', PUBLISH: '审核发布', RETURN: '退回修改', WITHDRAW: '撤回', ACCEPT: '同意先用', REFUSE: '不同意', TAKE_BACK: '撤回申请', DECIDE: '决定保留',
      EXIT: '退出', CONVERT: '确认成交', CLAIM_GUARANTEE: '主张担保', CONFIRM_REPORT: '确认报告', DISPUTE_REPORT: '提出疑问',
    },
    ask: {
      RETURN: '写明需要修改的内容。', WITHDRAW: '写明原因，将在公开页显示。未答复的申请随之失效，已开始的使用和已给予的许可不受影响。开放许可还须向国家知识产权局提出撤回声明。', REFUSE: '写明原因，申请方可见。',
      TAKE_BACK: '写明原因。', CLAIM_GUARANTEE: '写明主张的内容和依据，双方可见。', DISPUTE_REPORT: '写明哪里不符，使用方更正后重新确认。',
    },
    sure: {
      SUBMIT: '提交后不能修改，退回后可改。', APPROVE: '同意后送主管部门审核。', ACCEPT: '同意后今日起开始免费使用，占用一个名额，不能撤销。',
      DECIDE: '决定后即达到付费条件，不能再免费退出。按销售额计价的，还须提交截至今日的报告。', EXIT: '退出后停止使用，不付费用，不能恢复。请提交截至今日的最后一期报告。',
      CONVERT: '以 {price} 成交。确认后不能撤回，合同将自动生成。', CONFIRM_REPORT: '销售额 {sales} 确认后不能更改，达到付费条件的随即计算价款。',
    },
    publish: {
      hint: '发布后条款不能更改。公办单位的计价方式先行公示。', termsClear: '价款、支付、期限、范围和退出约定清楚一致', notDiscriminatory: '条件不含歧视性、排他性要求', rightChecked: '权利人与权利状态已核对；开放许可已核对国家知识产权局公告',
    },
    form: {
      title: '新建先用后转或开放许可', titleEdit: '编写条款', hint: '发布后条款不能更改，只能撤回后新建。', subject: '标的', kind: '方式', achievementId: '成果', achievementHint: '本单位已发布的成果。',
      kindHint: { TRY_THEN_PAY: '先免费使用，达到条件再付费；由权利人筛选使用方。', OPEN_LICENSE: '已向国家知识产权局声明的专利，按声明价格许可任何通知的单位（专利法 50）。' }, noAchievements: '没有已发布的成果。', rules: '流程',
      ruleTerms: '审核发布后，对所有取用单位适用同一条款。', ruleClaim: { TRY_THEN_PAY: '普通许可期间不得再作独占、排他许可或转让；转让和独占、排他的只接受一家。', OPEN_LICENSE: '开放许可期间不得给予独占或排他许可。' },
      ruleNotice: '公办单位的计价方式公示 {period}，期满无异议才可取用（转化法 18）。', ruleReports: '每期报告在期满后 {due} 内提交；权利人 {review} 内未答复视为确认。', use: '使用', category: '转化方式',
      categoryHint: '达到付费条件后按此类别成交。', licenceExclusivity: '许可类型', places: '名额', onePlace: '只有一个名额。', periodMonths: '许可期限（月）', freeMonths: '免费使用期（月）', salesThreshold: '销售额门槛',
      thresholdHint: '累计销售额达到即付费；不填则首次销售即付费。', payWithinDays: '确认成交期限（天）', payWithinHint: '价款确定后须在此期限内确认成交，逾期违约。', exitHint: '如停止使用、归还资料、已产生成果的归属。',
      guaranteeHint: '如先用后转履约保证保险。可不填。', validHint: '此日之后不再接受取用。', patentHint: '成果档案中有效的专利。', noPatents: '该成果没有有效专利。', declarationHint: '国家知识产权局公告的声明。',
      evaluationHint: '实用新型、外观设计专利必填。', priceKind: '计价', priceKinds: { FIXED: '一次性费用', ROYALTY: '按销售额提成' }, fee: '费用', rate: '提成比例', entryFee: '入门费（可不填）', minimum: '最低费用（可不填）',
      cap: '封顶金额（可不填）', paymentHint: '何时、如何支付。', reportMonths: '报告周期（月）', trySales: '试算销售额', yuan: '元', contact: '联系人', scope: '使用范围', territory: '地域', paymentWay: '支付方式',
      missing: {
        achievementId: '请选择成果', category: '请选择转化方式', licenceExclusivity: '请选择许可类型', price: '请完整填写计价方式', territory: '请填写地域', scope: '请填写使用范围', places: '名额为 1 至 1000',
        validUntil: '请选择取用截止日', periodMonths: '请填写许可期限', reportMonths: '报告周期为 1 至 12 个月', paymentWay: '请填写支付方式', contact: '请填写联系人', patentNumber: '请选择专利',
        declarationNumber: '请填写公告号', freeMonths: '免费使用期为 1 至 60 个月', payWithinDays: '确认成交期限为 1 至 365 天', exitTerms: '请填写退出约定', salesThreshold: '请核对销售额门槛',
      },
    },
    uptakes: {
      title: '先用与许可使用', hint: '免费使用期、使用报告、应付价款和期限。', side: '身份', sides: { Taker: '我们使用的', Holder: '使用我们的' }, taker: '使用方', next: '下一步', none: '还没有使用记录', browse: '浏览可取用的成果',
      noneHint: { Taker: '可以从公开的先用后转和开放许可中选择。', Holder: '有单位取用后在此查看。' },
    },
    uptakeTurn: {
      APPLIED: '等待权利人答复。', REFUSED: '申请未通过。', WITHDRAWN: '申请已撤回或失效。', TRIAL: '免费使用中，请按期报告。', TRIGGERED: '已达到付费条件，最后一期报告确认后计算价款。', PAY_DUE: '价款已确定，请使用方确认成交。',
      CONVERTED: '已成交，合同与付款按成交办理。', EXITED: '已结束，不付费用。', DEFAULTED: '使用方违约，名额已释放；约定担保的，权利人可主张。', GUARANTEE_CLAIM: '权利人已主张担保。',
    },
    uptake: {
      offer: '条款 {number}', reportDue: '报告截止', conclude: '确认成交', soFar: '价款预览', soFarHint: '按已报且无疑问的销售额计算，仅供参考，未达到付费条件不产生应付款。', price: '应付价款', priceHint: '按确认的销售额计算。',
      application: '使用方', appliedAt: '提出时间', answer: '答复', guaranteeClaim: '担保主张', trial: '免费使用期', licence: '许可期', exitReason: '退出原因', lastSales: '从 {from} 至今日的销售额',
      defaultHint: '逾期未确认成交即违约：停止使用、名额释放，权利人可主张担保。',
      until: { TIME: '距付费条件触发', SALES: '免费使用期剩余；销售额达到门槛即付费', DECISION: '距免费使用期满；届时未决定保留即结束' },
    },
    report: {
      title: '使用报告', next: '下一期', none: '还没有报告。', from: '自', to: '至', toHint: '与上一期相接，不得遗漏或重叠。', sales: '本期销售额', salesHint: '使用该技术的产品或服务的销售额，没有则填 0。', note: '使用情况',
      do: '提交报告', correct: '更正', sure: '报告 {from} 至 {to} 的销售额 {sales}。权利人确认后不能更改。', final: '最后一期', sold: '销售额', disputed: '{name} 提出疑问', filed: '{name} 提交', answerBy: '，答复截止',
      confirmedBy: '{name} 确认', bySilence: '逾期未答复，视为确认', state: { FILED: '待确认', DISPUTED: '有疑问', CONFIRMED: '已确认' }, missing: { to: '请选择截止日', sales: '请填写销售额，没有则填 0' },
    },
    event: {
      'drafted': '起草', 'rewritten': '修改', 'submitted': '提交', 'approved': '单位审批', 'returned': '退回', 'published': '审核发布', 'opened': '公示期满，可取用', 'withdrawn': '撤回', 'expired': '到期',
      'notice-cancelled': '异议成立，撤回', 'notice-to-revise': '异议成立，须更正', 'applied': '申请先用', 'declared': '通知取得许可', 'accepted': '同意先用', 'refused': '未同意', 'report-filed': '提交报告',
      'report-disputed': '报告有疑问', 'report-confirmed': '报告确认', 'triggered': '达到付费条件', 'price-reckoned': '价款确定', 'converted': '确认成交', 'exited': '退出', 'defaulted': '违约',
      'guarantee-claimed': '主张担保', 'extended': '成果暂停，期限重新计算', 'reminded': '提醒', 'fulfilled': '合同生效',
    },
  },
  ui: { deal: { stop: { uptake: '先用' } } },
  todo: {
    'fixed-term-offer-to-review': '审核先用后转或开放许可', 'fixed-term-offer-to-rewrite': '修改先用后转或开放许可条款', 'fixed-term-offer-to-approve': '审批先用后转或开放许可', 'uptake-to-screen': '答复先用申请',
    'usage-report-to-answer': '确认使用报告', 'guarantee-to-claim': '可主张担保', 'uptake-to-conclude': '确认成交', 'usage-report-to-correct': '更正使用报告', 'trial-ends-soon': '免费使用期将满', 'usage-report-to-file': '提交使用报告',
  },
  problems,
}
