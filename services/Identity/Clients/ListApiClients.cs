using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Clients;

/// <summary>An administrator sees the organisation's API clients and when each was last used.</summary>
static class ListApiClients
{
    public sealed record Item(
        ApiClientId ClientId, string Name, IReadOnlyList<string> Roles, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, IdentityDb db, CancellationToken ct)
    {
        caller.Require(Roles.Administrator);
        var here = new OrganisationId(caller.OrganisationId);
        var rows = await db.ApiClients.AsNoTracking().Where(c => c.OrganisationId == here).OrderByDescending(c => c.CreatedAt).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(c => new Item(c.Id, c.Name, c.Roles, c.CreatedBy, c.CreatedAt, c.LastUsedAt, c.RevokedAt))]));
    }
}
