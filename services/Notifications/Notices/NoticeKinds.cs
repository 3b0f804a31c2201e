namespace TechMarket.Notifications.Notices;

/// <summary>Every kind of notice, in the order of a deal's story.</summary>
static class NoticeKinds
{
    public static readonly NoticeKind AchievementUnitReview = new(
        "achievement-unit-review", "listings", true, new("成果待单位审批", "Achievement waits for the unit's approval"),
        new("成果待审批:{title}", "To approve: {title}"),
        new("{who}的成果《{title}》已提交,请审批后送平台审核。", "\"{title}\" of {who} was submitted; approve it or return it."));

    public static readonly NoticeKind AchievementPlatformReview = new(
        "achievement-platform-review", "listings", true, new("成果待平台审核", "Achievement waits for the bureau's review"),
        new("成果待审核:{title}", "To review: {title}"),
        new("{who}的成果《{title}》已经单位审批,请审核发布或退回。", "\"{title}\" of {who} was approved by its unit; publish it or return it."));

    public static readonly NoticeKind AchievementReturned = new(
        "achievement-returned", "listings", true, new("成果被退回", "Achievement returned"),
        new("成果被退回:{title}", "Returned: {title}"),
        new("《{title}》被退回修改。原因:{reason}", "\"{title}\" was returned. Reason: {reason}"));

    public static readonly NoticeKind AchievementPublished = new(
        "achievement-published", "listings", false, new("成果已发布", "Achievement published"),
        new("成果已发布:{title}", "Published: {title}"),
        new("《{title}》已公开发布,编号 {number}。", "\"{title}\" is public now under number {number}."));

    public static readonly NoticeKind AchievementSuspended = new(
        "achievement-suspended", "listings", true, new("成果停止展示", "Achievement no longer shown"),
        new("成果停止展示:{title}", "No longer shown: {title}"),
        new("《{title}》({number})已暂停或下架。{reason}", "\"{title}\" ({number}) was suspended or archived. {reason}"));

    public static readonly NoticeKind ConfidentialOpened = new(
        "confidential-opened", "listings", false, new("保密资料被查阅", "Confidential detail opened"),
        new("保密资料被查阅:{title}", "Confidential detail opened: {title}"),
        new("{who}在承诺保密后查阅了《{title}》({number})的保密资料。", "{who} opened the confidential detail of \"{title}\" ({number}) under its non-disclosure duty."));

    public static readonly NoticeKind DemandReview = new(
        "demand-review", "demands", true, new("需求待审核", "Need waits for the bureau's review"),
        new("需求待审核:{title}", "To review: {title}"),
        new("{who}提交了需求《{title}》,请审核发布或退回。", "{who} submitted the need \"{title}\"; publish it or return it."));

    public static readonly NoticeKind DemandReturned = new(
        "demand-returned", "demands", true, new("需求被退回", "Need returned"),
        new("需求被退回:{title}", "Returned: {title}"),
        new("《{title}》被退回修改。原因:{reason}", "\"{title}\" was returned. Reason: {reason}"));

    public static readonly NoticeKind DemandPublished = new(
        "demand-published", "demands", false, new("需求已发布", "Need published"),
        new("需求已发布:{title}", "Published: {title}"),
        new("《{title}》已发布,编号 {number}。", "\"{title}\" is open now under number {number}."));

    public static readonly NoticeKind DemandExpired = new(
        "demand-expired", "demands", true, new("需求到期", "Need expired"),
        new("需求已到期:{title}", "Expired: {title}"),
        new("《{title}》({number})已到有效期,如仍需要请续期。", "\"{title}\" ({number}) is past its validity; renew it if it still stands."));

    public static readonly NoticeKind MatchForDemand = new(
        "match-for-demand", "matching", false, new("需求匹配到成果", "A match for a need"),
        new("匹配到成果:{other}", "A match: {other}"),
        new("成果《{other}》与贵单位需求《{title}》匹配。共同的词:{terms}", "The achievement \"{other}\" fits your need \"{title}\". Shared terms: {terms}"));

