using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers.Stripe;
using TechMarket.Platform.Data;

namespace TechMarket.Payments;

/// <summary>Schema <c>payments</c>: the ledger, and the bills, movements, deposits, escrows and payouts that lead to its entries.</summary>
sealed class PaymentsDb(DbContextOptions<PaymentsDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    /// <summary>A line of a statement, or a provider's payment, is taken once.</summary>
    public const string MovementReference = "ux_movement_reference";

    /// <summary>A bank reference is one payout.</summary>
    public const string PayoutReference = "ux_payout_reference";

    public override string Schema => "payments";

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<LedgerCheck> LedgerChecks => Set<LedgerCheck>();

    public DbSet<Bill> Bills => Set<Bill>();

    public DbSet<Movement> Movements => Set<Movement>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<Deposit> Deposits => Set<Deposit>();

    public DbSet<Escrow> Escrows => Set<Escrow>();

    public DbSet<Payout> Payouts => Set<Payout>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<PartyAccount> PartyAccounts => Set<PartyAccount>();

    public DbSet<PaymentAttempt> Attempts => Set<PaymentAttempt>();

    public DbSet<StripeEvent> StripeEvents => Set<StripeEvent>();

    /// <summary>One at a time for a deposit, a deal, a commission's part, or an account that is paid out from. Taken before any row.</summary>
    public async Task LockSubject(Guid subjectId, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended({0}, 0))", ["payments:" + subjectId], ct);
    }

    /// <summary>The movement, and its row until the transaction ends.</summary>
    public async Task<Movement> LockMovement(MovementId id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select 1 from payments.movement where id = @id for update", [new NpgsqlParameter("id", id.Value)], ct);
        return await Movements.SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw Problems.MovementNotFound.Now();
    }

    /// <summary>The payout, its subject locked before it.</summary>
    public async Task<Payout> LockPayout(PayoutId id, CancellationToken ct)
    {
        var subject = await Payouts.Where(p => p.Id == id).Select(p => (Guid?)p.SubjectId).SingleOrDefaultAsync(ct) ?? throw Problems.PayoutNotFound.Now();
        await LockSubject(subject, ct);
        await Database.ExecuteSqlRawAsync("select 1 from payments.payout where id = @id for update", [new NpgsqlParameter("id", id.Value)], ct);
        return await Payouts.SingleAsync(p => p.Id == id, ct);
    }

    /// <summary>What has been counted towards a bill so far.</summary>
    public async Task<decimal> ReceivedFor(BillId id, CancellationToken ct) =>
        await Movements.Where(m => m.BillId == id && m.Allotted != null).SumAsync(m => (decimal?)m.Allotted!.Amount, ct) ?? 0;

    public uint VersionOf(Payout payout) => Entry(payout).Property<uint>("xmin").CurrentValue;

    protected override void Map(ModelBuilder model)
    {
        MapLedger(model);
        MapMoney(model);
        model.Entity<Deposit>(e =>
        {
            e.ToTable("deposit").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.State).HasConversion<string>();
            e.Property(d => d.Decision).HasConversion<string>();
            e.HasIndex(d => d.PartyId);
            e.HasIndex(d => d.State);
            e.HasVersion();
        });
        model.Entity<Escrow>(e =>
        {
            e.ToTable("escrow").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.State).HasConversion<string>();
            e.Property(x => x.Milestones).AsJson();
            e.Property(x => x.Deposits).AsJson();
            e.Property(x => x.PaidDirectly).AsJson();
            e.Ignore(x => x.FreeDeposit);
            e.HasIndex(x => x.BuyerId);
            e.HasIndex(x => x.SellerId);
            e.HasVersion();
        });
        model.Entity<Party>(e =>
        {
            e.ToTable("party").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.HasVersion();
        });
        model.Entity<PartyAccount>(e =>
        {
            e.ToTable("party_account").HasKey(p => p.PartyId);
            e.Property(p => p.PartyId).ValueGeneratedNever();
            e.Property(p => p.Details).AsJson();
            e.HasVersion();
        });
        model.Entity<PaymentAttempt>(e =>
        {
            e.ToTable("payment_attempt").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Method).HasConversion<string>();
            e.HasIndex(a => a.BillId);
        });
        model.Entity<StripeEvent>(e =>
        {
            e.ToTable("stripe_event").HasKey(x => x.Id);
            e.HasIndex(x => x.CreatedAt);
        });
    }

    private static void MapLedger(ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("account").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Kind).HasConversion<string>();
            e.Property(a => a.Currency).HasMaxLength(3).IsFixedLength();
            e.HasIndex(a => new { a.Kind, a.Holder, a.Currency }).IsUnique();
            e.HasIndex(a => new { a.Id, a.Currency }).IsUnique();
        });
        model.Entity<Entry>(e =>
        {
            e.ToTable("entry").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Kind).HasConversion<string>();
            e.HasMany(x => x.Postings).WithOne().HasForeignKey(p => p.EntryId).OnDelete(DeleteBehavior.Restrict);
            e.Navigation(x => x.Postings).UsePropertyAccessMode(PropertyAccessMode.Field);
            e.HasIndex(x => x.Number).IsUnique();
            e.HasIndex(x => x.Cause).IsUnique();
            e.HasIndex(x => x.BookedAt);
        });
        model.Entity<Posting>(e =>
        {
            e.ToTable("posting").HasKey(p => new { p.EntryId, p.Line });
            e.Property(p => p.Line).ValueGeneratedNever();
            e.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LedgerCheck>(e =>
        {
            e.ToTable("ledger_check").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Findings).AsJson();
            e.HasIndex(c => c.CheckedAt);
        });
    }

    private static void MapMoney(ModelBuilder model)
    {
        model.Entity<Bill>(e =>
        {
            e.ToTable("bill").HasKey(b => b.Id);
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.Purpose).HasConversion<string>();
            e.Property(b => b.State).HasConversion<string>();
            e.Ignore(b => b.Target);
            e.HasIndex(b => b.Code).IsUnique();
            e.HasIndex(b => b.PayerId);
            e.HasIndex(b => b.SubjectId);
            e.HasIndex(b => b.State);
            e.HasVersion();
        });
        model.Entity<Statement>(e =>
        {
            e.ToTable("statement").HasKey(s => s.Id);
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Rows).AsJson();
            e.HasIndex(s => s.UploadedAt);
        });
        model.Entity<Movement>(e =>
        {
            e.ToTable("movement").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Provider).HasConversion<string>();
            e.Property(m => m.Direction).HasConversion<string>();
            e.Property(m => m.State).HasConversion<string>();
            e.Property(m => m.QueueReason).HasConversion<string>();
            e.Ignore(m => m.Place);
            e.HasIndex(m => new { m.Provider, m.Reference }).IsUnique().HasDatabaseName(MovementReference);
            e.HasIndex(m => m.State);
            e.HasIndex(m => m.BillId);
            e.HasIndex(m => m.PayoutId);
            e.HasVersion();
        });
        model.Entity<Payout>(e =>
        {
            e.ToTable("payout").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Kind).HasConversion<string>();
            e.Property(p => p.FromKind).HasConversion<string>();
            e.Property(p => p.Provider).HasConversion<string>();
            e.Property(p => p.State).HasConversion<string>();
            e.Property(p => p.Receiver).AsJson();
            e.Ignore(p => p.From).Ignore(p => p.Place).Ignore(p => p.IsOpen);
            e.HasIndex(p => p.Number).IsUnique();
            e.HasIndex(p => p.Cause).IsUnique();
            e.HasIndex(p => new { p.Provider, p.Reference }).IsUnique().HasFilter("reference is not null").HasDatabaseName(PayoutReference);
            e.HasIndex(p => p.State);
            e.HasIndex(p => p.PayeeId);
            e.HasIndex(p => new { p.FromKind, p.FromHolder });
            e.HasVersion();
        });
    }
}
