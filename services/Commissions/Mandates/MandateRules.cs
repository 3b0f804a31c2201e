using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>What a mandate may agree on.</summary>
static class MandateRules
{
    private const int GreatestYears = 5;

    /// <summary>Each broker once, shares of 10 000 basis points in all, one lead broker.</summary>
    public static void CheckShares(IReadOnlyList<BrokerShare<Guid>> shares)
    {
        if (shares.Select(s => s.Broker).Distinct().Count() != shares.Count) throw Problems.SharesRefused.With(("reason", "broker-named-twice"));
        try
        {
            CommissionRules.Split(0, shares);
        }
        catch (RuleViolationException refused)
        {
            throw Problems.SharesRefused.With(("reason", refused.Code));
        }
    }

    /// <summary>A schedule that holds, a base that is known when the commission is earned, days that follow each other.</summary>
    public static void CheckTerms(MandateTerms terms, DateTimeOffset now)
    {
        CheckSchedule(terms.Schedule);
        CheckBase(terms.Schedule.Base, terms.EarnEvent);
        if (terms.ValidFrom < ChinaTime.DayOf(now) || terms.ValidUntil < terms.ValidFrom || terms.ValidUntil > terms.ValidFrom.AddYears(GreatestYears))
            throw Problems.ValidityRefused.Now();
    }

    public static void CheckSchedule(CommissionSchedule schedule)
    {
        try
        {
            CommissionRules.Check(schedule);
        }
        catch (RuleViolationException refused)
        {
            throw Problems.ScheduleRefused.With(("reason", refused.Code));
        }
    }

    /// <summary>The technical amount is fixed by registration, what was received by payment; neither is known before.</summary>
    public static void CheckBase(CommissionBase basis, EarnEvent earnEvent)
    {
        if (earnEvent == EarnEvent.Milestone) throw Problems.EarnEventUnfit.Now();
        var known = basis switch
        {
            CommissionBase.TechnicalAmount => earnEvent is EarnEvent.ContractRegistered or EarnEvent.PaymentReceived,
            CommissionBase.ReceivedAmount => earnEvent == EarnEvent.PaymentReceived,
            _ => true,
        };
        if (!known) throw Problems.BaseUnfit.With(("base", basis), ("earnEvent", earnEvent));
    }
}