    public static readonly NoticeKind MatchForAchievement = new(
        "match-for-achievement", "matching", false, new("成果匹配到需求", "A match for an achievement"),
        new("匹配到需求:{other}", "A match: {other}"),
        new("需求《{other}》与贵单位成果《{title}》匹配。共同的词:{terms}", "The need \"{other}\" fits your achievement \"{title}\". Shared terms: {terms}"));

    public static readonly NoticeKind NegotiationOpened = new(
        "negotiation-opened", "trading", true, new("收到洽谈", "Negotiation opened"),
        new("{who}发起洽谈:{title}", "{who} opened a negotiation: {title}"),
        new("{who}就《{title}》发起洽谈,编号 {number}。", "{who} opened negotiation {number} on \"{title}\"."));

    public static readonly NoticeKind LeadInTalks = new(
        "lead-in-talks", "trading", false, new("引荐进入洽谈", "Introduced parties negotiate"),
        new("引荐对象已开始洽谈:{title}", "Introduced parties negotiate: {title}"),
        new("您引荐的双方已就《{title}》开始洽谈({number}),引荐记录随交易保留。", "The parties you introduced negotiate \"{title}\" ({number}); your lead stays attached."));

    public static readonly NoticeKind NdaConfirmed = new(
        "nda-confirmed", "trading", false, new("对方已承诺保密", "Non-disclosure duty confirmed"),
        new("{who}已承诺保密:{title}", "{who} confirmed the non-disclosure duty: {title}"),
        new("{who}已承诺保密,其人员可查阅《{title}》的保密资料,每次查阅都有记录。", "{who} confirmed the duty; its people may read the confidential detail of \"{title}\", each opening is logged."));

    public static readonly NoticeKind MessagePosted = new(
        "message-posted", "trading", true, new("洽谈消息", "Message in a negotiation"),
        new("{who}发来消息:{title}", "Message from {who}: {title}"),
        new("{who}在洽谈 {number}《{title}》中发来消息。", "{who} wrote in negotiation {number} on \"{title}\"."));

    public static readonly NoticeKind OfferMade = new(
        "offer-made", "trading", true, new("收到报价", "Offer received"),
        new("{who}报价 {amount}:{title}", "{who} offers {amount}: {title}"),
        new("{who}在洽谈 {number} 中提出第 {round} 轮条件,价格 {amount},有效至 {until}。", "{who} put terms of round {round} on the table in {number}: {amount}, until {until}."));

    public static readonly NoticeKind NegotiationAgreed = new(
        "negotiation-agreed", "trading", false, new("洽谈达成一致", "Negotiation agreed"),
        new("达成一致:{title}", "Agreed: {title}"),
        new("双方就《{title}》({number})达成一致,价格 {amount}。{next}", "Both parties agreed on \"{title}\" ({number}) at {amount}. {next}"));

    public static readonly NoticeKind NegotiationEnded = new(
        "negotiation-ended", "trading", false, new("洽谈结束", "Negotiation ended"),
        new("洽谈结束:{title}", "Negotiation ended: {title}"),
        new("洽谈 {number}《{title}》已结束,未成交。{reason}", "Negotiation {number} on \"{title}\" ended without a deal. {reason}"));

    public static readonly NoticeKind NoticeRunning = new(
        "notice-running", "trading", false, new("价格公示开始", "Price notice runs"),
        new("公示中:{title}", "Price notice runs: {title}"),
        new("《{title}》拟以 {amount} 成交,公示 {number} 至 {until}。", "\"{title}\" at {amount}: public notice {number} runs until {until}."));

    public static readonly NoticeKind NoticePaused = new(
        "notice-paused", "trading", true, new("公示收到异议", "Objection to a price notice"),
        new("公示暂停:{title}", "Price notice paused: {title}"),
        new("公示 {number} 收到异议,已暂停。{reason}", "Notice {number} is paused by an objection. {reason}"));

