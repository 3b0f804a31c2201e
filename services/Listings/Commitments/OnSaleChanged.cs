using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>A sale was announced, or is over: the achievement is reserved for it meanwhile.</summary>
sealed class OnSaleChanged(ListingsDb db, TimeProvider clock) : IReaction<SaleChanged>
{
    public async Task React(SaleChanged fact, CancellationToken ct)
    {
        await db.LockDealings(fact.AchievementId, ct);
        if (await db.Sales.FindAsync([fact.SaleId], ct) is not { } sale)
        {
            sale = new HeardSale { Id = fact.SaleId, AchievementId = new AchievementId(fact.AchievementId) };
            db.Sales.Add(sale);
        }
        if (fact.Version <= sale.Version) return;
        (sale.Version, sale.Number) = (fact.Version, fact.Number);
        sale.Take(fact.Status);
        await FollowDeals.Follow(sale.AchievementId, db, clock.GetUtcNow(), ct);
    }
}
