using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Leads;
using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Organisations;
using TechMarket.Commissions.Postings;
using TechMarket.Commissions.Rewards;
using TechMarket.Platform.Data;

namespace TechMarket.Commissions;

/// <summary>Schema <c>commissions</c>: mandates, leads, commissions with their earnings and payments, reward plans, and copies of what others told.</summary>
sealed class CommissionsDb(DbContextOptions<CommissionsDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    /// <summary>No two records of a pair count at once.</summary>
    public const string LeadPair = "ux_lead_pair";

    /// <summary>A bank reference is one payment.</summary>
    public const string BankReference = "ux_payment_bank_reference";

    public override string Schema => "commissions";

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Achievement> Achievements => Set<Achievement>();

    public DbSet<Demand> Demands => Set<Demand>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Deal> Deals => Set<Deal>();

    public DbSet<DealEvent> DealEvents => Set<DealEvent>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Commission> Commissions => Set<Commission>();

    public DbSet<Earning> Earnings => Set<Earning>();

    public DbSet<Payout> Payouts => Set<Payout>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<RewardPlan> RewardPlans => Set<RewardPlan>();

    public DbSet<RewardNotice> RewardNotices => Set<RewardNotice>();

    public DbSet<RewardObjection> RewardObjections => Set<RewardObjection>();

    public DbSet<RewardReceipt> RewardReceipts => Set<RewardReceipt>();

    public DbSet<RewardDue> RewardDues => Set<RewardDue>();

    public DbSet<RewardPayment> RewardPayments => Set<RewardPayment>();

    /// <summary>One at a time for a buyer and an achievement: a lead is recorded before a deal or after it, never beside it. Taken before <see cref="LockDeal"/>.</summary>
    public Task LockPair(Guid buyerId, Guid achievementId, CancellationToken ct) => Lock($"pair:{buyerId}:{achievementId}", ct);

    /// <summary>One at a time for a deal: what it earned is read and added to by nobody else meanwhile.</summary>
    public Task LockDeal(Guid dealId, CancellationToken ct) => Lock($"deal:{dealId}", ct);

    /// <summary>The commission with its earnings, payouts and payments.</summary>
    public Task<Commission?> FindCommission(System.Linq.Expressions.Expression<Func<Commission, bool>> which, CancellationToken ct) =>
        Commissions.Include(c => c.Earnings).ThenInclude(e => e.Payouts).ThenInclude(p => p.Payment).SingleOrDefaultAsync(which, ct);

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Organisation>(e =>
        {
            e.ToTable("organisation").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
            e.HasVersion();
        });
        model.Entity<Achievement>(e =>
        {
            e.ToTable("achievement").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.HasVersion();
        });
        model.Entity<Demand>(e =>
        {
            e.ToTable("demand").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasIndex(d => d.OwnerId);
            e.HasVersion();
        });
        model.Entity<Mandate>(MapMandate);
        model.Entity<Lead>(MapLead);
        MapDeals(model);
        MapCommissions(model);
        MapRewards(model);
    }

    private static void MapMandate(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Mandate> e)
    {
        e.ToTable("mandate").HasKey(m => m.Id);
        e.Property(m => m.Id).ValueGeneratedNever();
        e.Property(m => m.Status).HasConversion<string>();
        e.Property(m => m.Terms).AsJson();
        e.Ignore(m => m.LeadBroker).Ignore(m => m.BrokerIds).Ignore(m => m.Shares);
        e.OwnsMany(m => m.Brokers, b =>
        {
            b.ToTable("mandate_broker").WithOwner().HasForeignKey("MandateId");
            b.HasKey("MandateId", nameof(MandateBroker.BrokerId));
            b.Property(x => x.BrokerId).ValueGeneratedNever();
            b.HasIndex(x => x.BrokerId);
        });
        e.Navigation(m => m.Brokers).UsePropertyAccessMode(PropertyAccessMode.Field);
        e.HasIndex(m => m.Number).IsUnique();
        e.HasIndex(m => m.ClientId);
        e.HasVersion();
    }

    private static void MapLead(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Lead> e)
    {
        e.ToTable("lead").HasKey(l => l.Id);
        e.Property(l => l.Id).ValueGeneratedNever();
        e.Property(l => l.BuyerAnswer).AsJson();
        e.Property(l => l.SellerAnswer).AsJson();
        e.Ignore(l => l.Status).Ignore(l => l.DisputeReason);
        e.HasIndex(l => l.Number).IsUnique();
        e.HasIndex(l => new { l.BuyerId, l.AchievementId }).IsUnique().HasFilter("not superseded").HasDatabaseName(LeadPair);
        e.HasIndex(l => new { l.BuyerId, l.SellerId });
        e.HasIndex(l => l.SellerId);
        e.HasIndex(l => l.BrokerIds).HasMethod("gin");
        e.HasVersion();
    }

    private static void MapDeals(ModelBuilder model)
    {
        model.Entity<Deal>(e =>
        {
            e.ToTable("deal").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasIndex(d => new { d.BuyerId, d.AchievementId });
        });
        model.Entity<DealEvent>(e =>
        {
            e.ToTable("deal_event").HasKey(d => new { d.Kind, d.CauseId });
            e.Property(d => d.Kind).HasConversion<string>();
            e.Ignore(d => d.Cause);
            e.HasIndex(d => d.DealId);
        });
        model.Entity<Claim>(e =>
        {
            e.ToTable("claim").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Ground).HasConversion<string>();
            e.HasIndex(c => new { c.LeadId, c.DealId }).IsUnique();
            e.HasIndex(c => c.BrokerIds).HasMethod("gin");
        });
    }

    private static void MapCommissions(ModelBuilder model)
    {
        model.Entity<Commission>(e =>
        {
            e.ToTable("commission").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Status).HasConversion<string>();
            e.Property(c => c.EarnEvent).HasConversion<string>();
            e.Property(c => c.Schedule).AsJson();
            e.Property(c => c.Brokers).AsJson();
            e.Ignore(c => c.Shares).Ignore(c => c.PayerIds).Ignore(c => c.Payouts).Ignore(c => c.IsSettled).Ignore(c => c.InYuan);
            e.HasMany(c => c.Earnings).WithOne().HasForeignKey(x => x.CommissionId);
            e.Navigation(c => c.Earnings).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.HasIndex(c => c.Number).IsUnique();
            e.HasIndex(c => c.DealId).IsUnique();
            e.HasIndex(c => c.LeadId);
            e.HasIndex(c => c.BrokerIds).HasMethod("gin");
            e.HasVersion();
        });
        model.Entity<Earning>(e =>
        {
            e.ToTable("earning").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Kind).HasConversion<string>();
            e.HasMany(x => x.Payouts).WithOne().HasForeignKey(p => p.EarningId);
            e.Navigation(x => x.Payouts).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.HasIndex(x => new { x.CommissionId, x.Cause }).IsUnique();
        });
        model.Entity<Payout>(e =>
        {
            e.ToTable("payout").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Status).HasConversion<string>();
            e.Property(p => p.Withholding).AsJson();
            e.HasOne(p => p.Payment).WithOne().HasForeignKey<Payment>(x => x.PayoutId);
            e.HasIndex(p => new { p.EarningId, p.BrokerId, p.PayerId }).IsUnique();
            e.HasIndex(p => p.BrokerId);
            e.HasIndex(p => p.PayerId);
            e.HasIndex(p => p.Status);
            e.HasVersion();
        });
        model.Entity<Payment>(e =>
        {
            e.ToTable("payment").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.HasIndex(p => p.BankReference).IsUnique().HasDatabaseName(BankReference);
        });
    }

    private static void MapRewards(ModelBuilder model)
    {
        model.Entity<RewardPlan>(e =>
        {
            e.ToTable("reward_plan").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Status).HasConversion<string>();
            e.Property(p => p.Contract).AsJson();
            e.Property(p => p.Content).AsJson();
            e.Property(p => p.History).AsJson();
            e.Ignore(p => p.NetIncome).Ignore(p => p.BasisPoints).Ignore(p => p.Reason);
            e.HasIndex(p => p.Number).IsUnique();
            e.HasIndex(p => p.DealId).IsUnique().HasFilter("status <> 'Withdrawn'").HasDatabaseName("ux_reward_plan_deal");
            e.HasIndex(p => p.SellerId);
            e.HasVersion();
        });
        model.Entity<RewardNotice>(e =>
        {
            e.ToTable("reward_notice").HasKey(n => n.Id);
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.State).HasConversion<string>();
            e.Property(n => n.Contents).AsJson();
            e.Property(n => n.Length).AsJson();
            e.HasMany(n => n.Objections).WithOne().HasForeignKey(o => o.NoticeId);
            e.Navigation(n => n.Objections).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.HasIndex(n => n.Number).IsUnique();
            e.HasIndex(n => n.CurrentRun).IsUnique();
            e.HasIndex(n => n.PlanId);
            e.HasIndex(n => n.PublishedAt);
            e.HasVersion();
        });
        model.Entity<RewardObjection>(e =>
        {
            e.ToTable("reward_objection").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.State).HasConversion<string>();
        });
        model.Entity<RewardReceipt>(e =>
        {
            e.ToTable("reward_receipt").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasMany(r => r.Dues).WithOne().HasForeignKey(d => d.ReceiptId);
            e.Navigation(r => r.Dues).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.HasIndex(r => new { r.PlanId, r.PaymentId }).IsUnique();
        });
        model.Entity<RewardDue>(e =>
        {
            e.ToTable("reward_due").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Role).HasConversion<string>();
            e.HasOne(d => d.Payment).WithOne().HasForeignKey<RewardPayment>(p => p.DueId);
            e.HasIndex(d => d.PlanId);
            e.HasIndex(d => new { d.ReceiptId, d.Place }).IsUnique();
        });
        model.Entity<RewardPayment>(e =>
        {
            e.ToTable("reward_payment").HasKey(p => p.DueId);
            e.Property(p => p.DueId).ValueGeneratedNever();
        });
    }

    private async Task Lock(string what, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended({0}, 0))", ["commissions:" + what], ct);
    }
}
