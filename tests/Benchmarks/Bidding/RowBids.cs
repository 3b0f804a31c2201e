using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Trading;
using TechMarket.Trading.Bidding;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>
/// What the writer is held against: the textbook way on the same server, one transaction per bid under the auction's row lock, with
/// the same sign-in, the same rules, the same rows and the same hash chain, in plain SQL with prepared statements.
/// </summary>
internal sealed class RowBids(MarketConnections connections, IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, Task<Announced>> known = new();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/bench/auctions/{id:guid}/bids/{bidId:guid}", (Guid id, Guid bidId, PlaceBid.Request request, Caller caller, RowBids rows, CancellationToken ct) =>
            rows.Place(id, bidId, request, caller, ct)).RequireAuthorization();

    private async Task<Ok<PlaceBid.Response>> Place(Guid id, Guid bidId, PlaceBid.Request request, Caller caller, CancellationToken ct)
    {
        var party = caller.Require(Roles.Purchaser).RequireVerified().OrganisationId;
        var (auction, ladder, bidders) = await known.GetOrAdd(id, Read);
        var amount = request.Amount?.Amount ?? throw AuctionProblems.AmountOrLimit.Now();
        var bidder = bidders.TryGetValue(party, out var found) ? found : throw AuctionProblems.NotQualified.Now();
        await using var connection = await connections.For("trading").OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        await using var locking = Prepared(connection, "select state, ends_at, free_ends_at, top, leader, seq, hash, bid_count from trading.auction where id = $1 for update", id);
        string state, hash;
        DateTimeOffset ends;
        decimal? top;
        string? leader;
        long seq;
        int count;
        await using (var row = await locking.ExecuteReaderAsync(ct))
        {
            await row.ReadAsync(ct);
            (state, ends, top, leader) = (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.IsDBNull(3) ? null : row.GetDecimal(3), row.IsDBNull(4) ? null : row.GetString(4));
            (seq, hash, count) = (row.GetInt64(5), row.GetString(6), row.GetInt32(7));
        }
        var now = Auction.Milliseconds(TimeProvider.System.GetUtcNow());
        if (state != nameof(AuctionState.Open) || now >= ends) throw AuctionProblems.Ended.Now();
        await using (var repeated = Prepared(connection, "select 1 from trading.auction_bid where auction_id = $1 and bid_id = $2", id, bidId))
            if (await repeated.ExecuteScalarAsync(ct) is not null) throw AuctionProblems.BidIdReused.Now();
        await using (var held = Prepared(connection, "select 1 from trading.known_deposit where id = $1 and held_at is not null and settled_at is null", bidder.DepositId))
            if (await held.ExecuteScalarAsync(ct) is null) throw AuctionProblems.DepositMissing.Now();
        if (leader == bidder.Code) throw AuctionProblems.AlreadyLeading.Now();
        // Row locks are not granted in the order of arrival, so that most bids would be overtaken while they wait: here each takes the
        // next step instead of being refused, in favour of this side of the comparison.
        amount = Math.Max(amount, top is { } t ? ladder.Next(t) : auction.Rules.StartPrice.Amount);
        if (!ladder.Reaches(top ?? auction.Rules.StartPrice.Amount, amount)) throw AuctionProblems.BidOffLadder.Now();
        if (auction.Rules.ConfirmAbove is { } high && amount > high.Amount && !request.Confirm) throw AuctionProblems.ConfirmationNeeded.Now();

        var entry = new LogEntry { Seq = seq + 1, Kind = EntryKind.Bid, At = now, Code = bidder.Code, Amount = amount, Previous = hash }.Sealed();
        await using (var kept = Prepared(
            connection,
            """
            insert into trading.auction_bid (auction_id, bid_id, ordinal, code, kind, amount, at, seq, shown, "leading", top_after, ends_after)
            values ($1, $2, $3, $4, 'Bid', $5, $6, $7, $5, true, $5, $8)
            """,
            id, bidId, count + 1, bidder.Code, amount, now, entry.Seq, ends)) await kept.ExecuteNonQueryAsync(ct);
        await using (var logged = Prepared(connection, "insert into trading.auction_log (auction_id, seq, line) values ($1, $2, $3)", id, entry.Seq, entry.Line))
            await logged.ExecuteNonQueryAsync(ct);
        await using (var moved = Prepared(
            connection, "update trading.auction set top = $2, leader = $3, seq = $4, hash = $5, last_at = $6, bid_count = bid_count + 1, version = version + 1 where id = $1",
            id, amount, bidder.Code, entry.Seq, entry.Hash, now)) await moved.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        var price = new Money(amount, auction.Rules.Currency);
        return TypedResults.Ok(new PlaceBid.Response(bidId, "BID", bidder.Code, entry.Seq, price, true, price, ends, now));
    }

    private static NpgsqlCommand Prepared(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        command.Prepare();
        return command;
    }

    private async Task<Announced> Read(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var auction = await scope.ServiceProvider.GetRequiredService<TradingDb>().Auctions.AsNoTracking().SingleAsync(a => a.Id == new AuctionId(id));
        return new Announced(auction, new Ladder(auction.Rules.Increments), auction.Bidders.ToDictionary(b => b.PartyId));
    }

    private sealed record Announced(Auction Auction, Ladder Ladder, IReadOnlyDictionary<Guid, Bidder> Bidders);
}
