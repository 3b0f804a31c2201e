using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>An administrator uploads a proof: the business licence, the legal-person certificate.</summary>
static class AddProof
{
    public static async Task<Ok<GetProfile.Response>> Handle(
        OrganisationId id, IFormFile file, Caller caller, IdentityDb db, FileStore files, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(id, caller, ct);
        await using var content = file.OpenReadStream();
        var proof = await files.Save(file.FileName, content, ct);
        organisation.AddProof(proof);
        db.Publish(organisation.Fact(clock.GetUtcNow()));
        db.Audit(caller, "organisation", id.Value, "proof-added", to: proof.Name, data: proof, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
