using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TechMarket.Listings.Imports;
using TechMarket.Messages;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Imports;

/// <summary>The worker does not run by itself here: the test takes the batches, and lets one die in the middle.</summary>
public class ImportCrashTests(ImportCrashTests.App app) : IClassFixture<ImportCrashTests.App>
{
    [Fact]
    public async Task An_import_that_dies_in_the_middle_goes_on_where_it_was_with_nothing_doubled()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 120).Select(i => ListingsApp.Row($"Z{i}", $"成果 {i}")));
        var import = await app.Upload(Encoding.UTF8.GetBytes(lines)).Read<ImportRoutes.Import>();
        (await app.Worker.TakeBatch(CancellationToken.None)).ShouldBeTrue();
        app.Trap.DieAt = "Z77";
        await Should.ThrowAsync<OperationCanceledException>(() => app.Worker.TakeBatch(CancellationToken.None));
        var dead = await app.As(app.DataSource).GetAsync($"/api/listings/imports/{import.Id}").Read<ImportRoutes.Import>();
        (dead.Status, dead.Done, dead.Ok).ShouldBe((ImportStatus.Running, 50, 50));
        (await app.InDb(db => db.Achievements.CountAsync())).ShouldBe(50);
        app.Trap.DieAt = null;
        while (await app.Worker.TakeBatch(CancellationToken.None))
        {
        }
        var done = await app.Finished(import.Id);
        (done.Ok, done.Updated, done.Unchanged, done.Refused).ShouldBe((120, 0, 0, 0));
        var numbers = await app.InDb(db => db.Achievements.Select(a => a.Number!).ToListAsync());
        numbers.Order().ShouldBe(Enumerable.Range(1, 120).Select(n => $"CG-2026-{n:D6}"));
        (await app.Published<AchievementPublished>()).Select(f => f.ExternalId).Distinct().Count().ShouldBe(120);
        app.Delivered.Of<AchievementPublished>().Count.ShouldBe(120);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_row_that_cannot_be_saved_is_refused_and_the_others_are_taken()
    {
        app.Trap.BreakAt = "Y2";
        var import = await app.Upload(Encoding.UTF8.GetBytes(string.Join('\n', ListingsApp.Row("Y1"), ListingsApp.Row("Y2"), ListingsApp.Row("Y3")))).Read<ImportRoutes.Import>();
        while (await app.Worker.TakeBatch(CancellationToken.None))
        {
        }
        (await app.Report(import.Id)).Select(r => (r.ExternalId, r.Outcome, r.Code)).ShouldBe(
            [("Y1", ImportOutcome.Ok, null), ("Y2", ImportOutcome.Refused, "platform/internal-error"), ("Y3", ImportOutcome.Ok, null)]);
    }

    public sealed class Trap
    {
        public string? DieAt { get; set; }

        public string? BreakAt { get; set; }
    }

    public sealed class App() : ListingsApp(builder =>
    {
        ListingsService.Add(builder);
        var worker = builder.Services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null);
        builder.Services.Remove(worker);
        builder.Services.RemoveAll<IRowImporter<ListingsDb>>();
        builder.Services.AddScoped<TakeAchievementRow>();
        builder.Services.AddSingleton<Trap>();
        builder.Services.AddScoped<IRowImporter<ListingsDb>, Trapped>();
    })
    {
        internal ImportWorker<ListingsDb> Worker => Services.GetRequiredService<ImportWorker<ListingsDb>>();

        public Trap Trap => Services.GetRequiredService<Trap>();
    }

    sealed class Trapped(TakeAchievementRow inner, Trap trap) : IRowImporter<ListingsDb>
    {
        public Task<RowResult> Take(string source, string row, Caller importer, CancellationToken ct)
        {
            var id = RowReader.IdOf(row);
            if (id == trap.DieAt) throw new OperationCanceledException("The process dies here.");
            if (id == trap.BreakAt) throw new InvalidOperationException("This row breaks.");
            return inner.Take(source, row, importer, ct);
        }
    }
}
