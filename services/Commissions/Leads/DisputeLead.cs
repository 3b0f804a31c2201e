using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Leads;

/// <summary>The party it was introduced to, or the holder, disputes a lead within the time for it, with a reason.</summary>
static class DisputeLead
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetLead.Response>> Handle(
        LeadId id, Request request, Caller caller, CommissionsDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var lead = await LeadAnswers.ToAnswer(db, id, caller, ct);
        var (now, from) = (clock.GetUtcNow(), lead.Status);
        lead.Dispute(caller.OrganisationId, caller.PersonId, request.Reason.Trim(), now);
        db.Publish(lead.Changed(caller.OrganisationId, now));
        db.Audit(caller, "lead", id.Value, "dispute", from.Code(), lead.Status.Code(), request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetLead.Show(db, lead, caller, ct));
    }
}
