namespace TechMarket.Rules;

/// <summary>The code lists of the market. Stored values are codes of these lists; pages show the names.</summary>
public static class CodeLists
{
    /// <summary>技术领域</summary>
    public static CodeList TechField { get; } = Load("tech-field");

    /// <summary>机构性质 of a contract party.</summary>
    public static CodeList PartyNature { get; } = Load("party-nature");

    /// <summary>知识产权类型</summary>
    public static CodeList IpType { get; } = Load("ip-type");

    /// <summary>计划类别: the programme a contract comes from.</summary>
    public static CodeList PlanType { get; } = Load("plan-type");

    /// <summary>社会经济目标</summary>
    public static CodeList SocioEconomicGoal { get; } = Load("socio-economic-goal");

    /// <summary>国民经济行业 sections.</summary>
    public static CodeList Industry { get; } = Load("industry");

    /// <summary>技术合同类别; see <see cref="ContractCategories"/> for the reporting schemes.</summary>
    public static CodeList ContractCategory { get; } = Load("contract-category");

    /// <summary>Technology readiness levels 1 to 9.</summary>
    public static CodeList Trl { get; } = Load("trl");

    /// <summary>成熟度: the stages people speak of; see <see cref="Maturities"/> for their readiness levels.</summary>
    public static CodeList Maturity { get; } = Load("maturity");

    /// <summary>定价方式</summary>
    public static CodeList PricingMode { get; } = Load("pricing-mode");

    /// <summary>支付方式</summary>
    public static CodeList PaymentMode { get; } = Load("payment-mode");

    /// <summary>转化方式: how an achievement may pass to another.</summary>
    public static CodeList TransferWay { get; } = Load("transfer-way");

    /// <summary>许可方式</summary>
    public static CodeList LicenceExclusivity { get; } = Load("licence-exclusivity");

    /// <summary>需求类型</summary>
    public static CodeList DemandType { get; } = Load("demand-type");

    /// <summary>Why a party said no in a negotiation.</summary>
    public static CodeList DeclineReason { get; } = Load("decline-reason");

    /// <summary>不予登记: why a registration is refused.</summary>
    public static CodeList RejectReason { get; } = Load("reject-reason");

    /// <summary>退回补正: why a filing or a posting goes back to its author.</summary>
    public static CodeList ReturnReason { get; } = Load("return-reason");

    public static CodeList OrganisationKind { get; } = Load("organisation-kind");

    /// <summary>成果形式</summary>
    public static CodeList AchievementForm { get; } = Load("achievement-form");

    /// <summary>技术经纪形式: 中介, 行纪, 代理.</summary>
    public static CodeList BrokerForm { get; } = Load("broker-form");

    /// <summary>技术经理人 levels.</summary>
    public static CodeList BrokerLevel { get; } = Load("broker-level");

    /// <summary>Every list but the areas, which <see cref="Areas"/> holds.</summary>
    public static IReadOnlyList<CodeList> All { get; } =
    [
        TechField, PartyNature, IpType, PlanType, SocioEconomicGoal, Industry, ContractCategory, Trl, Maturity, PricingMode,
        PaymentMode, TransferWay, LicenceExclusivity, DemandType, DeclineReason, RejectReason, ReturnReason, OrganisationKind,
        AchievementForm, BrokerForm, BrokerLevel,
    ];

    /// <summary>The list of that key, or null.</summary>
    public static CodeList? Find(string key) => All.FirstOrDefault(list => list.Key == key);

    static CodeList Load(string key)
    {
        var file = RuleData.Read<CodeListFile>($"codes/{key}.json");
        return new CodeList(key, new LocalText(file.Zh, file.En), file.Source, file.Entries);
    }

    sealed record CodeListFile(string Zh, string En, string Source, IReadOnlyList<CodeEntry> Entries);
}
