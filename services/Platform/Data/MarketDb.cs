using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using TechMarket.Messages;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Platform.Data;

/// <summary>
/// A service's database: its aggregates, and beside them the outbox, inbox, deadlines, counters and audit chain.
/// What is published, audited or scheduled is committed with the aggregate or not at all.
/// </summary>
public abstract class MarketDb(DbContextOptions options, TimeProvider clock) : DbContext(options)
{
    private readonly List<AuditEntry> auditEntries = [];
    private bool publishes;

    /// <summary>The schema's name, equal to the service's.</summary>
    public abstract string Schema { get; }

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<DeadLetterRow> DeadLetters => Set<DeadLetterRow>();

    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();

    public DbSet<AuditRow> AuditTrail => Set<AuditRow>();

    /// <summary>Tells the other services; delivered after the save that carries it, at least once, taken by each reaction once.</summary>
    public void Publish<TFact>(TFact fact)
        where TFact : class
    {
        Outbox.Add(new OutboxRow
        {
            Id = OrderedId.Next(clock.GetUtcNow()),
            Urn = FactCatalogue.UrnOf(typeof(TFact)),
            Body = JsonSerializer.Serialize(fact, Json.Options),
            TraceParent = Activity.Current?.Id,
            CreatedAt = clock.GetUtcNow(),
            // At once, whatever another process's clock says.
            NotBefore = DateTimeOffset.UnixEpoch,
        });
        publishes = true;
    }

    /// <summary>Records a change of state: who, for whom, from, to, why and the hash of the data; hash-chained, append-only.</summary>
    /// <param name="retention">6m, 3y, 5y or permanent (DOMAIN C-1).</param>
    public void Audit(
        Caller? caller, string subjectKind, Guid subjectId, string action, string? from = null, string? to = null, string? reason = null,
        object? data = null, string retention = "3y") =>
        auditEntries.Add(new AuditEntry(
            caller?.PersonId, caller?.PersonName, caller?.Organisation, caller?.OrganisationName, subjectKind, subjectId, action, from, to, reason,
            data, retention));

    /// <summary>Lets <paramref name="kind"/>'s action happen to the subject at a time; a later call moves the time.</summary>
    public async Task SetDeadline(string kind, Guid subjectId, DateTimeOffset dueAt, CancellationToken ct)
    {
        if (await Deadlines.FindAsync([kind, subjectId], ct) is { } known)
        {
            // A deadline that is running now has been marked as done; setting it again keeps it.
            if (Entry(known).State == EntityState.Deleted) Entry(known).State = EntityState.Modified;
            known.DueAt = dueAt;
            known.Attempts = 0;
        }
        else
        {
            Deadlines.Add(new DeadlineRow { Kind = kind, SubjectId = subjectId, DueAt = dueAt });
        }
    }

    /// <summary>Takes a deadline back.</summary>
    public async Task ClearDeadline(string kind, Guid subjectId, CancellationToken ct)
    {
        if (await Deadlines.FindAsync([kind, subjectId], ct) is { } known) Deadlines.Remove(known);
    }

    /// <summary>The next number of a series, without gaps: a failed transaction gives its number back.</summary>
    /// <remarks>Needs an open transaction; the series is locked until it ends.</remarks>
    public async Task<long> NextInSeries(string series, CancellationToken ct)
    {
        RequireTransaction();
        var sql = $"""
            insert into "{Schema}".counter (series, value) values (@series, 1)
            on conflict (series) do update set value = counter.value + 1 returning value as "Value"
            """;
        var given = await Database.SqlQueryRaw<long>(sql, new Npgsql.NpgsqlParameter("series", series)).ToListAsync(ct);
        return given[0];
    }

