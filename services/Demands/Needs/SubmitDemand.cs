using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Demands.Needs;

/// <summary>An author hands the complete draft to the bureau.</summary>
static class SubmitDemand
{
    public sealed record Request(uint Version);

    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Request request, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser).RequireVerified();
        var demand = await db.Mine(id, caller, ct);
        db.RequireVersion(demand, request.Version);
        var (now, from) = (clock.GetUtcNow(), demand.Position());
        demand.Submit(caller.PersonId, now);
        db.Publish(new DemandSubmitted(id.Value, demand.Version, demand.Title, demand.OwnerId, demand.Poster.Name, caller.PersonId, now));
        db.Audit(caller, "demand", id.Value, "submit", from, demand.Position(), data: demand.Draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }
}
