using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Commissions.Deals;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Leads;

/// <summary>The party it was introduced to, or the holder, accepts a lead; with it consent to pay a part and to double agency where these concern it.</summary>
static class AcceptLead
{
    public sealed record Request(bool ConsentsToPay = false, bool ConsentsToDoubleAgency = false);

    public static async Task<Ok<GetLead.Response>> Handle(
        LeadId id, Request request, Caller caller, CommissionsDb db, Reckoning reckoning, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var lead = await LeadAnswers.ToAnswer(db, id, caller, ct);
        caller.RequireVerified();
        var (now, from) = (clock.GetUtcNow(), lead.Status);
        lead.Accept(caller.OrganisationId, caller.PersonId, request.ConsentsToPay, request.ConsentsToDoubleAgency, now);
        db.Publish(lead.Changed(caller.OrganisationId, now));
        db.Audit(caller, "lead", id.Value, "accept", from.Code(), lead.Status.Code(), data: request, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await LeadAnswers.Reckon(db, reckoning, lead, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetLead.Show(db, lead, caller, ct));
    }
}
