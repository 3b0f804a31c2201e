using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Bidding;

/// <summary>Another process wrote one of these auctions first.</summary>
sealed class GuardLostException() : Exception("Another process changed the auction meanwhile.");

/// <summary>Who moved an auction by hand, for the audit trail.</summary>
sealed record HandMove(Auction Auction, Caller By, EntryKind Kind, string? Reason);

/// <summary>
/// Reads auctions and writes groups of changes: bids, log, prices and ends of all auctions of a group in one transaction, guarded by
/// each auction's version. Plain SQL in one round trip; a group that also tells other services goes through the context, in the
/// same way and in one transaction with the outbox.
/// </summary>
sealed class BiddingStore(MarketConnections connections, IServiceScopeFactory scopes, AuctionVault vault) : IAsyncDisposable
{
    private const string Service = "trading";
    private static readonly EntryKind[] Told = [EntryKind.Opened, EntryKind.Paused, EntryKind.Resumed, EntryKind.Closed, EntryKind.Cancelled];
    private NpgsqlConnection? own;
    private GroupWrite? prepared;

    /// <summary>The auction rebuilt from its log; null when there is none.</summary>
    public async Task<Auction?> Load(AuctionId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        // One snapshot: row, log and bids belong together.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await db.Auctions.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } row) return null;
        var log = await db.AuctionLog.AsNoTracking().Where(r => r.AuctionId == id).OrderBy(r => r.Seq).Select(r => r.Line).ToListAsync(ct);
        var bids = await db.AuctionBids.AsNoTracking().Where(r => r.AuctionId == id).OrderBy(r => r.Ordinal).ToListAsync(ct);
        var deposits = await db.KnownDeposits.AsNoTracking().Where(d => d.SaleId == row.SaleId && d.HeldAt != null && d.SettledAt == null).Select(d => d.Id).ToListAsync(ct);
        return Auction.Replay(row, log.Select(LogEntry.Parse), bids.Select(Read), deposits);
    }

    /// <summary>The auctions that run or are about to.</summary>
    public async Task<List<AuctionId>> Live(DateTimeOffset opensBefore, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        return await db.Auctions.AsNoTracking()
            .Where(a => a.State == AuctionState.Open || a.State == AuctionState.Paused || (a.State == AuctionState.Scheduled && a.OpensAt <= opensBefore))
            .Select(a => a.Id).ToListAsync(ct);
    }

    /// <summary>When bidding was last served; null before the first time.</summary>
    public async Task<DateTimeOffset?> LastPulse(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        return await db.BiddingPulse.Where(p => p.Id == Pulse.Only).Select(p => (DateTimeOffset?)p.At).SingleOrDefaultAsync(ct);
    }

    /// <summary>Bidding is served now.</summary>
    public async Task Beat(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into trading.bidding_pulse (id, at) values ({Pulse.Only}, {now})
            on conflict (id) do update set at = greatest(bidding_pulse.at, excluded.at)
            """,
            ct);
    }

    /// <summary>The log's lines after an entry, in order.</summary>
    public async Task<List<string>> LinesAfter(AuctionId id, long seq, int most, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        return await db.AuctionLog.AsNoTracking().Where(r => r.AuctionId == id && r.Seq > seq).OrderBy(r => r.Seq).Take(most).Select(r => r.Line).ToListAsync(ct);
    }

    /// <summary>
    /// Writes what is new in these auctions, all or nothing. Those with nothing new must still be as they are in memory as well: a refusal is
    /// an answer too.
    /// </summary>
    public async Task Commit(IReadOnlyCollection<Auction> touched, IReadOnlyList<HandMove> moves, CancellationToken ct)
    {
        try
        {
            if (moves.Count > 0 || touched.Any(a => a.NewEntries.Any(e => Told.Contains(e.Kind)))) await CommitAndTell(touched, moves, ct);
            else await CommitBids(touched, ct);
        }
        catch (PostgresException lost) when (lost.SqlState is PostgresErrorCodes.DivisionByZero or PostgresErrorCodes.UniqueViolation)
        {
            throw new GuardLostException();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (prepared is not null) await prepared.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
        (prepared, own) = (null, null);
    }

    private async Task CommitBids(IReadOnlyCollection<Auction> touched, CancellationToken ct)
    {
        var connection = await Connection(ct);
        if (prepared is null)
        {
            prepared = new GroupWrite(connection);
            await prepared.Prepare(ct);
        }
        await prepared.Write(touched, vault, ct);
    }

    private async Task CommitAndTell(IReadOnlyCollection<Auction> touched, IReadOnlyList<HandMove> moves, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await using (var write = new GroupWrite((NpgsqlConnection)db.Database.GetDbConnection())) await write.Write(touched, vault, ct);
        foreach (var auction in touched)
        {
            foreach (var entry in auction.NewEntries.Where(e => Told.Contains(e.Kind)))
            {
                db.Publish(Auctions.Changed(auction, entry));
                if (entry.Kind == EntryKind.Closed) db.Publish(Auctions.Closed(auction));
                var by = moves.FirstOrDefault(m => m.Auction == auction && m.Kind == entry.Kind);
                db.Audit(by?.By, "auction", auction.Id.Value, entry.Kind.Name(), null, auction.State.Name(), by?.Reason, new { entry.Seq, entry.Hash }, "5y");
            }
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async ValueTask<NpgsqlConnection> Connection(CancellationToken ct)
    {
        if (own is { FullState: ConnectionState.Open }) return own;
        await DisposeAsync();
        own = await connections.For(Service).OpenConnectionAsync(ct);
        return own;
    }

    private BidRecord Read(BidRow row)
    {
        var (amount, salt) = row.Secret is { } box ? vault.Open(box) : (row.Amount!.Value, null);
        return new BidRecord(
            row.BidId, row.Ordinal, row.Code, Enum.Parse<BidKind>(row.Kind), amount, salt, row.At, row.Seq, row.Shown, row.Leading, row.TopAfter, row.EndsAfter);
    }
}
