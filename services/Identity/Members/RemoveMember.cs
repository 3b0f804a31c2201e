using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>An administrator ends a membership: the person no longer acts for the organisation.</summary>
static class RemoveMember
{
    public static async Task<NoContent> Handle(
        PersonId personId, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(new OrganisationId(caller.OrganisationId), caller, ct);
        var person = await db.LockPerson(personId, ct) ?? throw PlatformProblems.NotFound.Now();
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.OrganisationId == organisation.Id && m.PersonId == personId && m.Active, ct)
            ?? throw PlatformProblems.NotFound.Now();
        await db.RequireAnotherAdministrator(membership, ct);
        var before = membership.Roles;
        membership.Leave();
        db.Publish(membership.Fact(person, clock.GetUtcNow()));
        db.Audit(caller, "person", personId.Value, "member-removed", string.Join(' ', before), data: membership, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.NoContent();
    }
}
