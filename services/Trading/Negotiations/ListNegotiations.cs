using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>The caller's organisation sees its negotiations as seller, as buyer, or as the broker whose lead covers them.</summary>
static class ListNegotiations
{
    public enum Sides
    {
        Seller,
        Buyer,
        Broker,
    }

    /// <param name="Price">Of the latest version; not for brokers.</param>
    /// <param name="YourTurn">The other side's offer is open.</param>
    public sealed record Item(
        Guid Id, string Number, string State, Guid AchievementId, string AchievementNumber, string AchievementTitle, string SellerName, string BuyerName,
        Sides Side, int Rounds, Money? Price, bool YourTurn, DateTimeOffset? OfferExpiresAt, int Unread, DateTimeOffset OpenedAt, DateTimeOffset LastActionAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct, Sides? side = null, string? state = null, Guid? achievementId = null,
        [StringLength(100)] string? q = null, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var negotiations = side switch
        {
            Sides.Seller => db.Negotiations.Where(n => n.SellerId == own),
            Sides.Buyer => db.Negotiations.Where(n => n.BuyerId == own),
            Sides.Broker => db.Negotiations.Where(n => db.KnownLeads.Any(l => l.BrokerId == own && l.ClientId == n.BuyerId && l.AchievementId == n.AchievementId && l.ValidUntil > n.OpenedAt)),
            _ => db.Negotiations.Where(n => n.SellerId == own || n.BuyerId == own
                || db.KnownLeads.Any(l => l.BrokerId == own && l.ClientId == n.BuyerId && l.AchievementId == n.AchievementId && l.ValidUntil > n.OpenedAt)),
        };
        if (Query.Parse<NegotiationState>(state) is { } wanted) negotiations = negotiations.Where(n => n.State == wanted);
        if (achievementId is { } achievement) negotiations = negotiations.Where(n => n.AchievementId == achievement);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            negotiations = negotiations.Where(n => n.Number == text || n.AchievementNumber == text || n.AchievementTitle.Contains(text)
                || n.SellerName.Contains(text) || n.BuyerName.Contains(text));
        }
        var total = await negotiations.CountAsync(ct);
        var rows = await negotiations.AsNoTracking().Include(n => n.Offers).OrderByDescending(n => n.LastActionAt).ThenByDescending(n => n.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var ids = rows.Select(n => n.Id).ToList();
        var read = await db.ReadMarks.Where(m => m.OrganisationId == own && ids.Contains(m.NegotiationId)).ToDictionaryAsync(m => m.NegotiationId, m => m.UpTo, ct);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new Response([.. rows.Select(n => ItemOf(n, own, read.GetValueOrDefault(n.Id), now))], total, page, size, now));
    }

    private static Item ItemOf(Negotiation negotiation, Guid own, int read, DateTimeOffset now)
    {
        var side = negotiation.SideOf(own);
        var open = negotiation.Latest is { } latest && latest.StateAt(now) == OfferState.Open ? latest : null;
        return new Item(
            negotiation.Id.Value, negotiation.Number, GetNegotiation.Code(negotiation.State), negotiation.AchievementId, negotiation.AchievementNumber,
            negotiation.AchievementTitle, negotiation.SellerName, negotiation.BuyerName,
            side switch { Negotiations.Side.Seller => Sides.Seller, Negotiations.Side.Buyer => Sides.Buyer, _ => Sides.Broker }, negotiation.Offers.Count,
            side is null ? null : (negotiation.Agreed ?? negotiation.Latest)?.Terms.Price, side is not null && open is not null && open.By != side,
            side is null ? null : open?.ExpiresAt, side is null ? 0 : negotiation.MessageCount - read, negotiation.OpenedAt, negotiation.LastActionAt);
    }
}
