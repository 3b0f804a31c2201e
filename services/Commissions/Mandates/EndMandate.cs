using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>A party ends an agreed mandate, or the proposer takes its proposal back. Leads recorded before stay protected.</summary>
static class EndMandate
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetMandate.Response>> Handle(
        MandateId id, Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mandate = await GetMandate.ToActOn(db, id, caller, ct);
        var from = mandate.Status;
        mandate.End(caller.OrganisationId, request.Reason.Trim(), now);
        await db.ClearDeadline(EndExpiredMandate.Deadline, id.Value, ct);
        db.Publish(mandate.Changed(caller.OrganisationId, now));
        db.Audit(caller, "mandate", id.Value, "end", from.Code(), "ENDED", request.Reason);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GetMandate.Show(mandate, caller, profile.At(mandate.ProposedAt)));
    }
}
