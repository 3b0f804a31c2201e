using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>The enterprise keeps a list of achievements worth a closer look; the first one moves its need from open to matching.</summary>
static class ShortlistAchievement
{
    public static async Task<Ok<DemandView.Response>> Add(DemandId id, Guid achievementId, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser);
        var demand = await db.Mine(id, caller, ct);
        var known = await db.KnownAchievements.FindAsync([achievementId], ct) ?? throw Problems.AchievementUnknown.Now();
        var (now, from) = (clock.GetUtcNow(), demand.State);
        if (!demand.AddToShortlist(new ShortlistEntry(known.Id, known.Number, known.Title, now))) return TypedResults.Ok(DemandView.Of(demand, caller, db));
        if (demand.State != from) db.Publish(demand.StatusFact(now));
        db.Audit(caller, "demand", id.Value, "shortlist", from.Name(), demand.State.Name(), known.Number);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }

    public static async Task<Ok<DemandView.Response>> Remove(DemandId id, Guid achievementId, Caller caller, DemandsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser);
        var demand = await db.Mine(id, caller, ct);
        demand.RemoveFromShortlist(achievementId, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DemandView.Of(demand, caller, db));
    }
}
