using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Sales;

/// <summary>An enterprise sees the sales it looked at or registered for, and where it stands in each.</summary>
static class ListRegistrations
{
    public sealed record Item(
        Guid SaleId, string Number, string SaleState, string AchievementNumber, string AchievementTitle, string SellerName, Money BasePrice, string PartyState,
        bool TakesPart, bool Won, GetSale.Deposit? Deposit, Guid? NegotiationId, Guid? AuctionId, DateTimeOffset? EndsAt, DateTimeOffset? RegisteredAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var sales = db.Sales.AsNoTracking().Where(s => s.Parties.Any(p => p.OrganisationId == own));
        var total = await sales.CountAsync(ct);
        var rows = await sales.Include(s => s.Parties).OrderByDescending(s => s.ChangedAt).ThenByDescending(s => s.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new Response([.. rows.Select(s => ItemOf(s, caller, now))], total, page, size, now));
    }

    private static Item ItemOf(Sale sale, Caller caller, DateTimeOffset now)
    {
        var mine = GetRegistration.View(sale, caller, now);
        return new Item(
            sale.Id.Value, sale.Number, sale.State.Name(), sale.Subject.AchievementNumber, sale.Subject.AchievementTitle, sale.Subject.SellerName,
            sale.Announced!.Terms.BasePrice, mine.Party!.State, mine.Party.TakesPart, mine.Party.Won, mine.Party.Deposit, mine.NegotiationId, mine.AuctionId,
            sale.EndsAt, mine.Party.RegisteredAt);
    }
}
