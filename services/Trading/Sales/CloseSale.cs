using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Sales;

/// <summary>The time to register is over. One deadline per sale, moved when it is extended or announced anew.</summary>
sealed class CloseSale(TradingDb db, AuctionVault vault, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "sale-close";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.LockSale(new SaleId(subjectId), ct) is not { } sale || !sale.Allows(SaleStep.Close) || now < sale.EndsAt) return;
        var rules = profile.At(now);
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        sale.Close(decideBy, now);
        await db.SetDeadline(DecideSale.Kind, subjectId, decideBy, ct);
        db.PublishChange(sale, null, rules, now);
        db.Audit(null, "sale", subjectId, "closed", nameof(SaleState.Announced), sale.State.ToString(), retention: "5y");
        await SaleCourse.GoOn(sale, db, vault, rules, now, ct);
    }
}
