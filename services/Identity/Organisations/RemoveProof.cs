using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>An administrator takes a wrong proof back.</summary>
static class RemoveProof
{
    public static async Task<Ok<GetProfile.Response>> Handle(
        OrganisationId id, Guid fileId, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(id, caller, ct);
        organisation.RemoveProof(fileId);
        db.Publish(organisation.Fact(clock.GetUtcNow()));
        db.Audit(caller, "organisation", id.Value, "proof-removed", from: fileId.ToString(), retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
