using TechMarket.Listings.Achievements;

namespace TechMarket.Listings.Confidential;

/// <summary>What only the holder and those bound to non-disclosure may read. Kept apart, so that no other query can carry it along.</summary>
sealed class ConfidentialDetail
{
    public required AchievementId AchievementId { get; init; }

    /// <summary>What the author is writing.</summary>
    public string Working { get; set; } = "";

    /// <summary>What stands beside the public text of the same version.</summary>
    public string Published { get; set; } = "";
}

/// <summary>Somebody read the confidential detail or a confidential file.</summary>
sealed class Opening
{
    public required Guid Id { get; init; }
    public required AchievementId AchievementId { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>The negotiation whose non-disclosure duty opened it; null for the holder's own people.</summary>
    public Guid? NegotiationId { get; init; }

    /// <summary>The file's name; null for the text.</summary>
    public string? FileName { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
}
