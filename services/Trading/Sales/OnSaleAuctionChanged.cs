using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The bidding was cancelled before it found a price: the seller decides what follows.</summary>
sealed class OnSaleAuctionChanged(TradingDb db, RegionProfile profile, TimeProvider clock) : IReaction<AuctionChanged>
{
    public async Task React(AuctionChanged fact, CancellationToken ct)
    {
        if (fact.Status != "CANCELLED") return;
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is not { State: SaleState.Bidding } sale || sale.AuctionId != fact.AuctionId) return;
        var now = clock.GetUtcNow();
        await FailedBidding.Of(sale, SaleWait.BiddingCancelled, db, profile.At(now), now, ct);
        db.Audit(null, "sale", fact.SaleId, "bidding-cancelled", nameof(SaleState.Bidding), sale.State.ToString(), fact.Reason, retention: "5y");
    }
}
