using TechMarket.Messages;

namespace TechMarket.Trading.Copies;

/// <summary>What Trading remembers of a published achievement. Its row is the lock under which claims on it are decided.</summary>
sealed class KnownAchievement
{
    /// <summary>Modes that find the price in another way than by agreement.</summary>
    private static readonly string[] OtherModes = ["LISTING", "ONLINE_BIDDING", "AUCTION", "TENDER"];

    public required Guid Id { get; init; }
    public required string Number { get; set; }
    public required string Title { get; set; }
    public required Guid OwnerId { get; set; }
    public required string Status { get; set; }
    public string FieldCode { get; private set; } = "";
    public string PublicSummary { get; private set; } = "";
    public IReadOnlyList<IpRight> IpRights { get; private set; } = [];
    public IReadOnlyList<string> TransferWays { get; private set; } = [];
    public string? PricingMode { get; private set; }

    /// <summary>Technology readiness level 1 to 9; 0 when not stated.</summary>
    public int Maturity { get; private set; }

    public string OwnerName { get; private set; } = "";
    public string OwnerKind { get; private set; } = "";
    public string? AreaCode { get; private set; }
    public bool OwnerIsPublicInstitution { get; private set; }
    public bool OwnerStated { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The texts and the status come in different facts, in any order.</summary>
    public long TextVersion { get; private set; }

    public long StatusVersion { get; private set; }

    /// <summary>A new negotiation may begin.</summary>
    public bool IsOpenToNew => Status == "PUBLISHED";

    /// <summary>Talks that go on may go on: a reservation or another licence does not end them, claims decide.</summary>
    public bool AllowsTalks => Status is not ("SUSPENDED" or "ARCHIVED" or "TRANSFERRED");

    public bool IsNegotiable => !OtherModes.Contains(PricingMode);

    public void Take(AchievementPublished fact)
    {
        if (fact.Version > TextVersion)
        {
            (TextVersion, Number, Title, OwnerId) = (fact.Version, fact.Number, fact.Title, fact.OwnerId);
            (FieldCode, PublicSummary, IpRights, TransferWays) = (fact.FieldCode, fact.PublicSummary, fact.IpRights, fact.TransferWays);
            Maturity = fact.Maturity;
            (PricingMode, OwnerName, OwnerKind, AreaCode) = (fact.PricingMode, fact.OwnerName, fact.OwnerKind, fact.AreaCode);
            (OwnerIsPublicInstitution, OwnerStated) = (fact.OwnerIsPublicInstitution, fact.OwnerStated);
            PublishedAt ??= fact.PublishedAt;
        }
        TakeStatus(fact.Version, fact.Status);
    }

    /// <returns>False when a newer status is known.</returns>
    public bool TakeStatus(long version, string status)
    {
        if (version <= StatusVersion) return false;
        (StatusVersion, Status) = (version, status);
        return true;
    }
}
