using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>
/// An exclusive fixed-term offer keeps its achievement as a sale does, from the day it is public until it binds nothing any more. A
/// non-exclusive one, an open licence for example, leaves the achievement on the market.
/// </summary>
sealed class OnFixedTermOfferChanged(ListingsDb db, TimeProvider clock) : IReaction<FixedTermOfferChanged>
{
    public async Task React(FixedTermOfferChanged fact, CancellationToken ct)
    {
        if (!fact.Exclusive) return;
        await db.LockDealings(fact.AchievementId, ct);
        if (await db.Sales.FindAsync([fact.OfferId], ct) is not { } kept)
        {
            kept = new HeardSale { Id = fact.OfferId, AchievementId = new AchievementId(fact.AchievementId) };
            db.Sales.Add(kept);
        }
        // Its release comes with the version it was withdrawn in.
        if (fact.Version < kept.Version || (fact.Version == kept.Version && fact.Status != "RELEASED")) return;
        (kept.Version, kept.Number) = (fact.Version, fact.Number);
        if (fact.Status is "NOTICE" or "PUBLISHED") kept.Take("ANNOUNCED");
        else if (fact.Status == "RELEASED") kept.Take("LAPSED");
        await FollowDeals.Follow(kept.AchievementId, db, clock.GetUtcNow(), ct);
    }
}
