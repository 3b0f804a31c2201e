using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Data;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Platform.Operations;

/// <summary>What a bureau's administrator reads of a service's audit trail, newest first, and whether its chain holds.</summary>
static class AuditTrail
{
    /// <summary>The longest sheet; what is asked for more has to be narrowed, so that a sheet is never silently cut.</summary>
    public const int MostExported = 20_000;

    public static readonly Problem ExportTooLong = new("platform/export-too-long", 409, "Narrow the time or the filters: the sheet would be too long.");

    private static readonly string[] Header = ["序号", "时间", "人员", "单位", "对象", "对象标识", "动作", "原状态", "新状态", "说明", "散列值"];

    /// <param name="Who">Part of the name of the person or of the organisation.</param>
    /// <param name="From">Earliest instant, included.</param>
    /// <param name="Until">Latest instant, excluded.</param>
    public sealed record Filter(
        string? Who = null, string? Action = null, string? SubjectKind = null, Guid? SubjectId = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);

    public sealed record Entry(
        long Sequence, DateTimeOffset At, string? PersonName, string? OrganisationName, string SubjectKind, Guid SubjectId, string Action,
        string? FromState, string? ToState, string? Reason, string Hash);

    public sealed record Response(IReadOnlyList<Entry> Items, long Total, int Page, int Size);

    public sealed record Terms(IReadOnlyList<string> SubjectKinds, IReadOnlyList<string> Actions);

    public sealed record Verification(long Records, long? FirstBreak);

    public static void Map(RouteGroupBuilder service, string name)
    {
        var audit = service.MapGroup("/operations/audit");
        audit.MapGet("", ([AsParameters] Filter filter, Caller caller, HttpContext context, int? page, int? size, CancellationToken ct) =>
            List(DeadLetters.Db(context, name, caller), filter, page ?? 1, size ?? 50, ct)).WithSummary("The audit trail, newest first.");
        audit.MapGet("/terms", (Caller caller, HttpContext context, CancellationToken ct) =>
            Words(DeadLetters.Db(context, name, caller), ct)).WithSummary("The kinds of subjects and the actions that occur in the audit trail.");
        audit.MapGet("/export.xlsx", ([AsParameters] Filter filter, Caller caller, HttpContext context, CancellationToken ct) =>
                Export(DeadLetters.Db(context, name, caller), filter, caller, name, ct))
            .WithSummary("The same as an Excel sheet; taking it is recorded.").Refuses(ExportTooLong);
        audit.MapGet("/verification", (Caller caller, HttpContext context, CancellationToken ct) =>
            Verify(DeadLetters.Db(context, name, caller), ct)).WithSummary("Follows the hash chain from its first record.");
    }

    private static async Task<Ok<Response>> List(MarketDb db, Filter filter, int page, int size, CancellationToken ct)
    {
        (page, size) = (Math.Max(1, page), Math.Clamp(size, 1, 100));
        var rows = Matching(db, filter);
        var items = await Entries(rows).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response(items, await rows.LongCountAsync(ct), page, size));
    }

    private static async Task<Ok<Terms>> Words(MarketDb db, CancellationToken ct) => TypedResults.Ok(new Terms(
        await db.AuditTrail.Select(r => r.SubjectKind).Distinct().OrderBy(k => k).ToListAsync(ct),
        await db.AuditTrail.Select(r => r.Action).Distinct().OrderBy(a => a).ToListAsync(ct)));

    private static async Task<FileContentHttpResult> Export(MarketDb db, Filter filter, Caller caller, string service, CancellationToken ct)
    {
        var rows = Matching(db, filter);
        var count = await rows.LongCountAsync(ct);
        if (count > MostExported) throw ExportTooLong.With(("most", MostExported), ("found", count));
        var entries = await Entries(rows).ToListAsync(ct);
        db.Audit(caller, "audit-trail", Guid.Empty, "export", reason: count.ToString(CultureInfo.InvariantCulture), data: filter);
        await db.SaveChangesAsync(ct);
        var sheet = Spreadsheet.Write("审计", Header, entries.Select(e => (IReadOnlyList<object?>)
        [
            e.Sequence, e.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), e.PersonName,
            e.OrganisationName, e.SubjectKind, e.SubjectId, e.Action, e.FromState, e.ToState, e.Reason, e.Hash,
        ]));
        return TypedResults.File(sheet, Spreadsheet.ContentType, $"audit-{service}.xlsx");
    }

    private static async Task<Ok<Verification>> Verify(MarketDb db, CancellationToken ct)
    {
        var broken = AuditChain.FirstBreak(db.AuditTrail.AsNoTracking().OrderBy(r => r.Sequence).AsEnumerable());
        return TypedResults.Ok(new Verification(await db.AuditTrail.LongCountAsync(ct), broken));
    }

    private static IQueryable<AuditRow> Matching(MarketDb db, Filter filter)
    {
        var rows = db.AuditTrail.AsNoTracking();
        if (filter.SubjectKind is { Length: > 0 } kind) rows = rows.Where(r => r.SubjectKind == kind);
        if (filter.SubjectId is { } subject) rows = rows.Where(r => r.SubjectId == subject);
        if (filter.Action is { Length: > 0 } action) rows = rows.Where(r => r.Action == action);
        if (filter.From?.ToUniversalTime() is { } from) rows = rows.Where(r => r.At >= from);
        if (filter.Until?.ToUniversalTime() is { } until) rows = rows.Where(r => r.At < until);
        if (filter.Who?.Trim() is { Length: > 0 } who)
        {
            var pattern = Like.Containing(who);
            rows = rows.Where(r => EF.Functions.ILike(r.PersonName!, pattern, "\\") || EF.Functions.ILike(r.OrganisationName!, pattern, "\\"));
        }
        return rows;
    }

    private static IQueryable<Entry> Entries(IQueryable<AuditRow> rows) => rows.OrderByDescending(r => r.Sequence).Select(r => new Entry(
        r.Sequence, r.At, r.PersonName, r.OrganisationName, r.SubjectKind, r.SubjectId, r.Action, r.FromState, r.ToState, r.Reason, r.Hash));
}
