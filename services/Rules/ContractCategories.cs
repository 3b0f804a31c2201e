namespace TechMarket.Rules;

/// <summary>A class of one reporting scheme.</summary>
public sealed record ReportingClass(string Code, string Zh, string En);

/// <summary>
/// The finest category is stored; reports group it by either scheme. The two differ over licences: since the Civil Code
/// they are a class of their own, before they were transfer.
/// </summary>
public static class ContractCategories
{
    static readonly Dictionary<string, ReportingClass> Classes = new ReportingClass[]
    {
        new("KF", "技术开发", "technology development"),
        new("ZR", "技术转让", "technology transfer"),
        new("XK", "技术许可", "technology licence"),
        new("ZX", "技术咨询", "technical consulting"),
        new("FW", "技术服务", "technical service"),
    }.ToDictionary(c => c.Code);

    /// <summary>The classes of a scheme, in the order of official tables.</summary>
    public static IReadOnlyList<ReportingClass> ClassesOf(ClassificationScheme scheme) => scheme == ClassificationScheme.R2001FourClass
        ? [Classes["KF"], Classes["ZR"], Classes["ZX"], Classes["FW"]]
        : [Classes["KF"], Classes["ZR"], Classes["XK"], Classes["ZX"], Classes["FW"]];

    /// <summary>The class a category counts in.</summary>
    public static ReportingClass Classify(string category, ClassificationScheme scheme)
    {
        var entry = CodeLists.ContractCategory.Get(category);
        var top = entry.Parent ?? entry.Code;
        return Classes[top == "XK" && scheme == ClassificationScheme.R2001FourClass ? "ZR" : top];
    }

    /// <summary>
    /// The category a deal of this way of transfer over this kind of right will have, or null where people must choose.
    /// An ungranted patent is assigned as an application; a way without a right of its own ignores the kind.
    /// </summary>
    public static string? Suggest(string transferWay, string? ipType = null, bool granted = true) => transferWay switch
    {
        "COMMISSIONED_DEVELOPMENT" => "KF01",
        "COOPERATIVE_DEVELOPMENT" => "KF02",
        "EQUITY" => "ZR09",
        "TECH_CONSULTING" => "ZX",
        "TECH_SERVICE" => "FW01",
        "TECH_TRAINING" => "FW02",
        "OPEN_LICENSE" => "XK08",
        "ASSIGNMENT" => ipType switch
        {
            "PATENT" or "INVENTION_PATENT" or "UTILITY_MODEL" or "DESIGN_PATENT" => granted ? "ZR01" : "ZR02",
            "KNOW_HOW" => "ZR03",
            "SOFTWARE_COPYRIGHT" => "ZR04",
            "IC_LAYOUT" => "ZR05",
            "PLANT_VARIETY" => "ZR06",
            "BIO_MEDICAL_VARIETY" => "ZR07",
            _ => null,
        },
        "LICENSE" or "TRY_THEN_PAY" => ipType switch
        {
            "PATENT" or "INVENTION_PATENT" or "UTILITY_MODEL" or "DESIGN_PATENT" => granted ? "XK01" : "XK03",
            "KNOW_HOW" => "XK03",
            "SOFTWARE_COPYRIGHT" => "XK04",
            "IC_LAYOUT" => "XK05",
            "PLANT_VARIETY" => "XK06",
            "BIO_MEDICAL_VARIETY" => "XK07",
            _ => null,
        },
        _ => null,
    };

    /// <summary>The category for a name such as 专利权转让, 专有技术许可 or 委托开发; null if it says too little.</summary>
    public static string? Resolve(string? text) => CodeLists.ContractCategory.Match(text)?.Code;
}
