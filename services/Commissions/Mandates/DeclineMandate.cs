using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>The client or a fellow broker says no to a proposed mandate, with a reason.</summary>
static class DeclineMandate
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetMandate.Response>> Handle(
        MandateId id, Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mandate = await GetMandate.ToActOn(db, id, caller, ct);
        mandate.Decline(caller.OrganisationId, request.Reason.Trim(), now);
        await db.ClearDeadline(EndExpiredMandate.Deadline, id.Value, ct);
        db.Publish(mandate.Changed(caller.OrganisationId, now));
        db.Audit(caller, "mandate", id.Value, "decline", "PROPOSED", "DECLINED", request.Reason);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GetMandate.Show(mandate, caller, profile.At(mandate.ProposedAt)));
    }
}
