using TechMarket.Platform.Files;

namespace TechMarket.Listings.Achievements;

enum AttachmentKind
{
    Image,
    Evaluation,
    IpProof,
    Other,
}

enum AttachmentVisibility
{
    Public,
    Confidential,
}

/// <summary>A file of an achievement: an image, an evaluation report, a proof of a right.</summary>
sealed class Attachment
{
    public required Guid Id { get; init; }
    public required AchievementId AchievementId { get; init; }
    public required FileRef File { get; init; }
    public required AttachmentKind Kind { get; init; }
    public required AttachmentVisibility Visibility { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>False until the version it was added to passed the reviews.</summary>
    public bool Published { get; set; }
}
