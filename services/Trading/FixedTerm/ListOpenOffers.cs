using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.FixedTerm;

/// <summary>Anyone browses the public offers, those that can be taken up first.</summary>
static class ListOpenOffers
{
    public enum Phases
    {
        /// <summary>Can be taken up.</summary>
        Open,

        /// <summary>The price formula is on public notice.</summary>
        Notice,
        Ended,
    }

    /// <param name="FreeMonths">Of try-first only.</param>
    /// <param name="Price">The formula.</param>
    public sealed record Item(
        string Number, string Kind, string State, string AchievementNumber, string AchievementTitle, string SellerName, string Category,
        string? LicenceExclusivity,
        string Territory, FixedTermForm.Price Price, int? FreeMonths, int PlacesLeft, DateTimeOffset PublishedAt, DateTimeOffset EndsAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    /// <param name="achievement">The number of an achievement whose offers are wanted.</param>
    public static async Task<Ok<Response>> Handle(
        TradingDb db, TimeProvider clock, CancellationToken ct, FixedTermKind? kind = null, Phases? phase = null, [StringLength(100)] string? q = null,
        [StringLength(40)] string? achievement = null, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var offers = db.FixedTermOffers.AsNoTracking().Where(o => o.PublishedAt != null && FixedTermSteps.Public.Contains(o.State));
        if (kind is { } sort) offers = offers.Where(o => o.Kind == sort);
        if (phase is { } wanted)
        {
            offers = wanted switch
            {
                Phases.Open => offers.Where(o => o.State == FixedTermState.Published),
                Phases.Notice => offers.Where(o => o.State == FixedTermState.Notice),
                _ => offers.Where(o => FixedTermSteps.Over.Contains(o.State)),
            };
        }
        if (!string.IsNullOrWhiteSpace(achievement))
            offers = offers.Where(o => db.KnownAchievements.Any(a => a.Id == o.AchievementId && a.Number == achievement));
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            offers = offers.Where(o => o.Number == text
                || db.KnownAchievements.Any(a => a.Id == o.AchievementId && (a.Number == text || a.Title.Contains(text) || a.OwnerName.Contains(text))));
        }
        var total = await offers.CountAsync(ct);
        var rows = await offers.OrderBy(o => o.State == FixedTermState.Published ? 0 : o.State == FixedTermState.Notice ? 1 : 2).ThenByDescending(o => o.PublishedAt)
            .ThenBy(o => o.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var ids = rows.Select(o => o.Id).ToList();
        var taken = await db.Uptakes.AsNoTracking().Where(u => ids.Contains(u.OfferId) && UptakeSteps.Places.Contains(u.State)).GroupBy(u => u.OfferId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return TypedResults.Ok(new Response([.. rows.Select(o => ItemOf(o, taken.GetValueOrDefault(o.Id)))], total, page, size, clock.GetUtcNow()));
    }

    private static Item ItemOf(FixedTermOffer offer, int taken) => new(
        offer.Number, offer.Kind.Name(), offer.State.Name(), offer.Subject.AchievementNumber, offer.Subject.AchievementTitle, offer.Subject.SellerName,
        offer.Terms.Category,
        offer.Terms.LicenceExclusivity, offer.Terms.Territory, offer.Terms.Price, offer.Terms.Trial?.FreeMonths, Math.Max(0, offer.Terms.Places - taken),
        offer.PublishedAt!.Value, offer.EndsAt);
}
