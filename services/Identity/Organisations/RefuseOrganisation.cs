using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>The bureau's reviewer says why the organisation cannot be verified as it stands.</summary>
static class RefuseOrganisation
{
    public sealed record Request(long Version, [property: StringLength(Lengths.Reason, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetProfile.Response>> Handle(
        OrganisationId id, Request request, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockForReview(id, caller, ct);
        organisation.Refuse(request.Version, request.Reason, now);
        db.Publish(organisation.Fact(now));
        db.Audit(
            caller, "organisation", id.Value, "refused", nameof(OrganisationStatus.Submitted), organisation.Status.ToString(), organisation.RefusalReason,
            new { organisation.Particulars, organisation.Proofs }, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
