using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>An administrator sees whom the organisation has invited and who has not answered yet.</summary>
static class ListInvitations
{
    public sealed record Item(InvitationId Id, string Email, IReadOnlyList<string> Roles, string InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Administrator);
        var now = clock.GetUtcNow();
        var here = new OrganisationId(caller.OrganisationId);
        var rows = await db.Invitations.AsNoTracking()
            .Where(i => i.OrganisationId == here && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now).OrderByDescending(i => i.CreatedAt).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(i => new Item(i.Id, i.Email, i.Roles, i.InvitedBy, i.CreatedAt, i.ExpiresAt))]));
    }
}
