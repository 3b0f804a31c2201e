using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>What of offers and uptakes waits for a person: to write, approve, review, screen, report, answer, conclude.</summary>
static class FixedTermTodo
{
    public static async Task<List<GetTodo.Item>> For(Caller caller, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var items = new List<GetTodo.Item>();
        var own = caller.OrganisationId;
        if (caller.IsBureau())
            items.AddRange((await Offers(db.FixedTermOffers.Where(o => o.State == FixedTermState.Submitted), ct)).Select(o => Of(o, "fixed-term-offer-to-review", o.Subject.SellerName)));
        if (caller.Has(Roles.Publisher))
        {
            items.AddRange((await Offers(db.FixedTermOffers.Where(o => o.SellerId == own && o.State == FixedTermState.Returned), ct)).Select(o => Of(o,
                "fixed-term-offer-to-rewrite", o.Returned?.PersonName)));
            items.AddRange((await Open(db.Uptakes.Where(u => u.SellerId == own), ct)).SelectMany(ForHolder));
        }
        if (caller.Has(Roles.Approver))
            items.AddRange((await Offers(db.FixedTermOffers.Where(o => o.SellerId == own && o.State == FixedTermState.UnitReview), ct)).Select(o => Of(o,
                "fixed-term-offer-to-approve", null)));
        if (caller.Has(Roles.Purchaser))
            items.AddRange((await Open(db.Uptakes.Where(u => u.TakerId == own), ct)).SelectMany(u => ForTaker(u, rules.FixedTermOffers, now)));
        return items;
    }

    private static Task<List<FixedTermOffer>> Offers(IQueryable<FixedTermOffer> wanted, CancellationToken ct) => wanted.AsNoTracking().ToListAsync(ct);

    private static Task<List<Uptake>> Open(IQueryable<Uptake> uptakes, CancellationToken ct)
    {
        UptakeState[] open = [UptakeState.Applied, .. UptakeSteps.Places, UptakeState.Defaulted];
        return uptakes.AsNoTracking().Where(u => open.Contains(u.State)).ToListAsync(ct);
    }

    private static IEnumerable<GetTodo.Item> ForHolder(Uptake uptake)
    {
        if (uptake.State == UptakeState.Applied) yield return Of(uptake, "uptake-to-screen", uptake.Taker.Name, uptake.AppliedAt, null);
        foreach (var report in uptake.Reports.Where(r => r.State == ReportState.Filed && uptake.Allows(UptakeStep.Answer)))
            yield return Of(uptake, "usage-report-to-answer", uptake.Taker.Name, report.FiledAt, report.AnswerBy, report.Id);
        if (uptake.State == UptakeState.Defaulted && !string.IsNullOrWhiteSpace(uptake.Terms.Trial?.Guarantee))
            yield return Of(uptake, "guarantee-to-claim", uptake.Taker.Name, uptake.EndedAt!.Value, null);
    }

    private static IEnumerable<GetTodo.Item> ForTaker(Uptake uptake, FixedTermRules rules, DateTimeOffset now)
    {
        if (uptake.State == UptakeState.PayDue)
            yield return Of(uptake, "uptake-to-conclude", uptake.Subject.SellerName, uptake.TriggeredAt!.Value, uptake.PayBy);
        foreach (var report in uptake.Reports.Where(r => r.State == ReportState.Disputed && uptake.Allows(UptakeStep.File)))
            yield return Of(uptake, "usage-report-to-correct", uptake.Subject.SellerName, report.AnsweredAt!.Value, null, report.Id);
        if (uptake.State == UptakeState.Trial && uptake.TrialEndsAt is { } end && now < end && now >= Reminders.Before(end, rules.TrialReminderDays))
            yield return Of(uptake, "trial-ends-soon", uptake.Subject.SellerName, Reminders.Before(end, rules.TrialReminderDays), end, uptake.OfferId.Value);
        if (uptake.NextStretch is not var (_, last)) yield break;
        var due = uptake.ReckonTo is not null && uptake.LastReportBy is { } final ? final : Reminders.ReportDue(last, rules.ReportDue);
        var since = uptake.ReckonTo is not null ? uptake.TriggeredAt!.Value : ChinaTime.StartOf(last);
        // The stretch is over, or its reminder has gone out.
        if (now >= since || now >= Reminders.Before(due, rules.ReportReminderDays))
            yield return Of(uptake, "usage-report-to-file", uptake.Subject.SellerName, since, due);
    }

    private static GetTodo.Item Of(FixedTermOffer offer, string kind, string? subject) => new(
        offer.Id.Value, kind, offer.Subject.AchievementTitle, subject, offer.Number, offer.ChangedAt, null, $"/workbench/trading/fixed-term-offers/{offer.Id}");

    private static GetTodo.Item Of(Uptake uptake, string kind, string subject, DateTimeOffset since, DateTimeOffset? due, Guid? id = null) => new(
        id ?? uptake.Id.Value, kind, uptake.Subject.AchievementTitle, subject, uptake.Number, since, due, $"/workbench/trading/uptakes/{uptake.Id}");
}
