using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder opens the form of a new offer: what it could offer, with the patents an open licence could rest on, and the region's rules.</summary>
static class GetFixedTermOpening
{
    private const int AtMost = 50;

    public sealed record Patent(string Kind, string Number, DateOnly? ExpiresOn);

    public sealed record Achievement(Guid Id, string Number, string Title, IReadOnlyList<Patent> Patents);

    public sealed record Span(int Value, PeriodUnit Unit);

    /// <param name="Notice">How long a public body's price formula is announced; null when the caller is none.</param>
    public sealed record RulesOf(
        Span? Notice, Span ReportDue, Span ReportReview, int TrialReminderDays, int ReportReminderDays, int OverdueReminderDays, int PaymentReminderDays);

    public sealed record Response(IReadOnlyList<Achievement> Achievements, RulesOf Rules, bool UnitApproves);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct, [StringLength(100)] string? q = null)
    {
        caller.Require(Roles.Publisher);
        var own = caller.OrganisationId;
        var free = db.KnownAchievements.AsNoTracking().Where(a => a.OwnerId == own && a.Status == "PUBLISHED");
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            free = free.Where(a => a.Number == text || a.Title.Contains(text));
        }
        var achievements = await free.OrderByDescending(a => a.PublishedAt).ThenBy(a => a.Id).Take(AtMost).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var set = profile.At(now);
        var rules = set.FixedTermOffers;
        return TypedResults.Ok(new Response(
            [
                .. achievements.Select(a => new Achievement(
                    a.Id, a.Number, a.Title, [.. FixedTermTerms.LivePatents(a.IpRights,
                        ChinaTime.DayOf(now)).Select(r => new Patent(r.Kind, r.Number!, r.ExpiresOn))])),
            ],
            new RulesOf(
                caller.PublicInstitution ? Of(set.NoticePeriod) : null, Of(rules.ReportDue), Of(rules.ReportReview), rules.TrialReminderDays,
                rules.ReportReminderDays,
                rules.OverdueReminderDays, rules.PaymentReminderDays),
            caller.OrganisationKind is OrganisationKinds.University or OrganisationKinds.Institute));
    }

    private static Span Of(Period period) => new(period.Value, period.Unit);
}