    public static readonly NoticeKind NoticePassed = new(
        "notice-passed", "trading", false, new("公示期满", "Price notice passed"),
        new("公示期满:{title}", "Price notice passed: {title}"),
        new("公示 {number} 期满无未决异议,交易成立。", "Notice {number} passed; the deal is concluded."));

    public static readonly NoticeKind NoticeCancelled = new(
        "notice-cancelled", "trading", false, new("公示撤销", "Price notice cancelled"),
        new("公示撤销:{title}", "Price notice cancelled: {title}"),
        new("公示 {number} 已撤销。{reason}", "Notice {number} was cancelled. {reason}"));

    public static readonly NoticeKind DealConcluded = new(
        "deal-concluded", "trading", false, new("成交", "Deal concluded"),
        new("已成交:{title}", "Deal concluded: {title}"),
        new("{who}与{other}就《{title}》成交({number}),价格 {amount},合同正在拟定。", "{who} and {other} concluded deal {number} on \"{title}\" at {amount}; the contract is being drafted."));

    public static readonly NoticeKind FixedTermOfferReview = new(
        "fixed-term-offer-review", "trading", true, new("先用后转或开放许可待审核", "Fixed-term offer waits for the bureau's review"),
        new("{mode}待审核:{title}", "{mode} to review: {title}"),
        new("{who}提交了{mode} {number}《{title}》,请审核发布或退回。", "{who} submitted the {mode} {number} of \"{title}\"; publish it or return it."));

    public static readonly NoticeKind FixedTermOfferMoved = new(
        "fixed-term-offer-moved", "trading", false, new("先用后转或开放许可进展", "Fixed-term offer moved on"),
        new("{mode}{status}:{title}", "{mode} {status}: {title}"),
        new("{mode} {number}《{title}》{status}。{reason}", "The {mode} {number} of \"{title}\" {status}. {reason}"));

    public static readonly NoticeKind UptakeApplied = new(
        "uptake-applied", "trading", true, new("有单位申请先用或取得开放许可", "Fixed-term offer taken up"),
        new("{who}{status}:{title}", "{who} {status}: {title}"),
        new("{who}{status},{offer}《{title}》({number})。", "{who} {status} under {offer}, \"{title}\" ({number})."));

    public static readonly NoticeKind UptakeMoved = new(
        "uptake-moved", "trading", false, new("先用后转进展", "Trial moved on"),
        new("{status}:{title}", "{status}: {title}"),
        new("{number}《{title}》{status}。{reason}", "{number} \"{title}\": {status}. {reason}"));

    public static readonly NoticeKind UptakeToConclude = new(
        "uptake-to-conclude", "trading", true, new("先用后转待付费成交", "Trial: deal to conclude"),
        new("请确认成交:{title}", "Conclude the deal: {title}"),
        new("{number}《{title}》已达到付费条件,应付 {amount},请在 {until} 前确认成交,逾期视为违约。", "The price of {number} \"{title}\" is due: {amount}. Conclude the deal until {until}; afterwards you are in default."));

    public static readonly NoticeKind UsageReportFiled = new(
        "usage-report-filed", "trading", true, new("收到使用报告", "Usage report filed"),
        new("使用报告待确认:{title}", "Usage report to answer: {title}"),
        new("{who}提交了 {number}《{title}》的使用报告,请确认或提出疑问。", "{who} filed a usage report on {number} \"{title}\"; confirm or dispute it."));

    public static readonly NoticeKind UsageReportAnswered = new(
        "usage-report-answered", "trading", false, new("使用报告已答复", "Usage report answered"),
        new("使用报告{status}:{title}", "Usage report {status}: {title}"),
        new("{number}《{title}》的使用报告{status}。{reason}", "The usage report on {number} \"{title}\" was {status}. {reason}"));

    public static readonly NoticeKind UptakeReminder = new(
        "uptake-reminder", "trading", true, new("先用后转提醒", "Trial reminder"),
        new("{status}:{title}", "{status}: {title}"),
        new("{who}的 {number}《{title}》{status},期限 {until}。", "{number} \"{title}\" of {who}: {status}, {until}."));

