using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder's people and the bureau's reviewers see an offer whole: terms, review, who took it up.</summary>
static class GetFixedTermOffer
{
    /// <summary>What the caller may do now.</summary>
    public enum Possibility
    {
        Write,
        Submit,
        Approve,
        ReturnToAuthor,
        Publish,
        Withdraw,
    }

    public sealed record Achievement(Guid Id, string Number, string Title, string Status);

    public sealed record Return(string Stage, string Reason, string? PersonName, DateTimeOffset At);

    public sealed record Taker(Guid Id, string Number, string Name, string State, DateTimeOffset AppliedAt, DateTimeOffset ChangedAt, bool RelatedParty);

    public sealed record Notice(Guid Id, string Number, string State, DateTimeOffset EndsAt);

    /// <param name="Version">Send it back with what changes the offer.</param>
    /// <param name="PlacesLeft">Of the takers there can be at a time.</param>
    /// <param name="Examples">The price formula applied to some sales.</param>
    public sealed record Response(
        Guid Id, string Number, string Kind, string State, long Version, Achievement Achievement, Guid SellerId, string SellerName, FixedTermForm.Terms Terms,
        bool Exclusive, int PlacesLeft, IReadOnlyList<PriceView> Examples, Return? Returned, string? ApprovedByName, string? ReviewedByName, Notice? Notice,
        DateTimeOffset DraftedAt, DateTimeOffset? PublishedAt, DateTimeOffset? OpenedAt, DateTimeOffset EndsAt, DateTimeOffset? EndedAt, string? EndReason,
        IReadOnlyList<Taker> Takers, IReadOnlyList<Possibility> May, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(FixedTermId id, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await View(await db.ReadOffer(id, caller, ct), caller, db, clock.GetUtcNow(), ct));

    internal static async Task<Response> View(FixedTermOffer offer, Caller caller, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var achievement = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == offer.AchievementId, ct);
        var takers = await db.Uptakes.AsNoTracking().Where(u => u.OfferId == offer.Id).OrderByDescending(u => u.AppliedAt).ThenBy(u => u.Id).ToListAsync(ct);
        var notice = await db.Notices.AsNoTracking().Where(n => n.FixedTermId == offer.Id && n.Number != null).OrderByDescending(n => n.PreparedAt)
            .ThenByDescending(n => n.Id).FirstOrDefaultAsync(ct);
        return new Response(
            offer.Id.Value, offer.Number, offer.Kind.Name(), offer.State.Name(), offer.Version,
            new Achievement(achievement.Id, achievement.Number, achievement.Title, achievement.Status), offer.SellerId, offer.Subject.SellerName, offer.Terms,
            offer.Exclusive, Math.Max(0, offer.Terms.Places - takers.Count(u => UptakeSteps.Places.Contains(u.State))),
            [.. PriceFormula.Examples(offer.Terms.Price).Select(PriceView.Of)],
            offer.Returned is { } back ? new Return(back.Stage, back.Reason, back.PersonName, back.At) : null, offer.ApprovedByName, offer.ReviewedByName,
            notice is null ? null : new Notice(notice.Id.Value, notice.Number!, notice.State.Name(), notice.EndsAt!.Value), offer.DraftedAt, offer.PublishedAt,
            offer.OpenedAt, offer.EndsAt, offer.EndedAt, offer.EndReason,
            [.. takers.Select(u => new Taker(u.Id.Value, u.Number, u.Taker.Name, u.State.Name(), u.AppliedAt, u.ChangedAt, u.Application.RelatedParty))],
            [.. May(offer, caller)], now);
    }

    private static IEnumerable<Possibility> May(FixedTermOffer offer, Caller caller)
    {
        var own = offer.SellerId == caller.Organisation && caller.Verified;
        var writes = own && caller.Has(Roles.Publisher);
        if (writes && offer.Allows(FixedTermStep.Rewrite)) yield return Possibility.Write;
        if (writes && offer.Allows(FixedTermStep.Submit)) yield return Possibility.Submit;
        var approves = own && caller.Has(Roles.Approver) && offer.Allows(FixedTermStep.Approve);
        if (approves) yield return Possibility.Approve;
        var reviews = caller.IsBureau() && offer.Allows(FixedTermStep.Publish);
        if (approves || reviews) yield return Possibility.ReturnToAuthor;
        if (reviews) yield return Possibility.Publish;
        if (writes && offer.Allows(FixedTermStep.Withdraw)) yield return Possibility.Withdraw;
    }
}
