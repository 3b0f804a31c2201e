using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Contracts.Organisations;
using TechMarket.Contracts.Payments;
using TechMarket.Contracts.Registrations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Contracts.Turnover;
using TechMarket.Platform.Data;

namespace TechMarket.Contracts;

/// <summary>Contracts, their versions and payments, registrations, and what is counted as turnover.</summary>
sealed class ContractsDb(DbContextOptions<ContractsDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    public override string Schema => "contracts";

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<ContractVersion> Versions => Set<ContractVersion>();

    public DbSet<UsedProof> UsedProofs => Set<UsedProof>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<TurnoverEntry> Turnover => Set<TurnoverEntry>();

    public DbSet<BureauTarget> Targets => Set<BureauTarget>();

    /// <summary>The contract, and its row until the transaction ends: two people's actions on it come one after the other.</summary>
    public async Task<Contract?> LockContract(ContractId id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select 1 from contracts.contract where id = @id for update", [new NpgsqlParameter("id", id.Value)], ct);
        return await Contracts.SingleOrDefaultAsync(c => c.Id == id, ct);
    }

    /// <summary>The registration, and its row until the transaction ends. Who needs its contract as well locks that first.</summary>
    public async Task<Registration?> LockRegistration(RegistrationId id, CancellationToken ct)
    {
        RequireTransaction();
        await Database.ExecuteSqlRawAsync("select 1 from contracts.registration where id = @id for update", [new NpgsqlParameter("id", id.Value)], ct);
        return await Registrations.SingleOrDefaultAsync(r => r.Id == id, ct);
    }

    public Task<ContractVersion> VersionOf(ContractId id, int number, CancellationToken ct) =>
        Versions.SingleAsync(v => v.ContractId == id && v.Number == number, ct);

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Contract>(e =>
        {
            e.ToTable("contract").HasKey(c => c.Id);
            e.HasIndex(c => c.DealId).IsUnique();
            e.HasIndex(c => c.Number).IsUnique();
            e.HasIndex(c => c.SellerId);
            e.HasIndex(c => c.BuyerId);
            e.Property(c => c.State).HasConversion<string>();
            e.Property(c => c.IpRights).AsJson();
            e.Property(c => c.Terms).AsJson();
            e.Property(c => c.Seller).AsJson();
            e.Property(c => c.Buyer).AsJson();
            e.Property(c => c.Confirmations).AsJson();
            e.Property(c => c.Signatures).AsJson();
            e.Property(c => c.Termination).AsJson();
            e.Ignore(c => c.InForce).Ignore(c => c.FixedPrice).Ignore(c => c.AwaitsSignatures);
            e.HasVersion();
        });
        model.Entity<ContractVersion>(e =>
        {
            e.ToTable("contract_version").HasKey(v => new { v.ContractId, v.Number });
            e.Property(v => v.Content).AsJson();
        });
        model.Entity<UsedProof>().ToTable("used_proof").HasKey(p => p.Id);
        model.Entity<Payment>(e =>
        {
            e.ToTable("payment").HasKey(p => p.Id);
            e.Property(p => p.State).HasConversion<string>();
            e.HasIndex(p => new { p.ContractId, p.BankReference }).IsUnique().HasFilter("state <> 'Disputed'");
            e.HasVersion();
        });
        model.Entity<Registration>(e =>
        {
            e.ToTable("registration").HasKey(r => r.Id);
            e.Property(r => r.State).HasConversion<string>();
            e.HasIndex(r => r.ContractId).IsUnique().HasFilter("state not in ('Refused', 'Cancelled')");
            e.HasIndex(r => r.Number).IsUnique();
            e.HasIndex(r => r.NationalNumber).IsUnique();
            e.HasIndex(r => r.VerificationCode).IsUnique();
            e.HasIndex(r => new { r.State, r.DueAt });
            e.HasIndex(r => r.SellerId);
            e.HasIndex(r => r.BuyerId);
            e.Property(r => r.Form).AsJson();
            e.Property(r => r.FirstRegistrar).AsJson();
            e.Property(r => r.SecondRegistrar).AsJson();
            e.Property(r => r.Ticks).AsJson();
            e.Property(r => r.Items).AsJson();
            e.Property(r => r.Corrections).AsJson();
            e.HasVersion();
        });
        model.Entity<Organisation>(e =>
        {
            e.ToTable("organisation").HasKey(o => o.Id);
            e.HasIndex(o => o.Kind);
        });
        model.Entity<TurnoverEntry>(e =>
        {
            e.ToTable("turnover_entry").HasKey(t => t.RegistrationId);
            e.HasIndex(t => t.RegisteredOn);
        });
        model.Entity<BureauTarget>().ToTable("turnover_target").HasKey(t => new { t.AreaCode, t.Year });
    }
}

/// <summary>A proof of a re-entered credential that has signed something: it signs nothing else.</summary>
sealed class UsedProof
{
    public required string Id { get; init; }
    public required ContractId ContractId { get; init; }
    public required DateTimeOffset UsedAt { get; init; }
}
