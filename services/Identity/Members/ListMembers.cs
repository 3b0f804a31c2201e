using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>An administrator sees who acts for the organisation, and the roles there are to give.</summary>
static class ListMembers
{
    public sealed record Item(PersonId PersonId, string Name, string Email, IReadOnlyList<string> Roles, bool TotpOn, DateTimeOffset JoinedAt, long Version);

    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<string> AvailableRoles);

    public static async Task<Ok<Response>> Handle(Caller caller, IdentityDb db, CancellationToken ct)
    {
        caller.Require(Roles.Administrator);
        var here = new OrganisationId(caller.OrganisationId);
        var rows = await (from m in db.Memberships.AsNoTracking()
                          join p in db.People on m.PersonId equals p.Id
                          where m.OrganisationId == here && m.Active
                          orderby m.JoinedAt, p.Id
                          select new { m, p }).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(r => new Item(r.p.Id, r.p.Name, r.p.Email, r.m.Roles, r.p.NeedsTotp, r.m.JoinedAt, r.m.Version))],
            RoleRules.Of(caller.OrganisationKind)));
    }
}
