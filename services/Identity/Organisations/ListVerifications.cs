using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Identity.Organisations;

/// <summary>The bureau's reviewer sees which organisations wait, with themselves or with a change, oldest first; or how earlier ones were decided.</summary>
static class ListVerifications
{
    public sealed record Item(
        OrganisationId Id, string Name, string Kind, string? CreditCode, string AreaCode, OrganisationStatus Status, int Proofs, DateTimeOffset? SubmittedAt,
        DateTimeOffset? DecidedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, IdentityDb db, CancellationToken ct, [RegularExpression("^(REGISTERED|SUBMITTED|VERIFIED|REFUSED|CHANGE)$")] string status = "SUBMITTED", [StringLength(100)] string? q = null,
        [RegularExpression("^[0-9]{2,6}$")] string? area = null, [Range(1, 10_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        caller.RequireBureau(Roles.Reviewer).RequireVerified();
        // Minimal APIs read enums of a query by their names in code, not as they travel.
        var changes = status == "CHANGE";
        var state = changes ? OrganisationStatus.Verified : Enum.Parse<OrganisationStatus>(status, ignoreCase: true);
        var prefix = area?.TrimEnd('0') ?? "";
        if (prefix.Length % 2 == 1) prefix += "0";
        var found = db.Organisations.AsNoTracking().Where(o => o.Status == state && (!changes || o.ChangeRequestedAt != null));
        if (prefix.Length > 0) found = found.Where(o => o.AreaCode.StartsWith(prefix));
        if (!string.IsNullOrWhiteSpace(q))
        {
            var (name, code) = (q.Trim(), CreditCode.Normalise(q));
            found = found.Where(o => o.Name.Contains(name) || o.CreditCode == code);
        }
        var total = await found.CountAsync(ct);
        var ordered = changes ? found.OrderBy(o => o.ChangeRequestedAt) : state == OrganisationStatus.Submitted ? found.OrderBy(o => o.SubmittedAt) : found.OrderByDescending(o => o.DecidedAt ?? o.CreatedAt);
        var rows = await ordered.ThenBy(o => o.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(o => new Item(o.Id, o.Name, o.Kind, o.CreditCode, o.AreaCode, o.Status, o.Proofs.Count, changes ? o.ChangeRequestedAt : o.SubmittedAt, o.DecidedAt))],
            total, page, size));
    }
}