    public static readonly NoticeKind SaleReview = new(
        "sale-review", "trading", true, new("挂牌待审核", "Sale waits for the bureau's review"),
        new("挂牌待审核:{title}", "Sale to review: {title}"),
        new("{who}提交了{mode} {number}《{title}》,请审核公告或退回。", "{who} submitted the {mode} {number} of \"{title}\"; announce it or return it."));

    public static readonly NoticeKind SaleReturned = new(
        "sale-returned", "trading", true, new("挂牌待修改", "Sale to write anew"),
        new("挂牌待修改:{title}", "Sale to write anew: {title}"),
        new("{mode} {number}《{title}》需修改后重新提交。{reason}", "The {mode} {number} of \"{title}\" has to be written anew. {reason}"));

    public static readonly NoticeKind SaleAnnounced = new(
        "sale-announced", "trading", false, new("挂牌公告发布", "Sale announced"),
        new("已公告:{title}", "Announced: {title}"),
        new("{mode} {number}《{title}》已公告,底价 {amount},报名至 {until}。", "The {mode} {number} of \"{title}\" is public at a base price of {amount}; registration until {until}."));

    public static readonly NoticeKind SaleClosed = new(
        "sale-closed", "trading", true, new("报名截止", "Registration closed"),
        new("报名截止:{title}", "Registration closed: {title}"),
        new("{number}《{title}》报名已截止,请在 {until} 前完成资格审查或决定后续安排。{reason}", "Registration for {number} \"{title}\" is closed; decide on the parties, or on what follows, until {until}. {reason}"));

    public static readonly NoticeKind SaleGoesOn = new(
        "sale-goes-on", "trading", false, new("进入协商或竞价", "Talks or bidding begin"),
        new("{step}:{title}", "{step}: {title}"),
        new("{number}《{title}》{step}。", "{number} \"{title}\": {step}."));

    public static readonly NoticeKind SaleEnded = new(
        "sale-ended", "trading", false, new("挂牌终结", "Sale ended"),
        new("挂牌终结:{title}", "Sale ended: {title}"),
        new("{number}《{title}》已终结,未成交。{reason}", "{number} \"{title}\" ended without a deal. {reason}"));

    public static readonly NoticeKind SalePartyRegistered = new(
        "sale-party-registered", "trading", true, new("意向方报名", "Party registered"),
        new("{who}报名:{title}", "{who} registered: {title}"),
        new("{who}报名参加 {number}《{title}》,请审查资格。", "{who} registered for {number} \"{title}\"; decide whether it qualifies."));

    public static readonly NoticeKind SalePartyDecided = new(
        "sale-party-decided", "trading", true, new("报名审查结果", "Registration decided"),
        new("{status}:{title}", "{status}: {title}"),
        new("贵方参加 {number}《{title}》的报名:{status}。{reason}", "Your registration for {number} \"{title}\": {status}. {reason}"));

    public static readonly NoticeKind AuctionSet = new(
        "auction-set", "trading", true, new("竞价安排", "Bidding scheduled"),
        new("竞价 {until}:{title}", "Bidding {until}: {title}"),
        new("竞价 {number}《{title}》将于 {until} 开始。", "Bidding {number} on \"{title}\" opens {until}."));

    public static readonly NoticeKind AuctionMoved = new(
        "auction-moved", "trading", true, new("竞价状态变化", "Bidding opened, paused or resumed"),
        new("竞价{status}:{title}", "Bidding {status}: {title}"),
        new("竞价 {number}《{title}》{status}。{reason}", "Bidding {number} on \"{title}\" is {status}. {reason}"));

    public static readonly NoticeKind AuctionWon = new(
        "auction-won", "trading", true, new("竞得", "Bidding won"),
        new("竞得 {number}", "Won: {number}"),
        new("贵方以 {amount} 竞得 {number},结果公示期满后成交。", "You won {number} at {amount}; the deal is concluded after the public notice of the result."));

