using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;

namespace TechMarket.Platform.Imports;

public enum ImportStatus
{
    Waiting,
    Running,
    Done,
}

/// <summary>What became of one row: OK for a new one, UPDATED, UNCHANGED or REFUSED.</summary>
public enum ImportOutcome
{
    Ok,
    Updated,
    Unchanged,
    Refused,
}

/// <summary>A claim of the person who uploaded: the rows are taken in that person's name, also after a restart.</summary>
public sealed record ImporterClaim(string Type, string Value);

/// <summary>One uploaded file whose rows are taken in the background; the rows say how far it is.</summary>
public sealed class ImportJob
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Source { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public required string UploadedBy { get; init; }
    public required IReadOnlyList<ImporterClaim> Claims { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
    public required int Total { get; init; }
    public ImportStatus Status { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public int Ok { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Refused { get; private set; }

    public int Done => Ok + Updated + Unchanged + Refused;

    /// <summary>The person who uploaded, as a caller.</summary>
    public Caller Importer() =>
        Caller.From(new ClaimsPrincipal(new ClaimsIdentity(Claims.Select(c => new Claim(c.Type, c.Value)), "import")))
        ?? throw new InvalidOperationException("An import keeps the claims of its uploader.");

    internal void Count(IEnumerable<ImportRow> rows, DateTimeOffset now)
    {
        foreach (var row in rows)
        {
            switch (row.Outcome)
            {
                case ImportOutcome.Ok: Ok++; break;
                case ImportOutcome.Updated: Updated++; break;
                case ImportOutcome.Unchanged: Unchanged++; break;
                case ImportOutcome.Refused: Refused++; break;
                default: throw new InvalidOperationException("Only rows that were taken are counted.");
            }
        }
        Status = Done < Total ? ImportStatus.Running : ImportStatus.Done;
        if (Status == ImportStatus.Done) FinishedAt = now;
    }
}

/// <summary>One row of an uploaded file and what became of it.</summary>
public sealed class ImportRow
{
    public required Guid JobId { get; init; }

    /// <summary>The line or sheet row it stands on, as the uploader sees it.</summary>
    public required int Number { get; init; }

    /// <summary>A JSON object, or what the file held in its place.</summary>
    public required string Content { get; init; }
    public string? ExternalId { get; private set; }
    public ImportOutcome? Outcome { get; private set; }
    public string? Code { get; private set; }
    public string? Text { get; private set; }
    public Guid? SubjectId { get; private set; }

    internal void Take(RowResult result)
    {
        ExternalId = result.ExternalId is { Length: > 100 } longId ? longId[..100] : result.ExternalId;
        Outcome = result.Outcome;
        Code = result.Code;
        Text = result.Text;
        SubjectId = result.SubjectId;
    }
}

/// <summary>What taking a row led to. Refused rows carry a problem's code and what to correct.</summary>
public sealed record RowResult(string? ExternalId, ImportOutcome Outcome, Guid? SubjectId = null, string? Code = null, string? Text = null);

/// <summary>How imports lie in a service's schema.</summary>
public static class ImportMapping
{
    /// <summary>Adds the tables of imports to the service's schema.</summary>
    public static void MapImports(this ModelBuilder model)
    {
        model.Entity<ImportJob>(e =>
        {
            e.ToTable("import_job").HasKey(j => j.Id);
            e.Property(j => j.Claims).AsJson();
            e.Property(j => j.Status).HasConversion<string>().HasMaxLength(20);
            e.Ignore(j => j.Done);
            e.HasIndex(j => new { j.OrganisationId, j.UploadedAt });
            e.HasIndex(j => j.UploadedAt).HasFilter("status <> 'Done'");
        });
        model.Entity<ImportRow>(e =>
        {
            e.ToTable("import_row").HasKey(r => new { r.JobId, r.Number });
            e.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(r => new { r.JobId, r.Number }).HasFilter("outcome is null").HasDatabaseName("ix_import_row_waiting");
        });
    }

    /// <summary>One writer per source at a time, so that a row met twice at once is one object. Needs an open transaction.</summary>
    public static async Task LockSource(this MarketDb db, string source, CancellationToken ct)
    {
        db.RequireTransaction();
        await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended({0}, 0))", [$"import:{db.Schema}:{source}"], ct);
    }
}
