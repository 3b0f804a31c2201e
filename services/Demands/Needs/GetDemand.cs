using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Demands.Needs;

/// <summary>The owner's people see all of their own; the bureau's reviewers see what was submitted to them or is public.</summary>
static class GetDemand
{
    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Caller caller, DemandsDb db, CancellationToken ct)
    {
        var demand = await db.Demands.FindAsync([id], ct) ?? throw Problems.NotFound.Now();
        if (!MaySee(demand, caller)) throw Problems.NotFound.Now();
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }

    public static bool MaySee(Demand demand, Caller caller) =>
        demand.OwnerId == caller.Organisation || (caller.ReviewsForBureau() && (demand.WasPublished || demand.Editing == EditState.Review));
}
