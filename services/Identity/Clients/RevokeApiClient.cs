using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Organisations;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Clients;

/// <summary>An administrator revokes an API client; tokens it already holds die within five minutes.</summary>
static class RevokeApiClient
{
    public static async Task<NoContent> Handle(ApiClientId id, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(new OrganisationId(caller.OrganisationId), caller, ct);
        var client = await db.ApiClients.SingleOrDefaultAsync(c => c.Id == id && c.OrganisationId == organisation.Id, ct) ?? throw PlatformProblems.NotFound.Now();
        client.Revoke(clock.GetUtcNow());
        db.Audit(caller, "api-client", id.Value, "revoked", retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
