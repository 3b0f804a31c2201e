using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Data;
using TechMarket.Trading.Appraisals;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Confirmations;
using TechMarket.Trading.Copies;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Dossiers;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading;

sealed class TradingDb(DbContextOptions<TradingDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    public const string OneRunningSale = "ix_sale_one_running";

    public const string OneStandingOffer = "ix_fixed_term_offer_one_standing";

    public const string OneUptakePerTaker = "ix_uptake_one_per_taker";

    public const string OneOpenNegotiation = "ix_negotiation_one_open_per_buyer";

    public override string Schema => "trading";

    public DbSet<Negotiation> Negotiations => Set<Negotiation>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<PriceNotice> Notices => Set<PriceNotice>();

    public DbSet<Sale> Sales => Set<Sale>();

    public DbSet<SaleConfirmation> Confirmations => Set<SaleConfirmation>();

    public DbSet<UsedProof> UsedProofs => Set<UsedProof>();

    public DbSet<Appraisal> Appraisals => Set<Appraisal>();

    public DbSet<Valuation> Valuations => Set<Valuation>();

    public DbSet<RegisteredCase> RegisteredCases => Set<RegisteredCase>();

    public DbSet<FixedTermOffer> FixedTermOffers => Set<FixedTermOffer>();

    public DbSet<Uptake> Uptakes => Set<Uptake>();

    public DbSet<FiledReport> FiledReports => Set<FiledReport>();

    public DbSet<Deal> Deals => Set<Deal>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<Auction> Auctions => Set<Auction>();

    public DbSet<LogRow> AuctionLog => Set<LogRow>();

    public DbSet<BidRow> AuctionBids => Set<BidRow>();

    public DbSet<Pulse> BiddingPulse => Set<Pulse>();

    public DbSet<KnownDeposit> KnownDeposits => Set<KnownDeposit>();

    public DbSet<KnownAchievement> KnownAchievements => Set<KnownAchievement>();

    public DbSet<KnownOrganisation> KnownOrganisations => Set<KnownOrganisation>();

    public DbSet<KnownDemand> KnownDemands => Set<KnownDemand>();

    public DbSet<KnownLead> KnownLeads => Set<KnownLead>();

    public DbSet<DealProgress> DealProgress => Set<DealProgress>();

    // Locks are taken in this order and never another: achievement, negotiation, sale, fixed-term offer,
    // uptake (FixedTermLocks), notice, further negotiations of the same achievement by id.

    /// <summary>Whoever holds it decides alone which agreements bind the achievement.</summary>
    public async Task<KnownAchievement?> LockAchievement(Guid id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlAsync($"select 1 from trading.known_achievement where id = {id} for update", ct);
        return await KnownAchievements.SingleOrDefaultAsync(a => a.Id == id, ct);
    }

    public async Task<Negotiation?> LockNegotiation(NegotiationId id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlAsync($"select 1 from trading.negotiation where id = {id.Value} for update", ct);
        return await Negotiations.Include(n => n.Offers).SingleOrDefaultAsync(n => n.Id == id, ct);
    }

    public async Task<PriceNotice?> LockNotice(NoticeId id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlAsync($"select 1 from trading.notice where id = {id.Value} for update", ct);
        return await Notices.Include(n => n.Objections).SingleOrDefaultAsync(n => n.Id == id, ct);
    }

    public async Task<Sale?> LockSale(SaleId id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlAsync($"select 1 from trading.sale where id = {id.Value} for update", ct);
        return await Sales.Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == id, ct);
    }

    /// <summary>A sale keeps the achievement for itself, from its first announcement until it is over.</summary>
    public Task<bool> Reserved(Guid achievementId, CancellationToken ct) =>
        Sales.AnyAsync(s => s.AchievementId == achievementId && s.AnnouncedAt != null && !SaleSteps.Over.Contains(s.State), ct);

    /// <summary>What is known of a deal after its conclusion; begins empty, for facts come in any order.</summary>
    public async Task<DealProgress> ProgressOf(Guid dealId, CancellationToken ct)
    {
        if (await DealProgress.FindAsync([dealId], ct) is { } known) return known;
        var progress = new DealProgress { DealId = dealId };
        DealProgress.Add(progress);
        return progress;
    }

    /// <summary>The achievement is free of this agreement. Hold its lock.</summary>
    public async Task ReleaseClaim(Guid agreement, DateTimeOffset now, CancellationToken ct)
    {
        RequireTransaction();
        if (await Claims.SingleOrDefaultAsync(c => c.AgreementId == agreement && c.ReleasedAt == null, ct) is { } claim) claim.ReleasedAt = now;
    }

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Negotiation>(e =>
        {
            e.ToTable("negotiation").HasKey(n => n.Id);
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.State).HasConversion<string>();
            e.Property(n => n.StalledFrom).HasConversion<string>();
            e.Property(n => n.Buyer).AsJson();
            e.Property(n => n.Nda).AsJson();
            e.Property(n => n.Ending).AsJson();
            e.Property(n => n.SellerPeople).AsJson();
            e.Ignore(n => n.Latest).Ignore(n => n.Agreed).Ignore(n => n.Phase);
            e.HasMany(n => n.Offers).WithOne().HasForeignKey(o => o.NegotiationId);
            e.HasIndex(n => n.Number).IsUnique();
            e.HasIndex(n => new { n.BuyerId, n.AchievementId }, OneOpenNegotiation).IsUnique().HasDatabaseName(OneOpenNegotiation)
                .HasFilter("state not in ('ClosedWon', 'ClosedLost')");
            e.HasIndex(n => n.AchievementId);
            e.HasIndex(n => n.SellerId);
        });
        model.Entity<Offer>(e =>
        {
            e.ToTable("offer").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.By).HasConversion<string>();
            e.Property(o => o.State).HasConversion<string>();
            e.Property(o => o.Terms).AsJson();
            e.HasIndex(o => new { o.NegotiationId, o.Round }).IsUnique();
        });
        model.Entity<Message>(e =>
        {
            e.ToTable("message").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Kind).HasConversion<string>();
            e.Property(m => m.By).HasConversion<string>();
            e.HasIndex(m => new { m.NegotiationId, m.Sequence }).IsUnique();
        });
        model.Entity<ReadMark>().ToTable("read_mark").HasKey(m => new { m.NegotiationId, m.OrganisationId });
        model.Entity<Claim>(e =>
        {
            e.ToTable("claim").HasKey(c => c.AgreementId);
            e.Property(c => c.AgreementId).ValueGeneratedNever();
            e.HasIndex(c => c.AchievementId, "ix_claim_one_exclusive").IsUnique().HasFilter("exclusive and released_at is null");
        });
        model.Entity<PriceNotice>(e =>
        {
            e.ToTable("notice").HasKey(n => n.Id);
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.State).HasConversion<string>();
            e.Property(n => n.Subject).AsJson();
            e.Property(n => n.Contents).AsJson();
            e.Property(n => n.Length).AsJson();
            e.Property(n => n.Runs).AsJson();
            e.Ignore(n => n.IsPublic);
            e.HasMany(n => n.Objections).WithOne().HasForeignKey(o => o.NoticeId);
            e.HasIndex(n => n.Number).IsUnique();
            e.HasIndex(n => n.CurrentRun).IsUnique();
            e.HasIndex(n => n.SellerId);
            e.HasIndex(n => n.FixedTermId);
            e.HasIndex(n => n.NegotiationId, "ix_notice_one_live_per_negotiation").IsUnique().HasFilter("state in ('Prepared', 'Running', 'Paused', 'Passed')");
        });
        model.Entity<Objection>(e =>
        {
            e.ToTable("objection").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.State).HasConversion<string>();
            e.Property(o => o.Decision).AsJson();
        });
        MapSales(model);
        FixedTermTables.Map(model);
        model.Entity<Deal>(e =>
        {
            e.ToTable("deal").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Seller).AsJson();
            e.Property(d => d.Buyer).AsJson();
            e.Property(d => d.Terms).AsJson();
            e.Property(d => d.LeadIds).AsJson();
            e.HasIndex(d => d.Number).IsUnique();
            e.HasIndex(d => d.NegotiationId).IsUnique();
            // An offer's formula is announced once for all its takers.
            e.HasIndex(d => d.NoticeId).IsUnique().HasFilter("uptake_id is null");
            e.HasIndex(d => d.UptakeId).IsUnique();
            e.HasIndex(d => d.SellerId);
            e.HasIndex(d => d.BuyerId);
        });
        model.Entity<Dossier>(e =>
        {
            e.ToTable("dossier").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.View).HasConversion<string>();
            e.Property(d => d.State).HasConversion<string>();
            e.Property(d => d.Parts).AsJson();
            e.Property(d => d.Missing).AsJson();
            e.Property(d => d.File).AsJson();
            e.Ignore(d => d.WaitingFor);
            e.HasIndex(d => d.DealId);
            e.HasIndex(d => d.Fingerprint);
        });
        MapCopies(model);
    }

    private static void MapSales(ModelBuilder model)
    {
        model.Entity<Sale>(e =>
        {
            e.ToTable("sale").HasKey(s => s.Id);
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Mode).HasConversion<string>();
            e.Property(s => s.State).HasConversion<string>();
            e.Property(s => s.Wait).HasConversion<string>();
            e.Property(s => s.Subject).AsJson();
            e.Property(s => s.Terms).AsJson();
            e.Property(s => s.Documents).AsJson();
            e.Property(s => s.Rounds).AsJson();
            e.Property(s => s.Returned).AsJson();
            e.Property(s => s.Result).AsJson();
            e.Property(s => s.Defaults).AsJson();
            e.Ignore(s => s.ConfirmedAuction).Ignore(s => s.Announced).Ignore(s => s.Reserves).Ignore(s => s.Current);
            e.HasMany(s => s.Parties).WithOne().HasForeignKey(p => p.SaleId);
            e.HasIndex(s => s.Number).IsUnique();
            e.HasIndex(s => s.AchievementId, OneRunningSale).IsUnique().HasDatabaseName(OneRunningSale).HasFilter("state not in ('Concluded', 'Lapsed', 'Withdrawn')");
            e.HasIndex(s => s.SellerId);
            e.HasIndex(s => s.DealId);
        });
        model.Entity<SaleConfirmation>(e =>
        {
            e.ToTable("sale_confirmation").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Figures).AsJson();
            e.Property(c => c.Signatures).AsJson();
            e.HasIndex(c => c.Number).IsUnique();
            e.HasIndex(c => c.SaleId);
            e.HasIndex(c => c.SellerId);
            e.HasIndex(c => c.BuyerId);
            e.HasIndex(c => c.HouseCode);
        });
        model.Entity<UsedProof>().ToTable("used_proof").HasKey(p => p.Id);
        model.Entity<Appraisal>(e =>
        {
            e.ToTable("appraisal").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Method).HasConversion<string>();
            e.Property(a => a.File).AsJson();
            e.HasIndex(a => a.AchievementId);
            e.HasIndex(a => new { a.OwnerId, a.ReportNumber }).IsUnique();
        });
        model.Entity<Valuation>(e =>
        {
            e.ToTable("valuation").HasKey(v => v.Id);
            e.Property(v => v.Id).ValueGeneratedNever();
            e.Property(v => v.Method).HasConversion<string>();
            e.Property(v => v.Cost).AsJson();
            e.Property(v => v.Income).AsJson();
            e.HasIndex(v => v.OrganisationId);
        });
        model.Entity<RegisteredCase>(e =>
        {
            e.ToTable("registered_case").HasKey(c => c.ContractId);
            e.Property(c => c.ContractId).ValueGeneratedNever();
            e.HasIndex(c => c.FieldCode);
        });
        model.Entity<SaleParty>(e =>
        {
            e.ToTable("sale_party").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.State).HasConversion<string>();
            e.Property(p => p.DepositDecision).HasConversion<string>();
            e.Property(p => p.Party).AsJson();
            e.Property(p => p.Nda).AsJson();
            e.Property(p => p.Registration).AsJson();
            e.Property(p => p.Documents).AsJson();
            e.Property(p => p.Qualification).AsJson();
            e.Ignore(p => p.IsLive).Ignore(p => p.TakesPart).Ignore(p => p.IsSettled);
            e.HasIndex(p => p.DepositId).IsUnique();
            e.HasIndex(p => p.OrganisationId);
            e.HasIndex(p => new { p.SaleId, p.Round, p.OrganisationId }, "ix_sale_party_once").IsUnique().HasFilter("state in ('Interested', 'Registered', 'Qualified')");
        });
    }

    private static void MapCopies(ModelBuilder model)
    {
        model.Entity<KnownAchievement>(e =>
        {
            e.ToTable("known_achievement").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.IpRights).AsJson();
            e.Property(a => a.TransferWays).AsJson();
            e.Ignore(a => a.IsOpenToNew).Ignore(a => a.AllowsTalks).Ignore(a => a.IsNegotiable);
            e.HasVersion();
        });
        model.Entity<KnownOrganisation>(e =>
        {
            e.ToTable("known_organisation").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
            e.HasVersion();
        });
        model.Entity<KnownDemand>(e =>
        {
            e.ToTable("known_demand").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasVersion();
        });
        model.Entity<KnownLead>(e =>
        {
            e.ToTable("known_lead").HasKey(l => l.Id);
            e.Property(l => l.Id).ValueGeneratedNever();
            e.HasIndex(l => new { l.ClientId, l.AchievementId });
            e.HasIndex(l => l.BrokerId);
            e.HasVersion();
        });
        model.Entity<DealProgress>(e =>
        {
            e.ToTable("deal_progress").HasKey(p => p.DealId);
            e.Property(p => p.DealId).ValueGeneratedNever();
            e.Property(p => p.Signatures).AsJson();
            e.Property(p => p.Receipts).AsJson();
            e.Property(p => p.Earnings).AsJson();
            e.Ignore(p => p.IsPaid).Ignore(p => p.CommissionsSettled);
            e.HasIndex(p => p.ContractId);
            e.HasVersion();
        });
        AuctionTables.Map(model);
    }
}
