using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The publisher hands a plan to the approver: complete, and not below the region's floors.</summary>
static class SubmitRewardPlan
{
    /// <param name="Version">The plan as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        RewardPlanId id, Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await RewardDesk.Lock(db, id, caller, Roles.Publisher, ct);
        var (now, from) = (clock.GetUtcNow(), plan.Status.Code());
        var rules = profile.At(plan.CreatedAt);
        plan.Submit(request.Version, rules.RewardFloor, RewardCalculation.SourceOf(rules), caller.Actor(), now);
        db.Publish(RewardDesk.Fact(plan, "SUBMITTED", null, null, caller.PersonId, now));
        db.Audit(caller, "reward-plan", id.Value, "submit", from, "SUBMITTED", data: plan.Content, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }
}
