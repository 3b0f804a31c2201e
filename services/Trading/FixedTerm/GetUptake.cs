using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.FixedTerm;

/// <summary>Both sides, and the bureau's reviewers, see one organisation's use of an offer.</summary>
static class GetUptake
{
    /// <summary>What the caller may do now.</summary>
    public enum Possibility
    {
        Screen,
        TakeBack,
        Report,
        Answer,
        Decide,
        Exit,
        Convert,
        ClaimGuarantee,
    }

    public sealed record Party(
        Guid Id, string Name, string? CreditCode, string Purpose, bool RelatedParty, string? RelatedStatement, string ContactName, string ContactPhone);

    /// <param name="Filing">Names these very figures; a dispute sends it back.</param>
    /// <param name="AnsweredByName">Empty when silence confirmed it.</param>
    public sealed record Report(
        Guid Id, DateOnly From, DateOnly To, Money Sales, string? Note, bool Final, string State, Guid Filing, string FiledByName, DateTimeOffset FiledAt,
        DateTimeOffset AnswerBy, string? DisputeReason, string? AnsweredByName, DateTimeOffset? AnsweredAt);

    /// <param name="DueAt">By when it has to be there.</param>
    public sealed record Stretch(DateOnly From, DateOnly To, DateTimeOffset DueAt);

    public sealed record Answer(bool Accepted, string? Reason, string PersonName, DateTimeOffset At);

    public sealed record Claim(string Statement, string PersonName, DateTimeOffset At);

    public sealed record Reference(Guid Id, string Number);

    /// <param name="Price">Once it is reckoned.</param>
    /// <param name="SoFar">What the price would be for what has been reported up to now; a preview, nothing is owed by it.</param>
    public sealed record Response(
        Guid Id, string Number, string Kind, string State, long Version, Guid OfferId, string OfferNumber, string AchievementNumber, string AchievementTitle,
        Guid SellerId, string SellerName, Party Taker, FixedTermForm.Terms Terms, DateTimeOffset AppliedAt, Answer? Screening, DateOnly? StartsOn,
        DateOnly? EndsOn,
        DateTimeOffset? TrialEndsAt, IReadOnlyList<Report> Reports, Stretch? NextReport, string? TriggeredBy, DateTimeOffset? TriggeredAt, DateOnly? ReckonTo,
        DateTimeOffset? LastReportBy, PriceView? Price, PriceView? SoFar, DateTimeOffset? PayBy, Reference? Deal, DateTimeOffset? ConvertedAt,
        DateTimeOffset? EndedAt,
        string? EndReason, Claim? GuaranteeClaim, string Side, IReadOnlyList<Possibility> May, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(UptakeId id, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(await View(await db.ReadUptake(id, caller, ct), caller, db, profile.At(now), now, ct));
    }

    internal static async Task<Response> View(Uptake uptake, Caller caller, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var dealId = uptake.DealId is { } known ? new DealId(known) : (DealId?)null;
        var deal = await db.Deals.AsNoTracking().Where(d => d.Id == dealId).Select(d => new Reference(d.Id.Value, d.Number)).SingleOrDefaultAsync(ct);
        var (taker, application) = (uptake.Taker, uptake.Application);
        return new Response(
            uptake.Id.Value, uptake.Number, uptake.Kind.Name(), uptake.State.Name(), uptake.Version, uptake.OfferId.Value, uptake.OfferNumber,
            uptake.Subject.AchievementNumber, uptake.Subject.AchievementTitle, uptake.SellerId, uptake.Subject.SellerName,
            new Party(
                uptake.TakerId, taker.Name, taker.CreditCode, application.Purpose, application.RelatedParty, application.RelatedStatement,
                application.ContactName,
                application.ContactPhone),
            uptake.Terms, uptake.AppliedAt, uptake.Screening is { } answer ? new Answer(answer.Accepted, answer.Reason, answer.PersonName, answer.At) : null,
            uptake.StartsOn, uptake.EndsOn, uptake.TrialEndsAt, [.. uptake.Reports.OrderByDescending(r => r.From).Select(ReportOf)], StretchOf(uptake, rules),
            uptake.TriggeredBy?.Name(), uptake.TriggeredAt, uptake.ReckonTo, uptake.LastReportBy, uptake.Price is { } price ? PriceView.Of(price) : null,
            uptake.StartsOn is null ? null : PriceView.Of(PriceFormula.Of(uptake.Terms.Price, uptake.SoldSoFar)), uptake.PayBy, deal, uptake.ConvertedAt,
            uptake.EndedAt, uptake.EndReason, uptake.GuaranteeCall is { } call ? new Claim(call.Statement, call.PersonName, call.At) : null,
            uptake.TakerId == caller.Organisation ? "TAKER" : uptake.SellerId == caller.Organisation ? "HOLDER" : "BUREAU", [.. May(uptake, caller, now)], now);
    }

    private static Report ReportOf(UsageReport report) => new(
        report.Id, report.From, report.To, report.Sales, report.Note, report.Final, report.State.Name(), report.Filing, report.FiledByName, report.FiledAt,
        report.AnswerBy, report.DisputeReason, report.AnsweredByName, report.AnsweredAt);

    private static Stretch? StretchOf(Uptake uptake, RuleSet rules) => uptake.NextStretch is var (from, to)
        ? new Stretch(from, to, uptake.ReckonTo is not null && uptake.LastReportBy is { } last ? last : Reminders.ReportDue(to,
            rules.FixedTermOffers.ReportDue))
        : null;

    private static IEnumerable<Possibility> May(Uptake uptake, Caller caller, DateTimeOffset now)
    {
        var takes = uptake.TakerId == caller.Organisation && caller.Verified && caller.Has(Roles.Purchaser);
        var holds = uptake.SellerId == caller.Organisation && caller.Verified && caller.Has(Roles.Publisher);
        var free = now < uptake.TrialEndsAt;
        if (holds && uptake.Allows(UptakeStep.Decide)) yield return Possibility.Screen;
        if (takes && uptake.Allows(UptakeStep.TakeBack)) yield return Possibility.TakeBack;
        if (takes && uptake.Reporting && uptake.NextFrom <= ChinaTime.DayOf(now)) yield return Possibility.Report;
        if (holds && uptake.Allows(UptakeStep.Answer) && uptake.Reports.Any(r => r.State != ReportState.Confirmed)) yield return Possibility.Answer;
        if (takes && free && uptake.Allows(UptakeStep.Trigger) && uptake.Terms.Trial?.Trigger == TrialTrigger.Decision) yield return Possibility.Decide;
        if (takes && free && uptake.Allows(UptakeStep.Exit)) yield return Possibility.Exit;
        if (takes && uptake.Allows(UptakeStep.Convert) && now < uptake.PayBy) yield return Possibility.Convert;
        if (holds && uptake.Allows(UptakeStep.ClaimGuarantee) && !string.IsNullOrWhiteSpace(uptake.Terms.Trial?.Guarantee))
            yield return Possibility.ClaimGuarantee;
    }
}
