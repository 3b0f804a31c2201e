using TechMarket.Listings.Achievements;

namespace TechMarket.Listings.Commitments;

/// <summary>What was heard of a listed sale or auction of an achievement.</summary>
sealed class HeardSale
{
    private static readonly string[] Over = ["CONCLUDED", "LAPSED", "WITHDRAWN"];

    public required Guid Id { get; init; }
    public required AchievementId AchievementId { get; init; }
    public long Version { get; set; }
    public string Number { get; set; } = "";

    /// <summary>It keeps the achievement: announced once, and not over.</summary>
    public bool Reserves { get; private set; }

    /// <summary>Terms that are reviewed anew keep what the announcement before had reserved.</summary>
    public void Take(string status)
    {
        if (Over.Contains(status)) Reserves = false;
        else if (status is not ("SUBMITTED" or "RETURNED")) Reserves = true;
    }
}
