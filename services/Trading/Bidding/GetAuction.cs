using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Bidding;

/// <summary>Anyone looks into a bidding room: rules and standing without identities. A bidder also sees its own code and place.</summary>
static class GetAuction
{
    public sealed record Band(Money From, Money Step);

    public sealed record Rules(
        string Type, Money StartPrice, IReadOnlyList<Band> Increments, int FreeSeconds, int TimedSeconds, int SealedSeconds, int ExtensionWindowSeconds,
        int ExtensionBySeconds, int? MaxExtensions, Money? Decrement, int IntervalSeconds, Money? FloorPrice, int PriorityCallSeconds, int MinimumBidders,
        Money? ConfirmAbove, IReadOnlyList<int> QuickSteps);

    public sealed record Right(int Rank, string Basis);

    public enum Roles
    {
        Observer,
        Bidder,
        Seller,

        /// <summary>May pause, resume and cancel.</summary>
        Staff,
    }

    /// <param name="Position">Among the codes that have bid in the open; null before the first bid.</param>
    /// <param name="Limit">The bidder's own secret limit.</param>
    public sealed record Viewer(
        Roles Role, string? Code, Right? Priority, bool DepositHeld, bool MayBid, bool GaveSealedBid, Money? Limit, int? Position, bool Leading);

    /// <param name="HasReserve">There is a secret reserve price; which one, nobody learns before the close.</param>
    public sealed record Response(
        Guid Id, string Number, Guid SaleId, string SaleNumber, string Title, string? AchievementNumber, string? SellerName, Rules Announced,
        IReadOnlyList<Right> Priority, int BidderCount, bool HasReserve, Standing Standing, Viewer You);

    public static async Task<Ok<Response>> Handle(AuctionId id, Visitor visitor, TradingDb db, LiveRooms rooms, AuctionVault vault, CancellationToken ct) =>
        TypedResults.Ok(await View(id, visitor, db, rooms, vault, ct));

    public static async Task<Ok<Response>> ByNumber(string number, Visitor visitor, TradingDb db, LiveRooms rooms, AuctionVault vault, CancellationToken ct)
    {
        var id = await db.Auctions.AsNoTracking().Where(a => a.Number == number).Select(a => (AuctionId?)a.Id).SingleOrDefaultAsync(ct);
        return TypedResults.Ok(await View(id ?? throw AuctionProblems.AuctionNotFound.Now(), visitor, db, rooms, vault, ct));
    }

    private static async Task<Response> View(AuctionId id, Visitor visitor, TradingDb db, LiveRooms rooms, AuctionVault vault, CancellationToken ct)
    {
        var room = await rooms.Find(id) ?? throw AuctionProblems.AuctionNotFound.Now();
        var (auction, standing) = (room.Announced, room.Now());
        var achievement = await db.KnownAchievements.AsNoTracking().Where(a => a.Id == auction.AchievementId).Select(a => new { a.Number, a.OwnerName }).SingleOrDefaultAsync(ct);
        return new Response(
            id.Value, auction.Number, auction.SaleId, auction.SaleNumber, auction.Title, achievement?.Number, achievement?.OwnerName, RulesOf(auction.Rules),
            [.. auction.Bidders.Where(b => b.Rank is not null).OrderBy(b => b.Rank).Select(b => new Right(b.Rank!.Value, b.Basis ?? ""))],
            auction.Bidders.Count, auction.Reserve is not null, standing, await ViewerOf(auction, standing, visitor.Caller, db, vault, ct));
    }

    private static async Task<Viewer> ViewerOf(Auction auction, Standing standing, Caller? caller, TradingDb db, AuctionVault vault, CancellationToken ct)
    {
        var own = caller?.Organisation;
        if (caller is null || own is null) return Nobody(Roles.Observer);
        if (own == auction.SellerId) return Nobody(Roles.Seller);
        if (auction.BidderOf(own.Value) is not { } bidder)
            return Nobody(caller.OrganisationKind == OrganisationKinds.Bureau && caller.Has(Platform.Security.Roles.Reviewer) ? Roles.Staff : Roles.Observer);
        var held = await db.KnownDeposits.AnyAsync(d => d.Id == bidder.DepositId && d.HeldAt != null && d.SettledAt == null, ct);
        var limit = await db.AuctionBids.AsNoTracking().Where(b => b.AuctionId == auction.Id && b.Code == bidder.Code && b.Kind == nameof(BidKind.Proxy))
            .OrderByDescending(b => b.Ordinal).Select(b => b.Secret).FirstOrDefaultAsync(ct);
        var gave = await db.AuctionBids.AnyAsync(b => b.AuctionId == auction.Id && b.Code == bidder.Code && b.Kind == nameof(BidKind.Sealed), ct);
        var place = standing.Ranking.Select((p, i) => (p.Code, i)).FirstOrDefault(p => p.Code == bidder.Code);
        return new Viewer(
            Roles.Bidder, bidder.Code, bidder.Rank is { } rank ? new Right(rank, bidder.Basis ?? "") : null, held,
            caller.Verified && caller.Has(Platform.Security.Roles.Purchaser), gave,
            limit is null ? null : new Money(vault.Open(limit).Amount, auction.Rules.Currency), place.Code is null ? null : place.i + 1, standing.Leader == bidder.Code);
    }

    private static Viewer Nobody(Roles role) => new(role, null, null, false, false, false, null, null, false);

    internal static Rules RulesOf(AuctionRules rules) => new(
        GetNegotiation.Code(rules.Type), rules.StartPrice, [.. rules.Increments.Select(b => new Band(b.From, b.Step))], rules.FreeSeconds, rules.TimedSeconds,
        rules.SealedSeconds, rules.ExtensionWindowSeconds, rules.ExtensionBySeconds, rules.MaxExtensions, rules.Decrement, rules.IntervalSeconds,
        rules.FloorPrice, rules.PriorityCallSeconds, rules.MinimumBidders, rules.ConfirmAbove, rules.QuickStepsOrUsual);
}
