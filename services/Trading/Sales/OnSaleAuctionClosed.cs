using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Confirmations;

namespace TechMarket.Trading.Sales;

/// <summary>The bidding is over: its result is announced, or the seller decides what follows.</summary>
sealed class OnSaleAuctionClosed(TradingDb db, RegionProfile profile, TimeProvider clock) : IReaction<AuctionClosed>
{
    public async Task React(AuctionClosed fact, CancellationToken ct)
    {
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is not { State: SaleState.Bidding } sale || sale.AuctionId != fact.AuctionId) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (fact is { Outcome: "SOLD", WinnerId: { } winner, Price: { } price })
        {
            var party = sale.Current.Single(p => p.TakesPart && p.OrganisationId == winner);
            var terms = sale.Announced!.Terms.Transfer.At(price);
            sale.Settle(SaleStep.EndBidding, new SaleResult(
                party.Id, winner, party.Name, terms, sale.Mode == SaleMode.Auction ? "AUCTION" : "ONLINE_BIDDING", null, fact.AuctionId, fact.ByPriority, fact.ClosedAt));
            db.PublishChange(sale, null, rules, now);
            await SaleNotices.Publish(sale, null, db, rules, now, ct);
        }
        else
        {
            await FailedBidding.Of(sale, fact.Outcome == "UNDER_RESERVE" ? SaleWait.UnderReserve : SaleWait.NoBid, db, rules, now, ct);
        }
        db.Audit(null, "sale", fact.SaleId, "bidding-ended", nameof(SaleState.Bidding), sale.State.ToString(), fact.Outcome, fact, "permanent");
        foreach (var reckoned in sale.Defaults.Where(d => d.Again?.AuctionId == fact.AuctionId))
            db.Audit(null, "sale", fact.SaleId, "default-reckoned", null, null, $"{reckoned.BuyerName} {reckoned.Owed!.Amount:#,##0.00}", reckoned, "permanent");
        await ConfirmSale.Write(sale, fact, db, profile, now, ct);
    }
}
