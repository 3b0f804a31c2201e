using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Demands.Needs;

/// <summary>What happened to a need and by whom, from the audit trail.</summary>
static class ListHistory
{
    /// <param name="Person">Named to colleagues and to the bureau; others see the organisation.</param>
    public sealed record Item(DateTimeOffset At, string Action, string? From, string? To, string? Reason, string? Person, string? Organisation);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(DemandId id, Caller caller, DemandsDb db, CancellationToken ct)
    {
        var demand = await db.Demands.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw Problems.NotFound.Now();
        if (!GetDemand.MaySee(demand, caller)) throw Problems.NotFound.Now();
        var rows = await db.AuditTrail.AsNoTracking().Where(r => r.SubjectKind == "demand" && r.SubjectId == id.Value).OrderBy(r => r.Sequence).ToListAsync(ct);
        var names = caller.ReviewsForBureau();
        return TypedResults.Ok(new Response(
            [.. rows.Select(r => new Item(r.At, r.Action, r.FromState, r.ToState, r.Reason, names || r.OrganisationId == caller.Organisation ? r.PersonName : null, r.OrganisationName))]));
    }
}
