using Npgsql;
using NpgsqlTypes;

namespace TechMarket.Trading.Bidding;

/// <summary>
/// Four statements that check and write one group of changes in one round trip. Without a transaction around it, one batch is one
/// transaction: an error in any statement undoes all.
/// </summary>
sealed class GroupWrite : IAsyncDisposable
{
    /// <summary>The guard of auctions with nothing to write, by the same division.</summary>
    private const string Check = """
        select 1 / (case when count(*) = cardinality($1) then 1 else 0 end)
        from trading.auction a join unnest($1, $2) as n(id, version) on a.id = n.id and a.version = n.version
        """;

    /// <summary>The guard: an auction whose version is no longer the one seen makes the count differ, and the division by zero undoes the group.</summary>
    private const string Move = """
        with moved as (
            update trading.auction a set version = n.version + 1, state = n.state, phase = n.phase, top = n.top, leader = n.leader,
                leads_by_match = n.leads_by_match, ends_at = n.ends_at, free_ends_at = n.free_ends_at, falls_from = n.falls_from, paused_at = n.paused_at,
                extensions = n.extensions, bid_count = n.bid_count, reason = n.reason, outcome = n.outcome, winner_id = n.winner_id, ended_at = n.ended_at,
                seq = n.seq, hash = n.hash, last_at = n.last_at
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
                as n(id, version, state, phase, top, leader, leads_by_match, ends_at, free_ends_at, falls_from, paused_at, extensions, bid_count, reason,
                    outcome, winner_id, ended_at, seq, hash, last_at)
            where a.id = n.id and a.version = n.version
            returning 1)
        select 1 / (case when count(*) = cardinality($1) then 1 else 0 end) from moved
        """;

    private const string Log = "insert into trading.auction_log (auction_id, seq, line) select * from unnest($1, $2, $3)";

    private const string Bids = """
        insert into trading.auction_bid (auction_id, bid_id, ordinal, code, kind, amount, secret, at, seq, shown, "leading", top_after, ends_after)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private readonly NpgsqlBatch batch;
    private readonly NpgsqlBatchCommand check;
    private readonly NpgsqlBatchCommand move;
    private readonly NpgsqlBatchCommand log;
    private readonly NpgsqlBatchCommand bids;

    public GroupWrite(NpgsqlConnection connection)
    {
        batch = new NpgsqlBatch(connection);
        check = Add(Check, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);
        move = Add(
            Move, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Numeric, NpgsqlDbType.Text, NpgsqlDbType.Boolean,
            NpgsqlDbType.TimestampTz, NpgsqlDbType.TimestampTz, NpgsqlDbType.TimestampTz, NpgsqlDbType.TimestampTz, NpgsqlDbType.Integer, NpgsqlDbType.Integer,
            NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.TimestampTz, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.TimestampTz);
        log = Add(Log, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Text);
        bids = Add(
            Bids, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Numeric, NpgsqlDbType.Bytea,
            NpgsqlDbType.TimestampTz, NpgsqlDbType.Bigint, NpgsqlDbType.Numeric, NpgsqlDbType.Boolean, NpgsqlDbType.Numeric, NpgsqlDbType.TimestampTz);
    }

    /// <summary>Lets the server plan the statements once for a connection that is kept.</summary>
    public Task Prepare(CancellationToken ct) => batch.PrepareAsync(ct);

    public Task Write(IReadOnlyCollection<Auction> touched, AuctionVault vault, CancellationToken ct)
    {
        List<Auction> changed = [.. touched.Where(a => a.HasChanged)], unchanged = [.. touched.Where(a => !a.HasChanged)];
        SetAt(check, 0, unchanged, a => a.Id.Value);
        SetAt(check, 1, unchanged, a => a.Version);

        SetAt(move, 0, changed, a => a.Id.Value);
        SetAt(move, 1, changed, a => a.Version);
        SetAt(move, 2, changed, a => a.State.ToString());
        SetAt(move, 3, changed, a => a.Phase.ToString());
        SetAt(move, 4, changed, a => a.Top);
        SetAt(move, 5, changed, a => a.Leader);
        SetAt(move, 6, changed, a => a.LeadsByMatch);
        SetAt(move, 7, changed, a => a.EndsAt);
        SetAt(move, 8, changed, a => a.FreeEndsAt);
        SetAt(move, 9, changed, a => a.FallsFrom);
        SetAt(move, 10, changed, a => a.PausedAt);
        SetAt(move, 11, changed, a => a.Extensions);
        SetAt(move, 12, changed, a => a.BidCount);
        SetAt(move, 13, changed, a => a.Reason);
        SetAt(move, 14, changed, a => a.Outcome);
        SetAt(move, 15, changed, a => a.WinnerId);
        SetAt(move, 16, changed, a => a.EndedAt);
        SetAt(move, 17, changed, a => a.Seq);
        SetAt(move, 18, changed, a => a.Hash);
        SetAt(move, 19, changed, a => a.LastAt);

        var entries = changed.SelectMany(a => a.NewEntries, (a, e) => (a, e)).ToList();
        SetAt(log, 0, entries, x => x.a.Id.Value);
        SetAt(log, 1, entries, x => x.e.Seq);
        SetAt(log, 2, entries, x => x.e.Line);

        var records = changed.SelectMany(a => a.NewBids, (a, b) => (a, b)).ToList();
        SetAt(bids, 0, records, x => x.a.Id.Value);
        SetAt(bids, 1, records, x => x.b.Id);
        SetAt(bids, 2, records, x => x.b.Ordinal);
        SetAt(bids, 3, records, x => x.b.Code);
        SetAt(bids, 4, records, x => x.b.Kind.ToString());
        SetAt(bids, 5, records, x => IsSecret(x.b) ? null : (decimal?)x.b.Amount);
        SetAt(bids, 6, records, x => IsSecret(x.b) ? vault.Lock(x.b.Amount, x.b.Salt) : null);
        SetAt(bids, 7, records, x => x.b.At);
        SetAt(bids, 8, records, x => x.b.Seq);
        SetAt(bids, 9, records, x => x.b.Shown);
        SetAt(bids, 10, records, x => x.b.Leading);
        SetAt(bids, 11, records, x => x.b.TopAfter);
        SetAt(bids, 12, records, x => x.b.EndsAfter);
        return batch.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();

    private static bool IsSecret(BidRecord bid) => bid.Kind is BidKind.Proxy or BidKind.Sealed;

    private NpgsqlBatchCommand Add(string sql, params NpgsqlDbType[] types)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var type in types) command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
        batch.BatchCommands.Add(command);
        return command;
    }

    private static void SetAt<TRow, T>(NpgsqlBatchCommand command, int at, IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
        command.Parameters[at].Value = values;
    }
}
