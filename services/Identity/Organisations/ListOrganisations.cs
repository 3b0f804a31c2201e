using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>Somebody signed in looks for a verified organisation: a broker for a client, an enterprise for a broker.</summary>
static class ListOrganisations
{
    public sealed record Response(IReadOnlyList<GetOrganisation.Response> Items, int Total, int Page, int Size);

    public static Task<Ok<Response>> Handle(
        IdentityDb db, CancellationToken ct, [StringLength(30)] string? kind = null, [StringLength(100)] string? q = null,
        [Range(1, 10_000)] int page = 1, [Range(1, 100)] int size = 20) =>
        Find(db, kind is null ? OrganisationKinds.All : [kind], q, page, size, ct);

    public static async Task<Ok<Response>> Find(
        IdentityDb db, IReadOnlyList<string> kinds, string? q, int page, int size, CancellationToken ct)
    {
        var found = db.Organisations.AsNoTracking().Where(o => o.Status == OrganisationStatus.Verified && kinds.Contains(o.Kind));
        if (!string.IsNullOrWhiteSpace(q)) found = found.Where(o => o.Name.Contains(q.Trim()));
        var total = await found.CountAsync(ct);
        var rows = await found.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(GetOrganisation.Answer)], total, page, size));
    }
}
