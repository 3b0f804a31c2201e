using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Sales;

/// <summary>Anyone browses the announced sales, those open for registration first.</summary>
static class ListAnnouncements
{
    public enum Phases
    {
        /// <summary>Registration is open.</summary>
        Open,

        /// <summary>Registration is closed, the result is not final.</summary>
        Running,
        Ended,
    }

    public sealed record Item(
        string Number, string Mode, string State, string AchievementNumber, string AchievementTitle, string SellerName, string Category,
        string? LicenceExclusivity, Money BasePrice, Money Deposit, string BiddingMethod, DateTimeOffset AnnouncedAt, DateTimeOffset EndsAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        TradingDb db, TimeProvider clock, CancellationToken ct, Phases? phase = null, [StringLength(100)] string? q = null, [Range(1, 100_000)] int page = 1,
        [Range(1, 100)] int size = 20)
    {
        var sales = db.Sales.AsNoTracking().Where(s => s.AnnouncedAt != null);
        if (phase is { } wanted)
        {
            sales = wanted switch
            {
                Phases.Open => sales.Where(s => s.State == SaleState.Announced),
                Phases.Ended => sales.Where(s => SaleSteps.Over.Contains(s.State)),
                _ => sales.Where(s => s.State != SaleState.Announced && !SaleSteps.Over.Contains(s.State)),
            };
        }
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            sales = sales.Where(s => s.Number == text
                || db.KnownAchievements.Any(a => a.Id == s.AchievementId && (a.Number == text || a.Title.Contains(text) || a.OwnerName.Contains(text))));
        }
        var total = await sales.CountAsync(ct);
        var rows = await sales.OrderBy(s => s.State == SaleState.Announced ? 0 : 1).ThenBy(s => s.EndsAt).ThenByDescending(s => s.AnnouncedAt).ThenBy(s => s.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(ItemOf)], total, page, size, clock.GetUtcNow()));
    }

    private static Item ItemOf(Sale sale)
    {
        var round = sale.Announced!;
        return new Item(
            sale.Number, sale.Mode.Name(), sale.State.Name(), sale.Subject.AchievementNumber, sale.Subject.AchievementTitle, sale.Subject.SellerName,
            round.Terms.Transfer.Category, round.Terms.Transfer.LicenceExclusivity, round.Terms.BasePrice, round.Terms.Deposit, round.Terms.Bidding.Method.Name(),
            round.AnnouncedAt, round.EndsAt);
    }
}
