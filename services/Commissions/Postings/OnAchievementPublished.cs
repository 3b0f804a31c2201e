using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Postings;

/// <summary>Keeps what brokers can introduce.</summary>
sealed class OnAchievementPublished(CommissionsDb db) : IReaction<AchievementPublished>
{
    public async Task React(AchievementPublished fact, CancellationToken ct)
    {
        if (await db.Achievements.FindAsync([fact.AchievementId], ct) is { } known) known.Take(fact);
        else db.Achievements.Add(new Achievement(fact));
    }
}
