namespace TechMarket.Trading.Negotiations;

/// <summary>Why something stopped or ended by itself: codes on the wire, words in the web. What people gave as a reason stays their own text.</summary>
static class SystemReasons
{
    public const string Stalled = "STALLED";
    public const string AchievementSuspended = "ACHIEVEMENT_SUSPENDED";
    public const string AchievementWithdrawn = "ACHIEVEMENT_WITHDRAWN";
    public const string SoldToAnother = "SOLD_TO_ANOTHER";

    /// <summary>With the number of the sale in which anybody may take part.</summary>
    public const string ListedForSale = "LISTED_FOR_SALE";

    public const string ObjectionOpen = "OBJECTION_OPEN";

    /// <summary>As the audit trail keeps it: the code, then what somebody said.</summary>
    public static string ForAudit(NegotiationEnding ending) => ending.Reason is { Length: > 0 } words ? $"{ending.ReasonCode}: {words}" : ending.ReasonCode ?? "";
}
