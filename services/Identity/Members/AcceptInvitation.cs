using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>The invited person, signed in under the invited e-mail address, joins the organisation.</summary>
static class AcceptInvitation
{
    public sealed record Request([property: StringLength(Lengths.Secret, MinimumLength = 1)] string Token);

    public sealed record Response(OrganisationId OrganisationId, string OrganisationName, IReadOnlyList<string> Roles);

    public static async Task<Ok<Response>> Handle(
        Request request, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = Secrets.Hash(request.Token);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisationId = await db.Invitations.Where(i => i.TokenHash == hash).Select(i => (OrganisationId?)i.OrganisationId).SingleOrDefaultAsync(ct)
            ?? throw Problems.InvitationOver.Now();
        var organisation = await db.LockOrganisation(organisationId, ct) ?? throw Problems.InvitationOver.Now();
        var person = await db.LockPerson(new PersonId(caller.PersonId), ct) ?? throw PlatformProblems.NotFound.Now();
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, ct) ?? throw Problems.InvitationOver.Now();
        invitation.Accept(person.EmailKey, now);
        var roles = RoleRules.Check(organisation.Kind, invitation.Roles);
        RoleRules.RefuseRegistrarAndBroker(roles, await db.RolesElsewhere(person.Id, organisation.Id, ct));

        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.OrganisationId == organisation.Id && m.PersonId == person.Id, ct);
        if (membership is null) db.Memberships.Add(membership = Membership.Join(organisation.Id, person.Id, roles, now));
        else membership.Return(roles, now);
        person.ActFor(organisation.Id);
        db.Publish(membership.Fact(person, now));
        // Recorded as done for the organisation, so that its administrator reads it.
        db.Audit(Callers.Of(person, organisation, membership), "person", person.Id.Value, "member-joined", to: string.Join(' ', roles), data: membership, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await db.Sessions.Where(s => s.PersonId == person.Id && s.OrganisationId == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganisationId, organisation.Id), ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.Ok(new Response(organisation.Id, organisation.Name, roles));
    }
}
