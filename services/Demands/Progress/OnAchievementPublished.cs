using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Demands.Progress;

/// <summary>Keeps the number and title of what may be put on a shortlist.</summary>
sealed class OnAchievementPublished(DemandsDb db) : IReaction<AchievementPublished>
{
    public async Task React(AchievementPublished fact, CancellationToken ct)
    {
        var known = await db.KnownAchievements.FindAsync([fact.AchievementId], ct);
        if (known is null)
        {
            known = new KnownAchievement { Id = fact.AchievementId };
            db.KnownAchievements.Add(known);
        }
        if (known.Version >= fact.Version) return;
        (known.Version, known.Number, known.Title) = (fact.Version, fact.Number, fact.Title);
    }
}
