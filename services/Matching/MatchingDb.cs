using Microsoft.EntityFrameworkCore;
using TechMarket.Matching.Index;
using TechMarket.Matching.Matches;
using TechMarket.Platform.Data;

namespace TechMarket.Matching;

/// <summary>What the search knows, as heard from the other services; the index in memory is made from it.</summary>
sealed class MatchingDb(DbContextOptions<MatchingDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    public override string Schema => "matching";

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<SeenMatch> SeenMatches => Set<SeenMatch>();

    public DbSet<MatchProgress> MatchProgress => Set<MatchProgress>();

    /// <summary>One entry at a time takes the next change number, so that numbers are committed in order and nobody misses one.</summary>
    public async Task<Entry?> LockEntry(Guid id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended('matching:change', 0))", ct);
        return await Entries.FindAsync([id], ct);
    }

    /// <summary>The number of the change that is about to be saved; tells every index that listens.</summary>
    public async Task<long> NextChange(CancellationToken ct)
    {
        var number = await NextInSeries("change", ct);
        await Database.ExecuteSqlRawAsync("select pg_notify('matching_change', '')", ct);
        return number;
    }

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Entry>(e =>
        {
            e.ToTable("entry").HasKey(x => x.Id);
            e.Property(x => x.Kind).HasConversion<string>();
            e.Property(x => x.Document).AsJson();
            e.HasIndex(x => x.Change).IsUnique();
        });
        model.Entity<MatchProgress>(e =>
        {
            e.ToTable("match_progress").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<SeenMatch>().ToTable("seen_match").HasKey(x => new { x.DemandId, x.AchievementId });
    }
}
