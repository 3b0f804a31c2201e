using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>An author's form saves itself: the whole text under the id the form chose, so that sending it twice is one draft.</summary>
static class SaveDraft
{
    /// <param name="Version">The version the form shows; absent only when it was never saved.</param>
    public sealed record Request(DemandForm.Content Content, uint? Version = null);

    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Request request, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser);
        var now = clock.GetUtcNow();
        var demand = await db.Demands.FindAsync([id], ct);
        if (demand is null)
        {
            if (request.Version is not null) throw Problems.NotFound.Now();
            demand = Demand.Start(id, caller, request.Content, now);
            db.Demands.Add(demand);
            db.Audit(caller, "demand", id.Value, "start", to: demand.State.Name(), data: demand.Draft);
        }
        else
        {
            if (demand.OwnerId != caller.OrganisationId) throw Problems.NotFound.Now();
            if (request.Version is not { } seen) return SameStart(demand, request) ? TypedResults.Ok(DemandView.Of(demand, caller, db)) : throw Problems.IdTaken.Now();
            db.RequireVersion(demand, seen);
            var from = demand.Position();
            demand.Save(request.Content, now);
            // Keystrokes are not history; the opening of a next version is.
            if (demand.Position() != from) db.Audit(caller, "demand", id.Value, "revise", from, demand.Position(), data: demand.Draft);
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }

    private static bool SameStart(Demand demand, Request request) =>
        demand.State == DemandState.Draft
        && JsonSerializer.Serialize(demand.Draft, Json.Options) == JsonSerializer.Serialize(request.Content with { AsStated = demand.Draft.AsStated }, Json.Options);
}
