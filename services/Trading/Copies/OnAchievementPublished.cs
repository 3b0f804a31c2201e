using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>An achievement can be negotiated for.</summary>
sealed class OnAchievementPublished(TradingDb db) : IReaction<AchievementPublished>
{
    public async Task React(AchievementPublished fact, CancellationToken ct)
    {
        if (await db.KnownAchievements.FindAsync([fact.AchievementId], ct) is not { } known)
        {
            known = new KnownAchievement
            {
                Id = fact.AchievementId, Number = fact.Number, Title = fact.Title, OwnerId = fact.OwnerId, Status = fact.Status,
            };
            db.KnownAchievements.Add(known);
        }
        known.Take(fact);
    }
}
