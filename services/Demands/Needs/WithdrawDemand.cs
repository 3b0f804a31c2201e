using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>The enterprise takes its need back.</summary>
static class WithdrawDemand
{
    public sealed record Request(uint Version, [property: StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Request request, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser);
        var demand = await db.Mine(id, caller, ct);
        db.RequireVersion(demand, request.Version);
        var (now, from) = (clock.GetUtcNow(), demand.State.Name());
        demand.Withdraw(request.Reason, now);
        if (demand.WasPublished) db.Publish(demand.StatusFact(now));
        db.Audit(caller, "demand", id.Value, "withdraw", from, demand.State.Name(), request.Reason);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }
}
