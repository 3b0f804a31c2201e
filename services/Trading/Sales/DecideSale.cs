using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Sales;

/// <summary>The seller's time to decide is over: silence qualifies who paid, and ends a sale that found nobody.</summary>
sealed class DecideSale(TradingDb db, AuctionVault vault, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "sale-decision";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.LockSale(new SaleId(subjectId), ct) is not { State: SaleState.ClosedForRegistration } sale || now < sale.DecideBy) return;
        var rules = profile.At(now);
        if (sale.Wait == SaleWait.Qualification)
        {
            await SaleCourse.GoOn(sale, db, vault, rules, now, ct);
            return;
        }
        var from = sale.Wait;
        sale.Lapse(SaleReasons.NotDecided, now);
        db.PublishChange(sale, sale.EndReason, rules, now);
        db.Audit(null, "sale", subjectId, "lapsed", from.ToString(), sale.State.ToString(), sale.EndReason, retention: "5y");
    }
}
