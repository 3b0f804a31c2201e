using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>The enterprise accepts what the contract brought: the need is solved.</summary>
static class SolveDemand
{
    public sealed record Request(uint Version);

    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Request request, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser);
        var demand = await db.Mine(id, caller, ct);
        db.RequireVersion(demand, request.Version);
        var (now, from) = (clock.GetUtcNow(), demand.State.Name());
        demand.Solve(now);
        db.Publish(demand.StatusFact(now));
        db.Audit(caller, "demand", id.Value, "solve", from, demand.State.Name());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }
}
