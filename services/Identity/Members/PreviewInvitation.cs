using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace TechMarket.Identity.Members;

/// <summary>Whoever holds the link sees who invites whom, before signing in or up.</summary>
static class PreviewInvitation
{
    public sealed record Request([property: StringLength(Lengths.Secret, MinimumLength = 1)] string Token);

    public sealed record Response(string OrganisationName, string OrganisationKind, string Email, IReadOnlyList<string> Roles, string InvitedBy, DateTimeOffset ExpiresAt);

    public static async Task<Ok<Response>> Handle(Request request, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        var hash = Secrets.Hash(request.Token);
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
        if (invitation is null || !invitation.IsOpen(clock.GetUtcNow())) throw Problems.InvitationOver.Now();
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == invitation.OrganisationId, ct);
        return TypedResults.Ok(new Response(
            organisation.Name, organisation.Kind, invitation.Email, invitation.Roles, invitation.InvitedBy, invitation.ExpiresAt));
    }
}
