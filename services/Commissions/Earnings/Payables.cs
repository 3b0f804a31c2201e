using TechMarket.Messages;

namespace TechMarket.Commissions.Earnings;

/// <summary>What Payments hears when parts of a commission can be paid.</summary>
static class Payables
{
    /// <summary>The parts that became payable at this instant.</summary>
    public static IEnumerable<CommissionPayable> Since(Commission commission, IEnumerable<Payout> payouts, DateTimeOffset now) =>
        payouts.Where(p => p.Status == PayoutStatus.Payable && p.PayableAt == now && p.Amount.Amount > 0).Select(p => new CommissionPayable(
            p.Id, commission.Id.Value, commission.Number, commission.DealId, commission.Title, p.BrokerId, p.BrokerName, p.PayerId, p.PayerName, p.Amount,
            p.Withholding is { } tax ? Money.Yuan(tax.Withheld) : null, now));
}
