namespace TechMarket.Rules;

/// <summary>How a market organisation appears on the registration form and in reports by kind of party.</summary>
public static class PartyNatures
{
    /// <summary>The usual 机构性质 of a kind of organisation; people may choose another. Null where none is usual.</summary>
    public static string? Suggest(string organisationKind) => organisationKind.ToUpperInvariant() switch
    {
        "UNIVERSITY" => "022",
        "INSTITUTE" => "021",
        "ENTERPRISE" or "BROKER_AGENCY" => "150",
        "INDIVIDUAL_BROKER" => "600",
        "BUREAU" => "013",
        _ => null,
    };
}
