using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>A unit sees its own notices, prepared ones and open objections first.</summary>
static class ListUnitNotices
{
    public sealed record Item(
        Guid Id, string? Number, string State, Guid? NegotiationId, string AchievementTitle, string BuyerName, Money Price, bool RelatedParty,
        int OpenObjections, DateTimeOffset PreparedAt, DateTimeOffset? PublishedAt, DateTimeOffset? EndsAt, DateTimeOffset? ClosedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, CancellationToken ct, string? state = null, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var notices = db.Notices.AsNoTracking().Where(n => n.SellerId == own);
        if (Query.Parse<NoticeState>(state) is { } wanted) notices = notices.Where(n => n.State == wanted);
        var total = await notices.CountAsync(ct);
        NoticeState[] waiting = [NoticeState.Prepared, NoticeState.Paused];
        var rows = await notices.Include(n => n.Objections).OrderBy(n => waiting.Contains(n.State) ? 0 : 1).ThenByDescending(n => n.PreparedAt)
            .ThenByDescending(n => n.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(ItemOf)], total, page, size));
    }

    private static Item ItemOf(PriceNotice notice) => new(
        notice.Id.Value, notice.Number, GetNegotiation.Code(notice.State), notice.NegotiationId?.Value, notice.Subject.AchievementTitle,
        notice.Subject.BuyerName, notice.Subject.Terms.Price, notice.Contents.RelatedParty, notice.Objections.Count(o => o.State == ObjectionState.Open),
        notice.PreparedAt, notice.PublishedAt, notice.EndsAt, notice.ClosedAt);
}
