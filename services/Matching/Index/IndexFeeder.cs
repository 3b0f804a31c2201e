using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Matching.Engine;
using TechMarket.Matching.Matches;
using TechMarket.Platform.Data;

namespace TechMarket.Matching.Index;

/// <summary>How far an index made anew is: entries read, of those there were when it began.</summary>
sealed record RebuildProgress(int Done, int Total);

/// <summary>
/// Keeps this process's index equal to the table: reads every change after the last it has seen, woken by NOTIFY, polling as a
/// fallback; so a restart, a lost wake-up or another replica's reaction needs no special case.
/// </summary>
sealed class IndexFeeder(
    IServiceScopeFactory scopes, MarketIndex index, MarketConnections connections, SnapshotFile snapshot, TimeProvider clock, ILogger<IndexFeeder> log)
    : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SnapshotEvery = TimeSpan.FromMinutes(10);
    private readonly SemaphoreSlim one = new(1);
    private long seen;
    private long looked;
    private long saved;
    private DateTimeOffset savedAt;
    private volatile RebuildProgress? rebuilding;

    /// <summary>The last change this index shows.</summary>
    public long Seen => Interlocked.Read(ref seen);

    /// <summary>Null when the index is not being made anew.</summary>
    public RebuildProgress? Rebuilding => rebuilding;

    /// <summary>Fills the index before the first request is answered.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        saved = seen = await LoadSnapshot(cancellationToken);
        savedAt = clock.GetUtcNow();
        await CatchUp(cancellationToken);
        log.LogInformation("The index shows {Achievements} achievements and {Demands} needs", index.Of(DocumentKind.Achievement).Count, index.Of(DocumentKind.Demand).Count);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Seen != saved) snapshot.Save(index, Seen);
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    /// <summary>Makes both indexes anew from the table while the old ones go on answering.</summary>
    public async Task Rebuild(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var fresh = new MarketIndex();
            rebuilding = new RebuildProgress(0, await CountEntries(ct));
            var shown = await Feed(fresh, 0, ct, read => rebuilding = rebuilding with { Done = rebuilding.Done + read });
            // The index first: a snapshot taken in between may show more than its number says, never less.
            index.Replace(fresh.Of(DocumentKind.Achievement), fresh.Of(DocumentKind.Demand));
            Interlocked.Exchange(ref seen, shown);
        }
        finally
        {
            rebuilding = null;
            one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await connections.For("matching").OpenConnectionAsync(stoppingToken);
                await using (var listen = new NpgsqlCommand("listen matching_change", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                while (true)
                {
                    await CatchUp(stoppingToken);
                    await FindMatches(stoppingToken);
                    SaveSnapshotNowAndThen();
                    await connection.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The index could not be fed; trying again");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>A snapshot ahead of the table belongs to another table, or to one that was restored from a backup.</summary>
    private async Task<long> LoadSnapshot(CancellationToken ct)
    {
        var loaded = snapshot.Load(index);
        if (loaded == 0) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var latest = await scope.ServiceProvider.GetRequiredService<MatchingDb>().Entries.MaxAsync(e => (long?)e.Change, ct) ?? 0;
        if (loaded <= latest) return loaded;
        log.LogWarning("The index snapshot shows change {Loaded}, the table only {Latest}; filling the index from the table", loaded, latest);
        var empty = new MarketIndex();
        index.Replace(empty.Of(DocumentKind.Achievement), empty.Of(DocumentKind.Demand));
        return 0;
    }

    private async Task CatchUp(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            Interlocked.Exchange(ref seen, await Feed(index, Seen, ct));
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<long> Feed(MarketIndex target, long from, CancellationToken ct, Action<int>? read = null)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
            var changed = await db.Entries.AsNoTracking().Where(e => e.Change > from).OrderBy(e => e.Change).Take(Batch).ToListAsync(ct);
            if (changed.Count == 0) return from;
            target.Apply(changed);
            from = changed[^1].Change;
            read?.Invoke(changed.Count);
        }
    }

    private async Task<int> CountEntries(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MatchingDb>().Entries.CountAsync(ct);
    }

    private async Task FindMatches(CancellationToken ct)
    {
        var shown = Seen;
        if (looked == shown) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NewMatches>().FindUpTo(shown, ct);
        looked = shown;
    }

    private void SaveSnapshotNowAndThen()
    {
        var now = clock.GetUtcNow();
        var shown = Seen;
        if (shown == saved || now - savedAt < SnapshotEvery) return;
        snapshot.Save(index, shown);
        (saved, savedAt) = (shown, now);
    }
}
