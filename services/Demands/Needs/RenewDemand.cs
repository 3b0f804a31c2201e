using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Demands.Progress;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>The enterprise opens an expired need again until another day.</summary>
static class RenewDemand
{
    public sealed record Request(uint Version, DateOnly ValidUntil);

    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Request request, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser).RequireVerified();
        var demand = await db.Mine(id, caller, ct);
        db.RequireVersion(demand, request.Version);
        var (now, from) = (clock.GetUtcNow(), demand.State.Name());
        demand.Renew(request.ValidUntil, now);
        await ExpireDemand.Watch(demand, db, ct);
        db.Publish(demand.PublishedFact(now));
        db.Audit(caller, "demand", id.Value, "renew", from, demand.State.Name(), data: demand.Public);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }
}
