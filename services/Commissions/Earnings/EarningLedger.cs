using TechMarket.Commissions.Deals;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>An earning that is due: its cause and its amounts.</summary>
sealed record DueEarning(DealEvent Event, decimal Commission, decimal BuyerPays, decimal Basis, bool Complete);

/// <summary>Which events of a deal earn how much of a commission. Pure: the same events in any order give the same sum.</summary>
static class EarningLedger
{
    /// <param name="causes">The causes that have earned already.</param>
    /// <param name="earned">What they have earned, whole and from the buyer.</param>
    public static IReadOnlyList<DueEarning> Due(
        CommissionSchedule schedule, EarnEvent earnEvent, IReadOnlyCollection<DealEvent> events, IReadOnlySet<string> causes,
        (decimal Commission, decimal FromBuyer) earned) => earnEvent switch
        {
            EarnEvent.ContractSigned => Once(schedule, events, causes, DealEventKind.Effective),
            EarnEvent.ContractRegistered => Once(schedule, events, causes, DealEventKind.Registered),
            _ => ByPayment(schedule, events, causes, earned),
        };

    private static IReadOnlyList<DueEarning> Once(
        CommissionSchedule schedule, IReadOnlyCollection<DealEvent> events, IReadOnlySet<string> causes, DealEventKind kind)
    {
        if (causes.Count > 0 || events.Where(e => e.Kind == kind).OrderBy(e => e.At).ThenBy(e => e.CauseId).FirstOrDefault() is not { } cause) return [];
        var basis = schedule.Base == CommissionBase.TechnicalAmount ? cause.Amount!.Amount : cause.ContractAmount!.Amount;
        var whole = CommissionRules.Compute(schedule, basis);
        return [new DueEarning(cause, whole.Commission, whole.BuyerPays, basis, Complete: true)];
    }

    /// <summary>Pro rata: with each payment as much is earned as the sum received so far has earned, less what was earned before.</summary>
    private static List<DueEarning> ByPayment(
        CommissionSchedule schedule, IReadOnlyCollection<DealEvent> events, IReadOnlySet<string> causes, (decimal Commission, decimal FromBuyer) earned)
    {
        var technical = events.Where(e => e.Kind == DealEventKind.Registered).OrderBy(e => e.At).ThenBy(e => e.CauseId).FirstOrDefault()?.Amount?.Amount;
        if (schedule.Base == CommissionBase.TechnicalAmount && technical is null) return [];
        var payments = events.Where(e => e.Kind == DealEventKind.Paid).ToList();
        var received = payments.Where(e => causes.Contains(e.Cause)).Sum(e => e.Amount!.Amount);
        var due = new List<DueEarning>();
        foreach (var payment in payments.Where(e => !causes.Contains(e.Cause)).OrderBy(e => e.At).ThenBy(e => e.CauseId))
        {
            received += payment.Amount!.Amount;
            var contract = payment.ContractAmount!.Amount;
            var basis = schedule.Base switch
            {
                CommissionBase.ReceivedAmount => received,
                CommissionBase.TechnicalAmount => technical!.Value,
                _ => contract,
            };
            var whole = CommissionRules.Compute(schedule, basis).Commission;
            var soFar = schedule.Base == CommissionBase.ReceivedAmount || received >= contract ? whole : Round(whole * received / contract);
            var next = Math.Max(0, soFar - earned.Commission);
            var fromBuyer = Math.Clamp(Round((earned.Commission + next) * schedule.BuyerShareRate) - earned.FromBuyer, 0, next);
            due.Add(new DueEarning(payment, next, fromBuyer, basis, received >= contract));
            earned = (earned.Commission + next, earned.FromBuyer + fromBuyer);
        }
        return due;
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