    public static readonly NoticeKind DepositDemanded = new(
        "deposit-demanded", "trading", true, new("保证金待交", "Deposit to pay"),
        new("待交保证金 {amount}:{title}", "Deposit of {amount} to pay: {title}"),
        new("参加 {number}《{title}》须在 {until} 前交纳保证金 {amount}。", "To take part in {number} \"{title}\" pay a deposit of {amount} by {until}."));

    public static readonly NoticeKind DepositHeld = new(
        "deposit-held", "payments", false, new("保证金到账", "Deposit received"),
        new("保证金到账 {amount}", "Deposit received: {amount}"),
        new("贵方的保证金 {amount} 已到账。", "Your deposit of {amount} was received."));

    public static readonly NoticeKind DepositDecided = new(
        "deposit-decided", "trading", false, new("保证金处置", "Deposit decided"),
        new("保证金{status}", "Deposit: {status}"),
        new("贵方的保证金将{status}。", "Your deposit: {status}."));

    public static readonly NoticeKind DepositSettled = new(
        "deposit-settled", "payments", false, new("保证金已处置", "Deposit settled"),
        new("保证金 {amount} {status}", "Deposit of {amount}: {status}"),
        new("贵方的保证金 {amount} {status},流水号 {reference}。", "Your deposit of {amount}: {status}; reference {reference}."));

    public static readonly NoticeKind ContractDrafted = new(
        "contract-drafted", "contracts", true, new("合同已拟定", "Contract drafted"),
        new("合同待确认:{title}", "Contract to confirm: {title}"),
        new("合同 {number}《{title}》已按成交条件拟定,请核对、确认并签署。", "Contract {number} \"{title}\" was drafted from the deal; check, confirm and sign it."));

    public static readonly NoticeKind ContractSigned = new(
        "contract-signed", "contracts", true, new("对方已签署", "The other party signed"),
        new("{who}已签署:{title}", "{who} signed: {title}"),
        new("{who}已签署合同 {number}《{title}》。", "{who} signed contract {number} \"{title}\"."));

    public static readonly NoticeKind ContractEffective = new(
        "contract-effective", "contracts", false, new("合同生效", "Contract in effect"),
        new("合同生效:{title}", "In effect: {title}"),
        new("各方已签署,合同 {number}《{title}》生效,金额 {amount}。卖方可提交认定登记。", "All have signed: contract {number} \"{title}\" over {amount} is in effect. The seller can file it for registration."));

    public static readonly NoticeKind ContractEnded = new(
        "contract-ended", "contracts", false, new("合同终结", "Contract ended"),
        new("合同终结:{title}", "Contract ended: {title}"),
        new("合同 {number}《{title}》{outcome}。{reason}", "Contract {number} \"{title}\": {outcome}. {reason}"));

    public static readonly NoticeKind RegistrationQueued = new(
        "registration-queued", "contracts", true, new("登记申请待受理", "Registration to take up"),
        new("登记申请待受理:{title}", "Registration to take up: {title}"),
        new("合同 {number}《{title}》申请认定登记,请受理。", "Contract {number} \"{title}\" was filed for registration."));

    public static readonly NoticeKind RegistrationSecond = new(
        "registration-second", "contracts", true, new("登记待复核", "Registration to confirm"),
        new("登记待复核:{title}", "Registration to confirm: {title}"),
        new("合同 {number}《{title}》的登记待第二人复核。", "The registration of contract {number} \"{title}\" waits for a second person."));

    public static readonly NoticeKind RegistrationReturned = new(
        "registration-returned", "contracts", true, new("登记材料退回补正", "Registration returned for correction"),
        new("登记退回补正:{title}", "Returned for correction: {title}"),
        new("合同 {number}《{title}》的登记申请退回补正。{reason}", "The filing of contract {number} \"{title}\" was returned for correction. {reason}"));

    public static readonly NoticeKind RegistrationAccepted = new(
        "registration-accepted", "contracts", false, new("登记已受理", "Registration accepted"),
        new("登记已受理:{title}", "Registration accepted: {title}"),
        new("合同 {number}《{title}》的登记申请已受理,办理期限 {until}。", "The filing of contract {number} \"{title}\" was accepted; a decision is due {until}."));

