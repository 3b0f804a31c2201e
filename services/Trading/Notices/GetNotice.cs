using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>Anyone reads a published notice (DOMAIN P-2): what is transferred, how, to whom, for how much, and how to object.</summary>
static class GetNotice
{
    /// <summary>What became of an objection; never who made it.</summary>
    public sealed record ObjectionResult(string State, DateTimeOffset ReceivedAt, string? DecisionReason, DateTimeOffset? DecidedAt);

    public sealed record Period(int Value, string Unit);

    /// <param name="EndsAt">While paused: when it would have ended.</param>
    /// <param name="RemainingSeconds">Only while paused: the time it still has to run.</param>
    public sealed record Response(
        string Number, string State, string PricingMode, string AchievementNumber, string AchievementTitle, string Summary, string Category,
        string? LicenceExclusivity, Money Price, string PaymentMode, decimal? RoyaltyRate, string? RoyaltyBase, string SellerName, string BuyerName,
        bool RelatedParty, string? RelatedPartyStatement, string? PriceBasis, string Procedure, Period Length, DateTimeOffset PublishedAt,
        DateTimeOffset EndsAt, long? RemainingSeconds, DateTimeOffset? ClosedAt, string? ClosingReason, string? EvidenceHash, string? ReplacedBy,
        IReadOnlyList<ObjectionResult> Objections, bool TakesObjections, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(string number, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var notice = await db.Notices.AsNoTracking().Include(n => n.Objections).SingleOrDefaultAsync(n => n.Number == number, ct)
            ?? throw Problems.NoticeNotFound.Now();
        var now = clock.GetUtcNow();
        var replacedBy = notice.State == NoticeState.Revised
            ? await db.Notices.Where(n => n.NegotiationId == notice.NegotiationId && n.SaleId == notice.SaleId && n.FixedTermId == notice.FixedTermId && n.PreparedAt > notice.PublishedAt && n.Number != null && n.Id != notice.Id)
                .OrderBy(n => n.PreparedAt).Select(n => n.Number).FirstOrDefaultAsync(ct)
            : null;
        var terms = notice.Subject.Terms;
        return TypedResults.Ok(new Response(
            number, GetNegotiation.Code(notice.State), notice.Subject.PricingMode, notice.Subject.AchievementNumber, notice.Subject.AchievementTitle,
            notice.Contents.Summary, terms.Category, terms.LicenceExclusivity, terms.Price, terms.PaymentMode, terms.RoyaltyRate, terms.RoyaltyBase,
            notice.Subject.SellerName, notice.Subject.BuyerName, notice.Contents.RelatedParty, notice.Contents.RelatedPartyStatement,
            notice.Contents.PriceBasis, notice.Contents.Procedure, new Period(notice.Length!.Value, GetNegotiation.Code(notice.Length.Unit)),
            notice.PublishedAt!.Value, notice.EndsAt!.Value, notice.Remaining is { } left ? (long)left.TotalSeconds : null, notice.ClosedAt,
            notice.ClosingReason, notice.EvidenceHash, replacedBy,
            [.. notice.Objections.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id.Value).Select(o => new ObjectionResult(
                GetNegotiation.Code(o.State), o.ReceivedAt, o.Decision?.Reason, o.Decision?.At))],
            NoticeSteps.Allows(NoticeStep.Object, notice.State) && (notice.State == NoticeState.Paused || now < notice.EndsAt), now));
    }
}
