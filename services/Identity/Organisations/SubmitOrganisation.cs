using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>An administrator asks the bureau to verify the organisation.</summary>
static class SubmitOrganisation
{
    public static async Task<Ok<GetProfile.Response>> Handle(OrganisationId id, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(id, caller, ct);
        var before = organisation.Status;
        organisation.Submit(now);
        db.Publish(organisation.Fact(now));
        db.Publish(new VerificationRequested(id.Value, organisation.Name, organisation.Kind, organisation.AreaCode, now));
        db.Audit(caller, "organisation", id.Value, "submitted", before.ToString(), organisation.Status.ToString(), data: organisation.Particulars, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
