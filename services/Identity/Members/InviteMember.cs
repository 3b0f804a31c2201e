using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.People;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>An administrator invites somebody by e-mail address. The link is shown to the administrator only, and never told in a fact.</summary>
static class InviteMember
{
    public sealed record Request(
        InvitationId Id,
        [property: EmailAddress, StringLength(Lengths.Email)] string Email,
        [property: MinLength(1), MaxLength(8)] IReadOnlyList<string> Roles);

    /// <param name="Link">A path of the web app; the token stands behind #, so that no server logs it.</param>
    public sealed record Response(InvitationId Id, string Email, IReadOnlyList<string> Roles, DateTimeOffset ExpiresAt, string Link);

    public static async Task<Ok<Response>> Handle(Request request, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var token = Secrets.New();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(new OrganisationId(caller.OrganisationId), caller, ct);
        var roles = RoleRules.Check(organisation.Kind, request.Roles);
        var emailKey = Person.KeyOf(request.Email);
        var isMember = await (from m in db.Memberships
                              join p in db.People on m.PersonId equals p.Id
                              where m.OrganisationId == organisation.Id && m.Active && p.EmailKey == emailKey
                              select m).AnyAsync(ct);
        if (isMember) throw Problems.AlreadyMember.Now();

        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == request.Id, ct);
        if (invitation is not null)
        {
            // The same request again: the first answer may be lost, so its link is made anew.
            if (invitation.OrganisationId != organisation.Id) throw PlatformProblems.NotFound.Now();
            var same = invitation.EmailKey == emailKey && invitation.Roles.SequenceEqual(roles, StringComparer.Ordinal);
            if (!same) throw Problems.IdReused.Now();
            invitation.Renew(token, now);
        }
        else
        {
            var earlier = await db.Invitations.Where(i => i.OrganisationId == organisation.Id && i.EmailKey == emailKey).ToListAsync(ct);
            foreach (var open in earlier.Where(i => i.IsOpen(now))) open.Revoke(now);
            invitation = Invitation.Send(request.Id, organisation.Id, request.Email, roles, token, caller.PersonName, now);
            db.Invitations.Add(invitation);
        }
        db.Audit(caller, "organisation", organisation.Id.Value, "member-invited", to: string.Join(' ', roles), data: new { invitation.Id, emailKey, roles });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(invitation.Id, invitation.Email, roles, invitation.ExpiresAt, LinkOf(token)));
    }

    public static string LinkOf(string token) => "/invitation#" + token;
}
