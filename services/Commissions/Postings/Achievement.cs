using TechMarket.Messages;

namespace TechMarket.Commissions.Postings;

/// <summary>What a broker can introduce: an achievement's public face, as last heard.</summary>
sealed class Achievement
{
    private Achievement()
    {
    }

    public Achievement(AchievementPublished fact)
    {
        Id = fact.AchievementId;
        Take(fact);
    }

    public Achievement(AchievementStatusChanged fact)
    {
        Id = fact.AchievementId;
        Take(fact);
    }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public string Number { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public string OwnerName { get; private set; } = "";
    public string Status { get; private set; } = "";

    /// <summary>Open for deals: neither reserved, gone nor suspended. Without its public text nothing can be introduced.</summary>
    public bool IsOpen => Status == "PUBLISHED" && OwnerName.Length > 0;

    public void Take(AchievementPublished fact)
    {
        // A status that was heard first is newer, but the public text came with the publication alone.
        if (OwnerName.Length == 0) OwnerName = fact.OwnerName;
        if (fact.Version <= Version) return;
        (Version, Number, Title, OwnerId, OwnerName, Status) = (fact.Version, fact.Number, fact.Title, fact.OwnerId, fact.OwnerName, fact.Status);
    }

    public void Take(AchievementStatusChanged fact)
    {
        if (fact.Version <= Version) return;
        (Version, Number, Title, OwnerId, Status) = (fact.Version, fact.Number, fact.Title, fact.OwnerId, fact.Status);
    }
}
