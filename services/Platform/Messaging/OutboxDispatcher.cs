using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Messaging;

/// <summary>
/// Empties one service's outbox: woken by LISTEN/NOTIFY, polling as a fallback. A row is claimed with SKIP LOCKED, handed over and
/// deleted in one transaction; a process killed anywhere in between leaves the row where it was.
/// </summary>
sealed class OutboxDispatcher<TDb>(
    IServiceScopeFactory scopes, IDelivery delivery, TimeProvider clock, ILogger<OutboxDispatcher<TDb>> log) : BackgroundService
    where TDb : MarketDb
{
    private const int Batch = 32;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly ActivitySource Activities = new("TechMarket.Outbox");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        NpgsqlConnection? listener = null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    listener ??= await Listen(stoppingToken);
                    while (await DispatchBatch(stoppingToken) > 0)
                    {
                    }
                    await listener.WaitAsync(Poll, stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning(failure, "The outbox of {Db} could not be read; trying again", typeof(TDb).Name);
                    if (listener is not null) await listener.DisposeAsync();
                    listener = null;
                    await Task.Delay(Poll, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: rows not handed over stay in the outbox.
        }
        finally
        {
            if (listener is not null) await listener.DisposeAsync();
        }
    }

    /// <summary>Hands over up to a batch of rows, oldest first.</summary>
    /// <returns>How many left the outbox.</returns>
    internal async Task<int> DispatchBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sql = $"""
            select * from "{db.Schema}".outbox where not_before <= @now order by id limit {Batch} for update skip locked
            """;
        var rows = await db.Outbox.FromSqlRaw(sql, new NpgsqlParameter("now", clock.GetUtcNow())).ToListAsync(ct);
        var delivered = 0;
        foreach (var row in rows)
        {
            try
            {
                using var activity = Activities.StartActivity("deliver " + row.Urn, ActivityKind.Producer, row.TraceParent);
                await delivery.Deliver(row.Id, row.Urn, row.Body, ct);
                db.Outbox.Remove(row);
                delivered++;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                row.Attempts++;
                row.NotBefore = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, row.Attempts)));
                log.LogWarning(failure, "{Urn} {Id} could not be delivered, attempt {Attempt}", row.Urn, row.Id, row.Attempts);
            }
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return delivered;
    }

    private async Task<NpgsqlConnection> Listen(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var connection = await scope.ServiceProvider.GetRequiredService<MarketConnections>().For(db.Schema).OpenConnectionAsync(ct);
        await using var listen = new NpgsqlCommand($"listen {MarketDb.OutboxChannel(db.Schema)}", connection);
        await listen.ExecuteNonQueryAsync(ct);
        return connection;
    }
}
