using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>The unit's own view of a notice: what was prepared, and the objections; who objected only for its deciders.</summary>
static class GetUnitNotice
{
    /// <param name="Name">Null for everyone but the unit's approvers who may decide.</param>
    public sealed record ObjectionItem(
        Guid Id, string Reason, string? Name, string? Contact, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, string State, string? DecidedByName,
        string? DecisionReason, DateTimeOffset? DecidedAt);

    public sealed record Response(
        Guid Id, string? Number, string State, long Version, Guid? NegotiationId, string PricingMode, Guid AchievementId, string AchievementNumber,
        string AchievementTitle, string SellerName, string BuyerName, DealTerms Terms, string Summary, string Procedure, string? PriceBasis,
        bool RelatedParty, string? RelatedPartyStatement, DateTimeOffset PreparedAt, DateTimeOffset? PublishedAt, DateTimeOffset? EndsAt,
        DateTimeOffset? ClosedAt, string? ClosingReason, string? EvidenceHash, IReadOnlyList<ObjectionItem> Objections, bool MayPublish, bool MayDecide,
        DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(NoticeId id, Caller caller, TradingDb db, ContactVault vault, TimeProvider clock, CancellationToken ct)
    {
        var notice = await db.Notices.AsNoTracking().Include(n => n.Objections).SingleOrDefaultAsync(n => n.Id == id, ct);
        if (notice is null || notice.SellerId != caller.Organisation) throw Problems.NoticeNotFound.Now();
        return TypedResults.Ok(await View(notice, caller, db, vault, clock.GetUtcNow(), ct));
    }

    /// <summary>The negotiation whose price a notice of the caller's own unit announces.</summary>
    internal static async Task<NegotiationId> NegotiationOf(NoticeId id, Caller caller, TradingDb db, CancellationToken ct) =>
        await db.Notices.Where(n => n.Id == id && n.SellerId == caller.Organisation).Select(n => n.NegotiationId).SingleOrDefaultAsync(ct)
        ?? throw Problems.NoticeNotFound.Now();

    internal static async Task<Response> View(PriceNotice notice, Caller caller, TradingDb db, ContactVault vault, DateTimeOffset now, CancellationToken ct)
    {
        var negotiators = await db.Negotiations.AsNoTracking().Where(n => n.Id == notice.NegotiationId).Select(n => n.SellerPeople).SingleOrDefaultAsync(ct) ?? [];
        var mayDecide = caller.Has(Roles.Approver) && caller.Verified && notice.PreparedBy != caller.PersonId && !negotiators.Contains(caller.PersonId);
        return new Response(
            notice.Id.Value, notice.Number, GetNegotiation.Code(notice.State), notice.Version, notice.NegotiationId?.Value, notice.Subject.PricingMode,
            notice.Subject.AchievementId, notice.Subject.AchievementNumber, notice.Subject.AchievementTitle, notice.Subject.SellerName,
            notice.Subject.BuyerName, notice.Subject.Terms, notice.Contents.Summary, notice.Contents.Procedure, notice.Contents.PriceBasis,
            notice.Contents.RelatedParty, notice.Contents.RelatedPartyStatement, notice.PreparedAt, notice.PublishedAt, notice.EndsAt, notice.ClosedAt,
            notice.ClosingReason, notice.EvidenceHash,
            [.. notice.Objections.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id.Value).Select(o => ItemOf(o, mayDecide ? vault.Open(o.Id.Value, o.SealedContact) : null))],
            notice.State == NoticeState.Prepared && caller.MayActFor(Side.Seller), mayDecide, now);
    }

    private static ObjectionItem ItemOf(Objection objection, ObjectorContact? contact) => new(
        objection.Id.Value, objection.Reason, contact?.Name, contact?.Contact, objection.ReceivedAt, objection.DueAt, GetNegotiation.Code(objection.State),
        objection.Decision?.PersonName, objection.Decision?.Reason, objection.Decision?.At);
}
