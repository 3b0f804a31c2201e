using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Platform.Data;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Platform.Imports;

/// <summary>What a service that imports says in its <c>Add</c> and <c>Map</c>.</summary>
public static class ImportRoutes
{
    /// <summary>Takes uploaded rows in the background.</summary>
    public static void AddImports<TDb, TImporter>(this WebApplicationBuilder builder)
        where TDb : MarketDb
        where TImporter : class, IRowImporter<TDb>
    {
        builder.Services.TryAddSingleton<ImportBell<TDb>>();
        builder.Services.AddScoped<IRowImporter<TDb>, TImporter>();
        builder.Services.AddSingleton<ImportWorker<TDb>>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ImportWorker<TDb>>());
    }

    /// <summary><c>/imports</c>: upload, progress, the report of every row, and the Excel template.</summary>
    /// <param name="source">The source code the caller imports for; refuses those who may not import.</param>
    public static void MapImports<TDb>(
        this RouteGroupBuilder service, string templateName, IReadOnlyList<ImportColumn> columns, Func<Caller, string> source)
        where TDb : MarketDb
    {
        // Named first: the compiler's route analysis does not follow a type parameter inside a lambda that is passed on directly.
        Delegate upload = (IFormFile file, [FromForm] Guid? id, Caller caller, TDb db, ImportBell<TDb> bell, TimeProvider clock, CancellationToken ct) =>
            Upload(file, id, source(caller), columns, caller, db, bell, clock, ct);
        Delegate list = (Caller caller, TDb db, CancellationToken ct, int page = 1, int size = 20) => List(caller, db, page, size, ct);
        Delegate get = (Guid id, Caller caller, TDb db, CancellationToken ct) => Get(id, caller, db, ct);
        Delegate rows = (Guid id, Caller caller, TDb db, CancellationToken ct, WireName<ImportOutcome>? outcome = null, int page = 1, int size = 50) =>
            Rows(id, outcome?.Value, caller, db, page, size, ct);
        var imports = service.MapGroup("/imports");
        imports.MapPost("", upload).DisableAntiforgery()
            .WithSummary("Uploads a JSON Lines or Excel file whose rows are taken in the background.")
            .Refuses(
                ImportProblems.FileEmpty, ImportProblems.FileUnreadable, ImportProblems.TooManyRows, ImportProblems.HeaderMissing, ImportProblems.IdTaken,
                ImportProblems.NotAllowed, ImportProblems.NotFound, PlatformProblems.TooLarge, PlatformProblems.NotVerified);
        imports.MapGet("", list).WithSummary("The organisation's imports, newest first.");
        imports.MapGet("/{id:guid}", get).WithSummary("How far an import is and what its rows led to.").Refuses(ImportProblems.NotFound);
        imports.MapGet("/{id:guid}/rows", rows).WithSummary("The report of an import, row by row.").Refuses(ImportProblems.NotFound);
        imports.MapGet("/template.xlsx", () => TypedResults.File(ImportFile.Template(templateName, columns), Spreadsheet.ContentType, templateName + ".xlsx"))
            .WithSummary("The Excel template.");
    }

    public sealed record Import(
        Guid Id, string Source, string FileName, string UploadedBy, DateTimeOffset UploadedAt, ImportStatus Status, int Total, int Done, int Ok, int Updated,
        int Unchanged, int Refused, DateTimeOffset? FinishedAt);

    public sealed record ImportList(IReadOnlyList<Import> Items, int Total, int Page, int Size);

    public sealed record ImportedRow(int Row, string? ExternalId, ImportOutcome Outcome, string? Code, string? Text, Guid? SubjectId);

    public sealed record ImportedRowList(IReadOnlyList<ImportedRow> Items, int Total, int Page, int Size);

    private static async Task<Accepted<Import>> Upload<TDb>(
        IFormFile file, Guid? id, string source, IReadOnlyList<ImportColumn> columns, Caller caller, TDb db, ImportBell<TDb> bell, TimeProvider clock,
        CancellationToken ct)
        where TDb : MarketDb
    {
        await using var upload = file.OpenReadStream();
        var read = await ImportFile.Read(file.FileName, upload, columns, ct);
        if (id is { } known && await db.Set<ImportJob>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == known, ct) is { } before)
        {
            if (before.OrganisationId != caller.OrganisationId) throw ImportProblems.NotFound.Now();
            return before.Sha256 == read.Sha256 ? TypedResults.Accepted((string?)null, Of(before)) : throw ImportProblems.IdTaken.Now();
        }
        var job = new ImportJob
        {
            Id = id ?? Guid.CreateVersion7(), OrganisationId = caller.OrganisationId, Source = source, FileName = read.Name, Sha256 = read.Sha256,
            UploadedBy = caller.PersonName, Claims = [.. caller.ToClaims().Select(c => new ImporterClaim(c.Type, c.Value))],
            UploadedAt = clock.GetUtcNow(), Total = read.Rows.Count,
        };
        db.Add(job);
        db.AddRange(read.Rows.Select(row => new ImportRow { JobId = job.Id, Number = row.Number, Content = row.Content }));
        db.Audit(caller, "import", job.Id, "upload", reason: $"{read.Name}, {read.Rows.Count}", data: new { read.Sha256 });
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return TypedResults.Accepted((string?)null, Of(job));
    }

    private static async Task<Ok<ImportList>> List<TDb>(Caller caller, TDb db, int page, int size, CancellationToken ct)
        where TDb : MarketDb
    {
        (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, 100));
        var mine = db.Set<ImportJob>().AsNoTracking().Where(j => j.OrganisationId == caller.OrganisationId);
        var jobs = await mine.OrderByDescending(j => j.UploadedAt).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new ImportList([.. jobs.Select(Of)], await mine.CountAsync(ct), page, size));
    }

    private static async Task<Ok<Import>> Get<TDb>(Guid id, Caller caller, TDb db, CancellationToken ct)
        where TDb : MarketDb =>
        TypedResults.Ok(Of(await Mine(id, caller, db, ct)));

    private static async Task<Ok<ImportedRowList>> Rows<TDb>(Guid id, ImportOutcome? outcome, Caller caller, TDb db, int page, int size, CancellationToken ct)
        where TDb : MarketDb
    {
        (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, 100));
        await Mine(id, caller, db, ct);
        var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.JobId == id && r.Outcome != null && (outcome == null || r.Outcome == outcome));
        var items = await rows.OrderBy(r => r.Number).Skip((page - 1) * size).Take(size)
            .Select(r => new ImportedRow(r.Number, r.ExternalId, r.Outcome!.Value, r.Code, r.Text, r.SubjectId)).ToListAsync(ct);
        return TypedResults.Ok(new ImportedRowList(items, await rows.CountAsync(ct), page, size));
    }

    private static async Task<ImportJob> Mine<TDb>(Guid id, Caller caller, TDb db, CancellationToken ct)
        where TDb : MarketDb =>
        await db.Set<ImportJob>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && j.OrganisationId == caller.OrganisationId, ct)
        ?? throw ImportProblems.NotFound.Now();

    private static Import Of(ImportJob job) => new(
        job.Id, job.Source, job.FileName, job.UploadedBy, job.UploadedAt, job.Status, job.Total, job.Done, job.Ok, job.Updated, job.Unchanged, job.Refused,
        job.FinishedAt);
}
