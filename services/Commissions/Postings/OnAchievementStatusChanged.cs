using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Postings;

/// <summary>An achievement that is reserved, gone or suspended cannot be introduced.</summary>
sealed class OnAchievementStatusChanged(CommissionsDb db) : IReaction<AchievementStatusChanged>
{
    public async Task React(AchievementStatusChanged fact, CancellationToken ct)
    {
        if (await db.Achievements.FindAsync([fact.AchievementId], ct) is { } known) known.Take(fact);
        else db.Achievements.Add(new Achievement(fact));
    }
}
