using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Sales;

/// <summary>A seller sees its own sales; the bureau's reviewers see all that were ever submitted, those that wait for them first.</summary>
static class ListSales
{
    public sealed record Item(
        Guid Id, string Number, string Mode, string State, string Wait, string AchievementNumber, string AchievementTitle, string SellerName, Money BasePrice,
        int Round, int Registered, int Undecided, DateTimeOffset? EndsAt, DateTimeOffset? DecideBy, DateTimeOffset ChangedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct, string? state = null, [StringLength(100)] string? q = null,
        [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        SaleState[] unseen = [SaleState.Draft, SaleState.UnitReview];
        var sales = caller.IsBureau()
            ? db.Sales.AsNoTracking().Where(s => s.AnnouncedAt != null || !unseen.Contains(s.State))
            : db.Sales.AsNoTracking().Where(s => s.SellerId == own);
        if (Query.Parse<SaleState>(state) is { } wanted) sales = sales.Where(s => s.State == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            sales = sales.Where(s => s.Number == text
                || db.KnownAchievements.Any(a => a.Id == s.AchievementId && (a.Number == text || a.Title.Contains(text) || a.OwnerName.Contains(text))));
        }
        var total = await sales.CountAsync(ct);
        var waiting = caller.IsBureau() ? SaleState.Submitted : SaleState.Returned;
        var rows = await sales.Include(s => s.Parties).OrderBy(s => s.State == waiting ? 0 : 1).ThenByDescending(s => s.ChangedAt).ThenByDescending(s => s.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(ItemOf)], total, page, size, clock.GetUtcNow()));
    }

    private static Item ItemOf(Sale sale) => new(
        sale.Id.Value, sale.Number, sale.Mode.Name(), sale.State.Name(), sale.Wait.Name(), sale.Subject.AchievementNumber, sale.Subject.AchievementTitle,
        sale.Subject.SellerName, (sale.Announced?.Terms ?? sale.Terms).BasePrice, sale.Rounds.Count, sale.Current.Count(p => p.RegisteredAt is not null),
        sale.Current.Count(p => p.State == SalePartyState.Registered), sale.EndsAt, sale.DecideBy, sale.ChangedAt);
}