    public static readonly NoticeKind RegistrationRefused = new(
        "registration-refused", "contracts", true, new("不予登记", "Registration refused"),
        new("不予登记:{title}", "Registration refused: {title}"),
        new("合同 {number}《{title}》不予登记。{reason}", "Contract {number} \"{title}\" was refused registration. {reason}"));

    public static readonly NoticeKind ContractRegistered = new(
        "contract-registered", "contracts", false, new("合同已登记", "Contract registered"),
        new("已登记:{title}", "Registered: {title}"),
        new("合同 {number}《{title}》已认定登记,登记号 {registration},技术交易额 {amount}。", "Contract {number} \"{title}\" is registered under {registration}; technical amount {amount}."));

    public static readonly NoticeKind PaymentConfirmed = new(
        "payment-confirmed", "contracts", false, new("合同款已确认", "Payment confirmed"),
        new("付款已确认:{number}", "Payment confirmed: {number}"),
        new("合同 {number} 的付款 {amount} 已由买方确认。", "The buyer confirmed a payment of {amount} under contract {number}."));

    public static readonly NoticeKind MandateProposed = new(
        "mandate-proposed", "commissions", true, new("收到经纪委托", "Mandate proposed"),
        new("{who}提出经纪委托", "{who} proposes a mandate"),
        new("{who}提出委托 {number},委托方 {other},请接受或拒绝。", "{who} proposes mandate {number} for {other}; accept or decline it."));

    public static readonly NoticeKind MandateAnswered = new(
        "mandate-answered", "commissions", false, new("委托有结果", "Mandate answered or ended"),
        new("委托 {number}:{status}", "Mandate {number}: {status}"),
        new("{who}与{other}的委托 {number} 现为“{status}”。", "Mandate {number} between {who} and {other} is now {status}."));

    public static readonly NoticeKind LeadRecorded = new(
        "lead-recorded", "commissions", true, new("收到引荐", "Achievement introduced"),
        new("{who}引荐:{title}", "{who} introduces: {title}"),
        new("{who}向{other}引荐成果《{title}》({number}),请在期限内接受或提出异议。", "{who} introduced \"{title}\" to {other} ({number}); accept or dispute it in time."));

    public static readonly NoticeKind LeadAccepted = new(
        "lead-accepted", "commissions", false, new("引荐被接受", "Lead accepted"),
        new("引荐已接受:{title}", "Lead accepted: {title}"),
        new("引荐 {number}《{title}》双方均已接受。", "Both sides accepted lead {number} on \"{title}\"."));

    public static readonly NoticeKind LeadDisputed = new(
        "lead-disputed", "commissions", true, new("引荐有异议", "Lead disputed"),
        new("引荐有异议:{title}", "Lead disputed: {title}"),
        new("引荐 {number}《{title}》被提出异议。原因:{reason}", "Lead {number} on \"{title}\" is disputed. Reason: {reason}"));

    public static readonly NoticeKind CommissionEarned = new(
        "commission-earned", "commissions", false, new("佣金已赚取", "Commission earned"),
        new("佣金 {amount}:{title}", "Commission {amount}: {title}"),
        new("佣金 {number}《{title}》已赚取,贵方份额 {amount}。", "Commission {number} on \"{title}\" is earned; your part is {amount}."));

    public static readonly NoticeKind CommissionPayable = new(
        "commission-payable", "commissions", true, new("佣金待支付", "Commission to pay"),
        new("佣金待支付:{title}", "Commission to pay: {title}"),
        new("佣金 {number}《{title}》合计 {amount},请按份额支付并登记银行流水号。", "Commission {number} on \"{title}\", {amount} in all, is to be paid; enter the bank references."));

    public static readonly NoticeKind CommissionPaid = new(
        "commission-paid", "commissions", false, new("佣金已支付", "Commission paid"),
        new("佣金已支付 {amount}", "Commission paid: {amount}"),
        new("佣金 {number} 中贵方的 {amount} 已支付,银行流水号 {reference}。", "Your part {amount} of commission {number} was paid; bank reference {reference}."));

