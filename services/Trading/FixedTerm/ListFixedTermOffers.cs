using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>A holder sees its own offers; the bureau's reviewers see all that were ever submitted, those that wait for them first.</summary>
static class ListFixedTermOffers
{
    public sealed record Item(
        Guid Id, string Number, string Kind, string State, string AchievementNumber, string AchievementTitle, string SellerName, int Places, int Taken,
        int Applied,
        DateTimeOffset EndsAt, DateTimeOffset ChangedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct, string? state = null, [StringLength(100)] string? q = null,
        [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        FixedTermState[] unseen = [FixedTermState.Draft, FixedTermState.UnitReview];
        var offers = caller.IsBureau()
            ? db.FixedTermOffers.AsNoTracking().Where(o => !unseen.Contains(o.State))
            : db.FixedTermOffers.AsNoTracking().Where(o => o.SellerId == own);
        if (Query.Parse<FixedTermState>(state) is { } wanted) offers = offers.Where(o => o.State == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            offers = offers.Where(o => o.Number == text
                || db.KnownAchievements.Any(a => a.Id == o.AchievementId && (a.Number == text || a.Title.Contains(text) || a.OwnerName.Contains(text))));
        }
        var total = await offers.CountAsync(ct);
        var waiting = caller.IsBureau() ? FixedTermState.Submitted : FixedTermState.Returned;
        var rows = await offers.OrderBy(o => o.State == waiting ? 0 : 1).ThenByDescending(o => o.ChangedAt).ThenByDescending(o => o.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var ids = rows.Select(o => o.Id).ToList();
        var takers = await db.Uptakes.AsNoTracking().Where(u => ids.Contains(u.OfferId)).Select(u => new { u.OfferId, u.State }).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [
                .. rows.Select(o => new Item(
                    o.Id.Value, o.Number, o.Kind.Name(), o.State.Name(), o.Subject.AchievementNumber, o.Subject.AchievementTitle, o.Subject.SellerName,
                    o.Terms.Places,
                    takers.Count(u => u.OfferId == o.Id && UptakeSteps.Places.Contains(u.State)),
                    takers.Count(u => u.OfferId == o.Id && u.State == UptakeState.Applied),
                    o.EndsAt, o.ChangedAt)),
            ],
            total, page, size, clock.GetUtcNow()));
    }
}
