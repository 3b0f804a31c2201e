using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Web;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Bidding;

/// <summary>Anyone browses the bidding rooms: those open first, then those to come, then those that are over, latest first.</summary>
static class ListAuctions
{
    public enum Phases
    {
        Coming,
        Open,
        Closed,
    }

    public sealed record Item(
        Guid Id, string Number, string SaleNumber, string Title, string Type, string State, Money StartPrice, Money? Top, int BidCount, int BidderCount,
        DateTimeOffset OpensAt, DateTimeOffset? EndsAt, DateTimeOffset? EndedAt, string? Outcome);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        TradingDb db, TimeProvider clock, CancellationToken ct, WireName<Phases>? phase = null, Guid? saleId = null, [StringLength(100)] string? q = null,
        [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var auctions = db.Auctions.AsNoTracking();
        if (saleId is { } sale) auctions = auctions.Where(a => a.SaleId == sale);
        auctions = phase?.Value switch
        {
            Phases.Coming => auctions.Where(a => a.State == AuctionState.Scheduled),
            Phases.Open => auctions.Where(a => a.State == AuctionState.Open || a.State == AuctionState.Paused),
            Phases.Closed => auctions.Where(a => a.State == AuctionState.Closed || a.State == AuctionState.Cancelled),
            _ => auctions,
        };
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            auctions = auctions.Where(a => a.Number == text || a.SaleNumber == text || a.Title.Contains(text));
        }
        var total = await auctions.CountAsync(ct);
        var rows = await auctions
            .OrderBy(a => a.State == AuctionState.Open || a.State == AuctionState.Paused ? 0 : a.State == AuctionState.Scheduled ? 1 : 2)
            .ThenByDescending(a => a.EndedAt).ThenBy(a => a.OpensAt).ThenBy(a => a.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(ItemOf)], total, page, size, clock.GetUtcNow()));
    }

    private static Item ItemOf(Auction auction) => new(
        auction.Id.Value, auction.Number, auction.SaleNumber, auction.Title, GetNegotiation.Code(auction.Rules.Type), GetNegotiation.Code(auction.State),
        auction.Rules.StartPrice, auction.Top is { } top ? new Money(top, auction.Rules.Currency) : null, auction.BidCount, auction.Bidders.Count,
        auction.OpensAt, auction.EndsAt, auction.EndedAt, auction.Outcome);
}