    /// <summary>A readable business number such as CG-2026-000123, gap-free per prefix and year. Needs an open transaction.</summary>
    public async Task<string> NextNumber(string prefix, CancellationToken ct)
    {
        var year = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Year;
        var serial = await NextInSeries(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year}"), ct);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year}-{serial:D6}");
    }

    /// <summary>A lock outside a transaction is gone before the next line.</summary>
    public void RequireTransaction()
    {
        if (Database.CurrentTransaction is null) throw new InvalidOperationException("Open a transaction first.");
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (auditEntries.Count == 0 && !publishes) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        IDbContextTransaction? own = null;
        if (Database.CurrentTransaction is null) own = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using (own)
        {
            var changed = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (auditEntries.Count > 0) await LinkAudit(cancellationToken);
            if (publishes) await Database.ExecuteSqlRawAsync("select pg_notify({0}, '')", [OutboxChannel(Schema)], cancellationToken);
            if (own is not null) await own.CommitAsync(cancellationToken);
            auditEntries.Clear();
            publishes = false;
            return changed;
        }
    }

    internal static string OutboxChannel(string schema) => "outbox_" + schema;

    /// <summary>The aggregates' tables.</summary>
    protected abstract void Map(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<OutboxRow>(e =>
        {
            e.ToTable("outbox").HasKey(r => r.Id);
            e.Property(r => r.Body).HasColumnType("jsonb");
            e.HasIndex(r => r.NotBefore);
        });
        modelBuilder.Entity<InboxRow>().ToTable("inbox").HasKey(r => new { r.MessageId, r.Reaction });
        modelBuilder.Entity<DeadLetterRow>(e =>
        {
            e.ToTable("dead_letter").HasKey(r => r.Id);
            e.Property(r => r.Body).HasColumnType("jsonb");
            e.HasIndex(r => new { r.MessageId, r.Reaction }).IsUnique();
        });
        modelBuilder.Entity<DeadlineRow>(e =>
        {
            e.ToTable("deadline").HasKey(r => new { r.Kind, r.SubjectId });
            e.HasIndex(r => r.DueAt);
        });
        modelBuilder.Entity<CounterRow>().ToTable("counter").HasKey(r => r.Series);
        modelBuilder.Entity<AuditRow>(e =>
        {
            e.ToTable("audit").HasKey(r => r.Sequence);
            e.Property(r => r.Sequence).ValueGeneratedNever();
            e.HasIndex(r => new { r.SubjectKind, r.SubjectId });
        });
        Map(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes()) SnakeCaseNames.Apply(entity);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in GetType().Assembly.GetTypes().Where(t => t.IsValueType && typeof(ITypedId).IsAssignableFrom(t)))
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdColumn<>).MakeGenericType(id));
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.ComplexProperties<Money>();
    }

    private async Task LinkAudit(CancellationToken ct)
    {
        // One chain per service: writers queue here until the transaction before has ended.
        await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended({0}, 0))", ["audit:" + Schema], ct);
        var last = await AuditTrail.AsNoTracking().OrderByDescending(r => r.Sequence).Select(r => new { r.Sequence, r.Hash }).FirstOrDefaultAsync(ct);
        var sequence = last?.Sequence ?? 0;
        var hash = last?.Hash ?? AuditChain.Genesis;
        var links = new List<AuditRow>();
        foreach (var entry in auditEntries)
        {
            var link = AuditChain.Link(entry, ++sequence, hash, clock.GetUtcNow());
            links.Add(link);
            hash = link.Hash;
        }
        AuditTrail.AddRange(links);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
    }
}

/// <summary>What the mapping of an aggregate says often.</summary>
public static class Mapping
{
    /// <summary>Two people's edits do not overwrite each other: PostgreSQL's <c>xmin</c> is the row's version.</summary>
    public static void HasVersion<T>(this EntityTypeBuilder<T> entity)
        where T : class =>
        entity.Property<uint>("xmin").HasColumnType("xid").IsRowVersion();
}

/// <summary>snake_case tables and columns; a complex value's columns carry its property's name.</summary>
static class SnakeCaseNames
{
    public static void Apply(IMutableEntityType entity)
    {
        if (entity.GetTableName() is { } table) entity.SetTableName(Of(table));
        foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.GetColumnName()));
        foreach (var complex in entity.GetComplexProperties()) Apply(complex, "");
    }

    private static void Apply(IMutableComplexProperty complex, string prefix)
    {
        prefix += Of(complex.Name) + "_";
        foreach (var property in complex.ComplexType.GetProperties()) property.SetColumnName(prefix + Of(property.Name));
        foreach (var nested in complex.ComplexType.GetComplexProperties()) Apply(nested, prefix);
    }

    private static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
