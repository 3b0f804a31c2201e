using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Organisations;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>An administrator takes an invitation back.</summary>
static class RevokeInvitation
{
    public static async Task<NoContent> Handle(InvitationId id, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(new OrganisationId(caller.OrganisationId), caller, ct);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.OrganisationId == organisation.Id, ct)
            ?? throw PlatformProblems.NotFound.Now();
        invitation.Revoke(clock.GetUtcNow());
        db.Audit(caller, "organisation", organisation.Id.Value, "invitation-revoked", data: new { invitation.Id, invitation.EmailKey });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
