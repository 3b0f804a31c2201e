using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Demands.Needs;
using TechMarket.Demands.Progress;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Reviews;

/// <summary>The bureau's reviewer opens the reviewed need; the first time it gets its number.</summary>
static class PublishDemand
{
    public sealed record Request(uint Version);

    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Request request, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Reviewer);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var demand = await db.Demands.FindAsync([id], ct);
        if (demand is null || demand.State == DemandState.Draft) throw Problems.NotFound.Now();
        db.RequireVersion(demand, request.Version);
        demand.RequirePublishable();
        var from = demand.Position();
        demand.Publish(demand.Number ?? await db.NextNumber("XQ", ct), now);
        await ExpireDemand.Watch(demand, db, ct);
        db.Publish(demand.PublishedFact(now));
        db.Audit(caller, "demand", id.Value, "publish", from, demand.State.Name(), data: demand.Public, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }
}
