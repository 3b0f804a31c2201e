using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Clients;
using TechMarket.Identity.Members;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.People;
using TechMarket.Identity.Resets;
using TechMarket.Identity.Sessions;
using TechMarket.Identity.Tokens;
using TechMarket.Platform.Data;

namespace TechMarket.Identity;

/// <summary>People, organisations and who acts for whom; sessions, API clients and signing keys.</summary>
/// <remarks>Locks are taken in this order: sign-in attempts, organisation, person.</remarks>
sealed class IdentityDb(DbContextOptions<IdentityDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    /// <summary>No two verified organisations have the same credit code.</summary>
    public const string OneCreditCode = "ix_organisation_verified_credit_code";

    /// <summary>No two data sources import under the same code.</summary>
    public const string OneSourceCode = "ix_organisation_source_code";

    public const string OneEmail = "ix_person_email_key";

    public override string Schema => "identity";

    public DbSet<Person> People => Set<Person>();

    public DbSet<SignInAttempts> Attempts => Set<SignInAttempts>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    /// <summary>The attempts for an address, one sign-in at a time.</summary>
    public async Task<SignInAttempts> LockAttempts(string email, CancellationToken ct)
    {
        RequireTransaction();
        var key = SignInAttempts.KeyOf(email);
        await Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"attempts:" + key}, 0))", ct);
        if (await Attempts.FindAsync([key], ct) is { } known) return known;
        return Attempts.Add(new SignInAttempts { Key = key }).Entity;
    }

    /// <summary>Everything that changes an organisation or its members waits here, so that its last administrator stays.</summary>
    public Task<Organisation?> LockOrganisation(OrganisationId id, CancellationToken ct)
    {
        RequireTransaction();
        return Organisations.FromSql($"select * from identity.organisation where id = {id.Value} for update").SingleOrDefaultAsync(ct);
    }

    /// <summary>Everything that changes a person or their roles anywhere waits here, so that roles that exclude each other never meet.</summary>
    public Task<Person?> LockPerson(PersonId id, CancellationToken ct)
    {
        RequireTransaction();
        return People.FromSql($"select * from identity.person where id = {id.Value} for update").SingleOrDefaultAsync(ct);
    }

    /// <inheritdoc cref="LockPerson"/>
    public Task<Person?> LockPersonByEmail(string email, CancellationToken ct)
    {
        RequireTransaction();
        return People.FromSql($"select * from identity.person where email_key = {Person.KeyOf(email)} for update").SingleOrDefaultAsync(ct);
    }

    /// <summary>The live session of a cookie's secret.</summary>
    public async Task<Session?> SessionOf(string? secret, DateTimeOffset now, TimeSpan idle, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret)) return null;
        var hash = Secrets.Hash(secret);
        var session = await Sessions.SingleOrDefaultAsync(s => s.SecretHash == hash, ct);
        return session is not null && session.IsAlive(now, idle) ? session : null;
    }

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Person>(e =>
        {
            e.ToTable("person").HasKey(p => p.Id);
            e.Property(p => p.Name).HasMaxLength(Lengths.PersonName);
            e.Property(p => p.Email).HasMaxLength(Lengths.Email);
            e.Property(p => p.EmailKey).HasMaxLength(Lengths.Email);
            e.Property(p => p.Language).HasMaxLength(5);
            e.Property(p => p.RecoveryCodes).AsJson();
            e.HasIndex(p => p.EmailKey).IsUnique().HasDatabaseName(OneEmail);
        });
        model.Entity<SignInAttempts>(e =>
        {
            e.ToTable("sign_in_attempts").HasKey(a => a.Key);
            e.HasIndex(a => a.LastAt);
        });
        model.Entity<Session>(e =>
        {
            e.ToTable("session").HasKey(s => s.Id);
            e.HasIndex(s => s.SecretHash).IsUnique();
            e.HasIndex(s => s.PersonId);
            e.HasIndex(s => s.ExpiresAt);
        });
        model.Entity<Organisation>(e =>
        {
            e.ToTable("organisation").HasKey(o => o.Id);
            e.Property(o => o.Name).HasMaxLength(Lengths.OrganisationName);
            e.Property(o => o.Status).HasConversion<string>();
            e.Property(o => o.Proofs).AsJson();
            e.Property(o => o.Change).AsJson();
            e.HasIndex(o => o.ChangeRequestedAt);
            e.Ignore(o => o.Particulars);
            e.HasIndex(o => o.CreditCode).IsUnique().HasFilter("status = 'Verified'").HasDatabaseName(OneCreditCode);
            e.HasIndex(o => o.SourceCode).IsUnique().HasDatabaseName(OneSourceCode);
            e.HasIndex(o => new { o.Status, o.SubmittedAt });
            e.HasIndex(o => new { o.Kind, o.Name });
        });
        model.Entity<Membership>(e =>
        {
            e.ToTable("membership").HasKey(m => new { m.OrganisationId, m.PersonId });
            e.Property(m => m.Roles).AsJson();
            e.HasIndex(m => m.PersonId);
        });
        model.Entity<Invitation>(e =>
        {
            e.ToTable("invitation").HasKey(i => i.Id);
            e.Property(i => i.Roles).AsJson();
            e.HasIndex(i => i.TokenHash).IsUnique();
            e.HasIndex(i => i.OrganisationId);
        });
        model.Entity<PasswordReset>(e =>
        {
            e.ToTable("password_reset").HasKey(r => r.Id);
            e.HasIndex(r => r.TokenHash).IsUnique();
            e.HasIndex(r => r.PersonId);
        });
        model.Entity<ApiClient>(e =>
        {
            e.ToTable("api_client").HasKey(c => c.Id);
            e.Property(c => c.Name).HasMaxLength(Lengths.PersonName);
            e.Property(c => c.Roles).AsJson();
            e.HasIndex(c => c.OrganisationId);
        });
        model.Entity<SigningKey>().ToTable("signing_key").HasKey(k => k.Id);
    }
}

/// <summary>How long texts may be.</summary>
static class Lengths
{
    public const int PersonName = 60;
    public const int OrganisationName = 120;
    public const int Email = 254;
    public const int Phone = 40;
    public const int Reason = 500;
    public const int Secret = 200;
}