    public static readonly NoticeKind RewardToApprove = new(
        "reward-to-approve", "commissions", true, new("收益分配方案待审批", "Income sharing plan to approve"),
        new("分配方案待审批:{title}", "Plan to approve: {title}"),
        new("收益分配方案 {number}《{title}》已提交,请审批。", "Income sharing plan {number} on \"{title}\" was submitted for your approval."));

    public static readonly NoticeKind RewardObjected = new(
        "reward-objected", "commissions", true, new("奖励公示收到异议", "Objection to an award notice"),
        new("奖励公示暂停:{title}", "Award notice paused: {title}"),
        new("奖励公示 {notice}《{title}》收到异议,已暂停,请按期处理。", "Award notice {notice} on \"{title}\" is paused by an objection; decide it in time."));

    public static readonly NoticeKind RewardMoved = new(
        "reward-moved", "commissions", false, new("收益分配方案进展", "Income sharing plan moved on"),
        new("分配方案{status}:{title}", "Plan {status}: {title}"),
        new("收益分配方案 {number}《{title}》{status}。{reason}", "Income sharing plan {number} on \"{title}\" is {status}. {reason}"));

    public static readonly NoticeKind VerificationRequested = new(
        "verification-requested", "identity", true, new("单位待核验", "Organisation to verify"),
        new("单位待核验:{title}", "To verify: {title}"),
        new("{title}申请核验,请核对资料后办理。", "{title} asks to be verified; check its documents."));

    public static readonly NoticeKind OrganisationVerified = new(
        "organisation-verified", "identity", false, new("单位通过核验", "Organisation verified"),
        new("{title}已通过核验", "{title} is verified"),
        new("{title}已通过核验,可以发布、洽谈和签约。", "{title} is verified: it can publish, negotiate and sign."));

    public static readonly NoticeKind SignUpRepeated = new(
        "sign-up-repeated", "identity", false, new("有人用您的邮箱注册", "Sign-up with your address"),
        new("有人用您的邮箱注册", "Somebody tried to sign up with your address"),
        new("{at} 有人用您的邮箱申请注册。您已有账号,没有新建账号,密码没有改变。如是本人忘记密码,请联系本单位管理员。",
            "On {at} somebody tried to sign up with your address. You have an account already; nothing was made and nothing changed. If it was you, ask your organisation's administrator to reset your password."));

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        AchievementUnitReview, AchievementPlatformReview, AchievementReturned, AchievementPublished, AchievementSuspended,
        ConfidentialOpened, DemandReview, DemandReturned, DemandPublished, DemandExpired,
        MatchForDemand, MatchForAchievement, NegotiationOpened, LeadInTalks, NdaConfirmed,
        MessagePosted, OfferMade, NegotiationAgreed, NegotiationEnded, NoticeRunning,
        NoticePaused, NoticePassed, NoticeCancelled, DealConcluded,
        FixedTermOfferReview, FixedTermOfferMoved, UptakeApplied, UptakeMoved, UptakeToConclude, UsageReportFiled, UsageReportAnswered, UptakeReminder,
        SaleReview, SaleReturned, SaleAnnounced, SaleClosed, SaleGoesOn,
        SaleEnded, SalePartyRegistered, SalePartyDecided, AuctionSet, AuctionMoved,
        AuctionWon, DepositDemanded, DepositHeld, DepositDecided, DepositSettled, ContractDrafted,
        ContractSigned, ContractEffective, ContractEnded, RegistrationQueued, RegistrationSecond,
        RegistrationReturned, RegistrationAccepted, RegistrationRefused, ContractRegistered, PaymentConfirmed,
        MandateProposed, MandateAnswered, LeadRecorded, LeadAccepted, LeadDisputed,
        CommissionEarned, CommissionPayable, CommissionPaid, RewardToApprove, RewardObjected, RewardMoved, VerificationRequested, OrganisationVerified, SignUpRepeated,
    ];

    public static NoticeKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
