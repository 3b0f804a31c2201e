using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>Bidding that led to nobody.</summary>
static class FailedBidding
{
    public static async Task Of(Sale sale, SaleWait why, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        sale.FailBidding(why, decideBy, now);
        await db.SetDeadline(DecideSale.Kind, sale.Id.Value, decideBy, ct);
        db.PublishChange(sale, Sale.Code(why), rules, now);
    }
}
