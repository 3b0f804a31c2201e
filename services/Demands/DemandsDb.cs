using Microsoft.EntityFrameworkCore;
using TechMarket.Demands.Needs;
using TechMarket.Demands.Progress;
using TechMarket.Platform.Data;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Demands;

sealed class DemandsDb(DbContextOptions<DemandsDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    public const string ServiceName = "demands";

    public override string Schema => ServiceName;

    public DbSet<Demand> Demands => Set<Demand>();

    public DbSet<HeardNegotiation> Negotiations => Set<HeardNegotiation>();

    public DbSet<HeardContract> Contracts => Set<HeardContract>();

    public DbSet<KnownAchievement> KnownAchievements => Set<KnownAchievement>();

    /// <summary>The caller's own need; anybody else's is not there.</summary>
    public async Task<Demand> Mine(DemandId id, Caller caller, CancellationToken ct) =>
        await Demands.SingleOrDefaultAsync(d => d.Id == id && d.OwnerId == caller.OrganisationId, ct) ?? throw Problems.NotFound.Now();

    /// <summary>Refuses when the caller saw another version than the stored one.</summary>
    public void RequireVersion(Demand demand, uint seen)
    {
        if (VersionOf(demand) != seen) throw PlatformProblems.ChangedMeanwhile.Now();
    }

    public uint VersionOf(Demand demand) => Entry(demand).Property<uint>("xmin").CurrentValue;

    /// <summary>One at a time follows what is heard of a need, so that nobody decides on half of it.</summary>
    public async Task LockProgress(Guid demand, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended({0}, 0))", [$"demands:progress:{demand}"], ct);
    }

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Demand>(e =>
        {
            e.ToTable("demand").HasKey(d => d.Id);
            e.HasVersion();
            e.Property(d => d.Poster).AsJson();
            e.Property(d => d.Provenance).AsJson();
            e.Property(d => d.Draft).AsJson();
            e.Property(d => d.Public).AsJson();
            e.Property(d => d.Returned).AsJson();
            e.Property(d => d.Shortlist).AsJson();
            e.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
            e.Property(d => d.Revision).HasConversion<string>().HasMaxLength(20);
            e.Ignore(d => d.Editing).Ignore(d => d.WasPublished);
            e.HasIndex(d => d.Number).IsUnique();
            e.HasIndex(d => new { d.Source, d.ExternalId }).IsUnique();
            e.HasIndex(d => new { d.OwnerId, d.ChangedAt });
            e.HasIndex(d => d.State);
        });
        model.Entity<HeardNegotiation>(e =>
        {
            e.ToTable("negotiation").HasKey(n => n.Id);
            e.HasIndex(n => n.DemandId);
        });
        model.Entity<HeardContract>(e =>
        {
            e.ToTable("contract").HasKey(c => c.Id);
            e.HasIndex(c => c.DemandId);
        });
        model.Entity<KnownAchievement>().ToTable("known_achievement").HasKey(a => a.Id);
        model.MapImports();
    }
}
