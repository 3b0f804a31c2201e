using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>The client or a fellow broker accepts a proposed mandate; with the last acceptance it is agreed.</summary>
static class AcceptMandate
{
    public static async Task<Ok<GetMandate.Response>> Handle(
        MandateId id, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mandate = await GetMandate.ToActOn(db, id, caller, ct);
        caller.RequireVerified();
        if (mandate.Accept(caller.OrganisationId, caller.PersonId, now))
        {
            db.Publish(mandate.Changed(caller.OrganisationId, now));
            db.Audit(caller, "mandate", id.Value, "accept", "PROPOSED", mandate.Status.Code(), retention: "permanent");
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GetMandate.Show(mandate, caller, profile.At(mandate.ProposedAt)));
    }
}
