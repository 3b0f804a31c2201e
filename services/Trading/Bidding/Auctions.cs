using System.Security.Cryptography;
using TechMarket.Messages;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Bidding;

/// <summary>How a sale gets its auction.</summary>
static class Auctions
{
    private const string CodeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string CodeDigits = "23456789";

    /// <summary>
    /// Schedules an auction inside the caller's transaction (its number needs one); the caller saves. It opens and ends by itself
    /// and says so by <see cref="AuctionChanged"/> and <see cref="AuctionClosed"/>.
    /// </summary>
    public static async Task<Auction> Schedule(TradingDb db, AuctionSpec spec, AuctionVault vault, DateTimeOffset now, CancellationToken ct)
    {
        var number = await db.NextNumber("JJ", ct);
        var reserve = spec.ReservePrice is { } secret ? vault.SealReserve(number, secret.Amount) : null;
        var auction = Auction.Schedule(new AuctionId(Guid.CreateVersion7(now)), number, spec, NewCodes(spec.Bidders.Count), reserve, now);
        db.Auctions.Add(auction);
        var announced = auction.NewEntries[0];
        db.AuctionLog.Add(new LogRow { AuctionId = auction.Id, Seq = announced.Seq, Line = announced.Line });
        auction.Committed();
        await db.SetDeadline(AdvanceAuction.Kind, auction.Id.Value, auction.OpensAt, ct);
        db.Publish(Changed(auction, announced));
        db.Audit(null, "auction", auction.Id.Value, "scheduled", null, auction.State.Name(), null, new { auction.Number, auction.SaleId, auction.Hash }, "5y");
        return auction;
    }

    /// <summary>What an entry of the log means to the other services; its sequence number is the version they compare.</summary>
    public static AuctionChanged Changed(Auction auction, LogEntry entry) => new(
        auction.Id.Value, entry.Seq, auction.Number, auction.SaleId, auction.Title, auction.SellerId, auction.Rules.Type.Name(), StatusAfter(entry.Kind).Name(),
        auction.OpensAt, entry.EndsAt, entry.Reason, [.. auction.Bidders.Select(b => b.PartyId)], entry.At);

    public static AuctionClosed Closed(Auction auction) => new(
        auction.Id.Value, auction.Number, auction.SaleId, auction.Outcome!, auction.WinnerId,
        auction.WinnerId is null ? null : new Money(auction.Top!.Value, auction.Rules.Currency), auction is { WinnerId: not null, LeadsByMatch: true },
        auction.Hash, auction.EndedAt!.Value);

    private static AuctionState StatusAfter(EntryKind kind) => kind switch
    {
        EntryKind.Scheduled => AuctionState.Scheduled,
        EntryKind.Paused => AuctionState.Paused,
        EntryKind.Closed => AuctionState.Closed,
        EntryKind.Cancelled => AuctionState.Cancelled,
        _ => AuctionState.Open,
    };

    /// <summary>Codes nobody can tie to a bidder or to another auction: a letter and three digits, without look-alikes.</summary>
    private static List<string> NewCodes(int count)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (codes.Count < count)
            codes.Add(RandomNumberGenerator.GetString(CodeLetters, 1) + RandomNumberGenerator.GetString(CodeDigits, 3));
        return [.. codes];
    }
}
