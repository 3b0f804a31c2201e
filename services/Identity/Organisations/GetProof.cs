using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>The reviewer, or a member, opens a proof. Each opening is recorded.</summary>
static class GetProof
{
    public static async Task<FileStreamHttpResult> Handle(OrganisationId id, Guid fileId, Caller caller, IdentityDb db, FileStore files, CancellationToken ct)
    {
        var proof = (await GetProfile.Visible(db, id, caller, ct)).Proof(fileId);
        db.Audit(caller, "organisation", id.Value, "proof-opened", data: fileId);
        await db.SaveChangesAsync(ct);
        return TypedResults.File(files.Open(proof), proof.ContentType, proof.Name);
    }
}
