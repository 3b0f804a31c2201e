using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>An administrator reads what was done for and to the organisation here, newest first.</summary>
static class ListAudit
{
    public sealed record Item(
        long Sequence, DateTimeOffset At, string? PersonName, string? OrganisationName, string SubjectKind, Guid SubjectId, string Action, string? From, string? To,
        string? Reason);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, IdentityDb db, CancellationToken ct, [StringLength(40)] string? subjectKind = null, Guid? subjectId = null,
        [Range(1, 10_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var here = caller.Require(Roles.Administrator).OrganisationId;
        var found = db.AuditTrail.AsNoTracking().Where(r => r.OrganisationId == here || r.SubjectId == here);
        if (subjectKind is not null) found = found.Where(r => r.SubjectKind == subjectKind);
        if (subjectId is not null) found = found.Where(r => r.SubjectId == subjectId);
        var total = await found.CountAsync(ct);
        var rows = await found.OrderByDescending(r => r.Sequence).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(r => new Item(r.Sequence, r.At, r.PersonName, r.OrganisationName, r.SubjectKind, r.SubjectId, r.Action, r.FromState, r.ToState, r.Reason))],
            total, page, size));
    }
}
