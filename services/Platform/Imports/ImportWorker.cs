using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechMarket.Platform.Data;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Platform.Imports;

/// <summary>How one service takes one row.</summary>
/// <remarks>
/// It changes the DbContext and does not save: the worker saves a batch of rows and their outcomes together. It refuses with a
/// <see cref="ProblemException"/> before it has changed anything, and taking the same row again leaves everything as it is.
/// </remarks>
public interface IRowImporter<TDb>
    where TDb : MarketDb
{
    Task<RowResult> Take(string source, string row, Caller importer, CancellationToken ct);
}

/// <summary>Wakes the worker of one service when a file was uploaded here; other replicas find it when they look.</summary>
public sealed class ImportBell<TDb> : IDisposable
    where TDb : MarketDb
{
    private readonly SemaphoreSlim bell = new(0);

    public void Ring() => bell.Release();

    public void Dispose() => bell.Dispose();

    internal Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);
}

/// <summary>
/// Takes the rows of uploaded files, a batch per transaction: the rows' effects, their outcomes and the job's progress commit
/// together, so a killed process goes on with the first row that was not taken. The job's row lock keeps replicas apart.
/// </summary>
public sealed class ImportWorker<TDb>(IServiceScopeFactory scopes, ImportBell<TDb> bell, TimeProvider clock, ILogger<ImportWorker<TDb>> log) : BackgroundService
    where TDb : MarketDb
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>Takes the next batch of the oldest unfinished import.</summary>
    /// <returns>False when there is none, or another process has it.</returns>
    public async Task<bool> TakeBatch(CancellationToken ct)
    {
        try
        {
            return await Batch(BatchSize, ct) != Progress.Nothing;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "A batch of imported rows could not be saved; taking its rows one by one");
            return await OneByOne(ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await TakeBatch(stoppingToken))
                {
                }
                await bell.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Imports of {Db} could not be read; trying again", typeof(TDb).Name);
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The row that cannot be saved is refused; the others are not held up by it.</summary>
    private async Task<bool> OneByOne(CancellationToken ct)
    {
        for (var i = 0; i < BatchSize; i++)
        {
            try
            {
                if (await Batch(1, ct) == Progress.Nothing) return i > 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "An imported row could not be saved");
                await Batch(1, ct, refuse: true);
            }
        }
        return true;
    }

    private async Task<Progress> Batch(int size, CancellationToken ct, bool refuse = false)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sql = $"""
            select * from "{db.Schema}".import_job where status <> 'Done' order by uploaded_at limit 1 for update skip locked
            """;
        var jobs = await db.Set<ImportJob>().FromSqlRaw(sql).ToListAsync(ct);
        if (jobs.Count == 0) return Progress.Nothing;
        var job = jobs[0];
        var rows = await db.Set<ImportRow>().Where(r => r.JobId == job.Id && r.Outcome == null).OrderBy(r => r.Number).Take(size).ToListAsync(ct);
        if (!refuse) await db.LockSource(job.Source, ct);
        var importer = scope.ServiceProvider.GetRequiredService<IRowImporter<TDb>>();
        foreach (var row in rows)
            row.Take(refuse ? Refused(row, PlatformProblems.Broken.Now()) : await Take(importer, job, row, ct));
        job.Count(rows, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Progress.Some;
    }

    private static async Task<RowResult> Take(IRowImporter<TDb> importer, ImportJob job, ImportRow row, CancellationToken ct)
    {
        try
        {
            return await importer.Take(job.Source, row.Content, job.Importer(), ct);
        }
        catch (ProblemException refused)
        {
            return Refused(row, refused);
        }
    }

    private static RowResult Refused(ImportRow row, ProblemException refused) => new(
        RowReader.IdOf(row.Content), ImportOutcome.Refused, null, refused.Code,
        refused.Problem.Title + string.Concat(refused.Facts.Select(f => $" {f.Key}: {f.Value};")));

    private enum Progress
    {
        Nothing,
        Some,
    }
}
