using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Demands.Needs;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Demands.Reviews;

/// <summary>The bureau's reviewer sends it back to its author with a reason.</summary>
static class ReturnDemand
{
    /// <param name="ReasonCode">A code of ReturnReason.</param>
    public sealed record Request(
        uint Version, [property: StringLength(40)] string ReasonCode, [property: StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<DemandView.Response>> Handle(DemandId id, Request request, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Reviewer);
        var demand = await db.Demands.FindAsync([id], ct);
        if (demand is null || demand.State == DemandState.Draft) throw Problems.NotFound.Now();
        db.RequireVersion(demand, request.Version);
        var code = CodeLists.ReturnReason.Find(request.ReasonCode) ?? throw Problems.ReasonUnknown.With(("reasonCode", request.ReasonCode));
        var (now, from) = (clock.GetUtcNow(), demand.Position());
        demand.Return(code.Code, request.Reason, now);
        db.Publish(new DemandReturned(id.Value, demand.Version, demand.Title, demand.OwnerId, $"{code.Zh}:{request.Reason}", demand.SubmittedBy!.Value, now));
        db.Audit(caller, "demand", id.Value, "return", from, demand.Position(), $"{code.Code}: {request.Reason}", demand.Draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }
}
