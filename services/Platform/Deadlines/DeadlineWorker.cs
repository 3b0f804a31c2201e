using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TechMarket.Platform.Data;
using TechMarket.Platform.Messaging;

namespace TechMarket.Platform.Deadlines;

/// <summary>Runs due deadlines of one service, one at a time.</summary>
public interface IDeadlineRunner
{
    Type Db { get; }

    /// <summary>Runs the oldest due deadline nobody else is running.</summary>
    /// <returns>False when nothing is due.</returns>
    Task<bool> RunNext(CancellationToken ct);
}

/// <summary>Runs what is due in one service. The row's lock is the lease: it ends with the transaction, also when the process is killed.</summary>
sealed class DeadlineWorker<TDb>(
    IServiceScopeFactory scopes, IEnumerable<DeadlineRegistration> registrations, TimeProvider clock, ILogger<DeadlineWorker<TDb>> log)
    : BackgroundService, IDeadlineRunner
    where TDb : MarketDb
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Type> actions =
        registrations.Where(r => r.Db == typeof(TDb)).ToDictionary(r => r.Kind, r => r.Action, StringComparer.Ordinal);

    public Type Db => typeof(TDb);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (actions.Count == 0) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunNext(stoppingToken))
                {
                }
                await Task.Delay(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Deadlines of {Db} could not be read; trying again", typeof(TDb).Name);
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public async Task<bool> RunNext(CancellationToken ct)
    {
        Exception failure;
        DeadlineRow row;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var sql = $"""
                select * from "{db.Schema}".deadline where due_at <= @now order by due_at limit 1 for update skip locked
                """;
            var due = await db.Deadlines.FromSqlRaw(sql, new NpgsqlParameter("now", clock.GetUtcNow())).ToListAsync(ct);
            if (due.Count == 0) return false;
            row = due[0];
            try
            {
                if (!actions.TryGetValue(row.Kind, out var action)) throw new InvalidOperationException($"Nobody handles the deadline {row.Kind}.");
                db.Deadlines.Remove(row);
                await ((IDeadline)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, action)).Due(row.SubjectId, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            }
            catch (Exception thrown) when (!ct.IsCancellationRequested)
            {
                failure = thrown;
            }
        }
        log.LogError(failure, "The deadline {Kind} of {Subject} failed", row.Kind, row.SubjectId);
        await Postpone(row, failure, ct);
        return true;
    }

    private async Task Postpone(DeadlineRow row, Exception failure, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var later = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, row.Attempts + 1)));
        var error = failure.Message;
        await db.Deadlines.Where(d => d.Kind == row.Kind && d.SubjectId == row.SubjectId).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DueAt, later).SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.LastError, error), ct);
    }
}
