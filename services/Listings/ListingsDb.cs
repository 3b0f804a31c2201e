using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Listings.Commitments;
using TechMarket.Listings.Confidential;
using TechMarket.Platform.Data;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Listings;

sealed class ListingsDb(DbContextOptions<ListingsDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    public const string ServiceName = "listings";

    public override string Schema => ServiceName;

    public DbSet<Achievement> Achievements => Set<Achievement>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<ConfidentialDetail> ConfidentialDetails => Set<ConfidentialDetail>();

    public DbSet<Opening> Openings => Set<Opening>();

    public DbSet<HeardNegotiation> Negotiations => Set<HeardNegotiation>();

    public DbSet<HeardDeal> Deals => Set<HeardDeal>();

    public DbSet<HeardSale> Sales => Set<HeardSale>();

    /// <summary>The caller's own achievement; anybody else's is not there.</summary>
    public async Task<Achievement> Mine(AchievementId id, Caller caller, CancellationToken ct) =>
        await Achievements.SingleOrDefaultAsync(a => a.Id == id && a.OwnerId == caller.OrganisationId, ct) ?? throw Problems.NotFound.Now();

    /// <summary>Refuses when the caller saw another version than the stored one.</summary>
    public void RequireVersion(Achievement achievement, uint seen)
    {
        if (VersionOf(achievement) != seen) throw PlatformProblems.ChangedMeanwhile.Now();
    }

    public uint VersionOf(Achievement achievement) => Entry(achievement).Property<uint>("xmin").CurrentValue;

    /// <summary>One at a time follows what is heard of an achievement or a deal, so that nobody decides on half of it.</summary>
    public async Task LockDealings(Guid subject, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended({0}, 0))", [$"listings:dealings:{subject}"], ct);
    }

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Achievement>(e =>
        {
            e.ToTable("achievement").HasKey(a => a.Id);
            e.HasVersion();
            e.Property(a => a.Holder).AsJson();
            e.Property(a => a.Provenance).AsJson();
            e.Property(a => a.Draft).AsJson();
            e.Property(a => a.Public).AsJson();
            e.Property(a => a.Returned).AsJson();
            e.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
            e.Property(a => a.Revision).HasConversion<string>().HasMaxLength(20);
            e.Ignore(a => a.Editing).Ignore(a => a.WasPublished);
            e.HasIndex(a => a.Number).IsUnique();
            e.HasIndex(a => new { a.Source, a.ExternalId }).IsUnique();
            e.HasIndex(a => new { a.OwnerId, a.ChangedAt });
            e.HasIndex(a => a.State);
        });
        model.Entity<Attachment>(e =>
        {
            e.ToTable("attachment").HasKey(f => f.Id);
            e.Property(f => f.File).AsJson();
            e.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(f => f.Visibility).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(f => f.AchievementId);
        });
        model.Entity<ConfidentialDetail>().ToTable("confidential_detail").HasKey(d => d.AchievementId);
        model.Entity<Opening>(e =>
        {
            e.ToTable("opening").HasKey(o => o.Id);
            e.HasIndex(o => new { o.AchievementId, o.OpenedAt });
        });
        model.Entity<HeardNegotiation>(e =>
        {
            e.ToTable("negotiation").HasKey(n => n.Id);
            e.HasIndex(n => new { n.AchievementId, n.BuyerId });
        });
        model.Entity<HeardDeal>(e =>
        {
            e.ToTable("deal").HasKey(d => d.Id);
            e.HasIndex(d => d.AchievementId);
        });
        model.Entity<HeardSale>(e =>
        {
            e.ToTable("sale").HasKey(s => s.Id);
            e.HasIndex(s => s.AchievementId);
        });
        model.MapImports();
    }
}
