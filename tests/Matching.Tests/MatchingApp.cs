using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Matching.Index;
using TechMarket.Matching.Matches;
using TechMarket.Matching.Searching;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Matching.Tests;

/// <summary>Matching in process, hearing what the other services publish.</summary>
sealed class MatchingApp : ServiceApp<MatchingDb>
{
    private readonly MatchingApp? first;
    private int last;

    /// <param name="beside">The process whose database this one shares.</param>
    public MatchingApp(MatchingApp? beside = null) : base("matching", MatchingService.Add, MatchingService.Map)
    {
        first = beside;
        Set("Matching:SnapshotFolder", SnapshotFolder);
    }

    public string SnapshotFolder { get; } = Path.Combine(Path.GetTempPath(), "techmarket-test-snapshots", Guid.CreateVersion7().ToString("N"));

    public Caller University { get; } = People.Of(OrganisationKinds.University, "西北理工大学", "620100", true, Roles.Publisher);

    public Caller Company { get; } = People.Of(OrganisationKinds.Enterprise, "金城装备有限公司", "620100", true, Roles.Purchaser);

    public IndexFeeder Feeder => Services.GetRequiredService<IndexFeeder>();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(SnapshotFolder)) Directory.Delete(SnapshotFolder, recursive: true);
    }

    /// <summary>What Listings says when an achievement of the university is public.</summary>
    public AchievementPublished Achievement(string title, params string[] keywords) => new(
        Guid.CreateVersion7(), 1, $"CG-2026-{++last:D6}", null, null, title, keywords, "06", 6, "620100",
        [new IpRight("INVENTION_PATENT", null, null, null, null)], title + "的公开摘要", ["LICENSE"], "NEGOTIATED", Money.Yuan(300_000m),
        University.OrganisationId, University.OrganisationName, University.OrganisationKind, true, true, false, "PUBLISHED", Clock.GetUtcNow().AddMinutes(last));

    /// <summary>What Demands says when a need of the company is open.</summary>
    public DemandPublished Demand(string title, params string[] keywords) => new(
        Guid.CreateVersion7(), 1, $"XQ-2026-{++last:D6}", null, null, title, "PROCESS", keywords, "06", "620100", title + "的说明", null, Money.Yuan(500_000m),
        ["LICENSE"], 5, new DateOnly(2026, 12, 31), "public", Company.OrganisationId, Company.OrganisationName, true, "OPEN", Clock.GetUtcNow().AddMinutes(last));

    /// <summary>Hears of it and waits until it can be found.</summary>
    public async Task<TFact> Take<TFact>(TFact fact)
        where TFact : class
    {
        await Hear(fact);
        await Shown();
        return fact;
    }

    /// <summary>Waits until the index shows everything that was heard.</summary>
    public Task Shown() => Until(async latest => await Task.FromResult(Feeder.Seen) >= latest);

    /// <summary>Waits until matches have been looked for in everything that was heard, then gives those told.</summary>
    public async Task<IReadOnlyList<MatchFound>> Told()
    {
        await Until(async latest => await InDb(db => db.MatchProgress.Select(p => p.Change).SingleOrDefaultAsync()) >= latest);
        return await Published<MatchFound>();
    }

    public Task<Search.Response> Find(string query, Caller? caller = null) => As(caller).GetAsync("/api/matching/search?" + query).Read<Search.Response>();

    public async Task<string[]> Titles(string query, Caller? caller = null) => [.. (await Find(query, caller)).Items.Select(i => i.Title)];

    public Task<HttpResponseMessage> AskMatches(string side, Guid id, Caller? caller = null) => As(caller).GetAsync($"/api/matching/{side}/{id}/matches");

    public Task<GetMatches.Response> MatchesOf(DemandPublished demand, Caller? caller = null) => AskMatches("demands", demand.DemandId, caller).Read<GetMatches.Response>();

    public Task<GetMatches.Response> MatchesOf(AchievementPublished achievement, Caller? caller = null) =>
        AskMatches("achievements", achievement.AchievementId, caller).Read<GetMatches.Response>();

    public static Caller Administrator() => People.Of(OrganisationKinds.Bureau, "市科技局", "620000", true, Roles.Administrator);

    /// <summary>Stops this process as a release does.</summary>
    public Task End() => Stop();

    protected override Task<string> Database() => first is null ? base.Database() : first.Database();

    private async Task Until(Func<long, Task<bool>> reached)
    {
        var latest = await InDb(db => db.Entries.MaxAsync(e => (long?)e.Change)) ?? 0;
        for (var i = 0; i < 600; i++)
        {
            if (await reached(latest)) return;
            await Task.Delay(25);
        }
        throw new TimeoutException("The index did not catch up.");
    }
}

/// <summary>One application per test class.</summary>
public sealed class MatchingFixture : IAsyncLifetime
{
    internal MatchingApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}
