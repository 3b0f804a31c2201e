using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;

namespace TechMarket.Platform.Operations;

/// <summary>What a bureau's administrator reads of a service's audit trail, newest first, and whether its chain holds.</summary>
static class AuditTrail
{
    public sealed record Entry(
        long Sequence, DateTimeOffset At, string? PersonName, string? OrganisationName, string SubjectKind, Guid SubjectId, string Action,
        string? FromState, string? ToState, string? Reason, string Hash);

    public sealed record Response(IReadOnlyList<Entry> Items, long Total, int Page, int Size);

    public sealed record Verification(long Records, long? FirstBreak);

    public static void Map(RouteGroupBuilder service, string name)
    {
        service.MapGet("/operations/audit", (Caller caller, HttpContext context, string? subjectKind, Guid? subjectId, int? page, int? size, CancellationToken ct) =>
            List(DeadLetters.Db(context, name, caller), subjectKind, subjectId, page ?? 1, size ?? 50, ct));
        service.MapGet("/operations/audit/verification", (Caller caller, HttpContext context, CancellationToken ct) =>
            Verify(DeadLetters.Db(context, name, caller), ct));
    }

    private static async Task<Ok<Response>> List(MarketDb db, string? subjectKind, Guid? subjectId, int page, int size, CancellationToken ct)
    {
        (page, size) = (Math.Max(1, page), Math.Clamp(size, 1, 100));
        var rows = db.AuditTrail.AsNoTracking().Where(r => (subjectKind == null || r.SubjectKind == subjectKind) && (subjectId == null || r.SubjectId == subjectId));
        var items = await rows.OrderByDescending(r => r.Sequence).Skip((page - 1) * size).Take(size)
            .Select(r => new Entry(r.Sequence, r.At, r.PersonName, r.OrganisationName, r.SubjectKind, r.SubjectId, r.Action, r.FromState, r.ToState, r.Reason, r.Hash))
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(items, await rows.LongCountAsync(ct), page, size));
    }

    private static async Task<Ok<Verification>> Verify(MarketDb db, CancellationToken ct)
    {
        var broken = AuditChain.FirstBreak(db.AuditTrail.AsNoTracking().OrderBy(r => r.Sequence).AsEnumerable());
        return TypedResults.Ok(new Verification(await db.AuditTrail.LongCountAsync(ct), broken));
    }
}
