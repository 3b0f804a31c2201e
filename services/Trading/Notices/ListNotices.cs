using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>Anyone browses the published notices, newest first.</summary>
static class ListNotices
{
    public enum Phases
    {
        /// <summary>Objections are taken.</summary>
        Running,
        Ended,
    }

    public sealed record Item(
        string Number, string State, string AchievementNumber, string AchievementTitle, string Category, string? LicenceExclusivity, Money Price,
        string SellerName, string BuyerName, bool RelatedParty, DateTimeOffset PublishedAt, DateTimeOffset EndsAt, DateTimeOffset? ClosedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        TradingDb db, TimeProvider clock, CancellationToken ct, Phases? phase = null, [StringLength(100)] string? q = null, [Range(1, 100_000)] int page = 1,
        [Range(1, 100)] int size = 20)
    {
        var notices = db.Notices.AsNoTracking().Where(n => n.Number != null);
        if (phase is { } wanted)
        {
            NoticeState[] running = [NoticeState.Running, NoticeState.Paused];
            notices = notices.Where(n => running.Contains(n.State) == (wanted == Phases.Running));
        }
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            notices = notices.Where(n => n.Number == text || db.Negotiations.Any(o => o.Id == n.NegotiationId
                && (o.AchievementTitle.Contains(text) || o.SellerName.Contains(text) || o.BuyerName.Contains(text) || o.AchievementNumber == text))
                || db.Sales.Any(s => s.Id == n.SaleId && (s.Number == text
                    || db.KnownAchievements.Any(a => a.Id == s.AchievementId && (a.Number == text || a.Title.Contains(text) || a.OwnerName.Contains(text)))))
                || db.FixedTermOffers.Any(o => o.Id == n.FixedTermId && (o.Number == text
                    || db.KnownAchievements.Any(a => a.Id == o.AchievementId && (a.Number == text || a.Title.Contains(text) || a.OwnerName.Contains(text))))));
        }
        var total = await notices.CountAsync(ct);
        var rows = await notices.OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(ItemOf)], total, page, size, clock.GetUtcNow()));
    }

    private static Item ItemOf(PriceNotice notice) => new(
        notice.Number!, GetNegotiation.Code(notice.State), notice.Subject.AchievementNumber, notice.Subject.AchievementTitle,
        notice.Subject.Terms.Category, notice.Subject.Terms.LicenceExclusivity, notice.Subject.Terms.Price, notice.Subject.SellerName,
        notice.Subject.BuyerName, notice.Contents.RelatedParty, notice.PublishedAt!.Value, notice.EndsAt!.Value, notice.ClosedAt);
}
