using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>A party's deposit is in the market's hands; the last one that was waited for lets the sale go on.</summary>
sealed class OnSaleDepositHeld(TradingDb db, Bidding.AuctionVault vault, RegionProfile profile, TimeProvider clock) : IReaction<DepositHeld>
{
    public async Task React(DepositHeld fact, CancellationToken ct)
    {
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is not { } sale) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (!sale.HoldDeposit(fact.DepositId, fact.HeldAt, now)) return;
        db.Audit(null, "sale", fact.SaleId, "deposit-held", sale.State.ToString(), sale.State.ToString(), data: new { fact.DepositId, fact.Amount }, retention: "5y");
        if (sale.State == SaleState.ClosedForRegistration) await SaleCourse.GoOn(sale, db, vault, rules, now, ct);
        else db.PublishParties(sale, rules, now);
    }
}
