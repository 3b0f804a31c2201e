using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>The author gives up a draft, or the next version of what is open.</summary>
static class DiscardDraft
{
    public static async Task<NoContent> Handle(DemandId id, uint version, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser);
        var demand = await db.Mine(id, caller, ct);
        db.RequireVersion(demand, version);
        var from = demand.Position();
        if (demand.Discard(clock.GetUtcNow())) db.Demands.Remove(demand);
        db.Audit(caller, "demand", id.Value, "discard", from, demand.WasPublished ? demand.State.Name() : null);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
