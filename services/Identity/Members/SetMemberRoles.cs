using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>An administrator says what a member may do.</summary>
static class SetMemberRoles
{
    public sealed record Request(long Version, [property: MinLength(1), MaxLength(8)] IReadOnlyList<string> Roles);

    public sealed record Response(PersonId PersonId, IReadOnlyList<string> Roles, long Version);

    public static async Task<Ok<Response>> Handle(
        PersonId personId, Request request, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(new OrganisationId(caller.OrganisationId), caller, ct);
        var person = await db.LockPerson(personId, ct) ?? throw PlatformProblems.NotFound.Now();
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.OrganisationId == organisation.Id && m.PersonId == personId && m.Active, ct)
            ?? throw PlatformProblems.NotFound.Now();
        if (membership.Version != request.Version) throw PlatformProblems.ChangedMeanwhile.Now();
        var roles = RoleRules.Check(organisation.Kind, request.Roles);
        RoleRules.RefuseRegistrarAndBroker(roles, await db.RolesElsewhere(personId, organisation.Id, ct));
        if (!roles.Contains(Roles.Administrator, StringComparer.Ordinal)) await db.RequireAnotherAdministrator(membership, ct);
        var before = membership.Roles;
        membership.SetRoles(roles);
        db.Publish(membership.Fact(person, clock.GetUtcNow()));
        db.Audit(caller, "person", personId.Value, "roles-set", string.Join(' ', before), string.Join(' ', roles), data: membership, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.Ok(new Response(personId, roles, membership.Version));
    }
}
