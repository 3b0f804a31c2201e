using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The unit's approver, who did not write it, agrees to a plan.</summary>
static class ApproveRewardPlan
{
    /// <param name="Version">The plan as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        RewardPlanId id, Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await RewardDesk.Lock(db, id, caller, Roles.Approver, ct);
        var (now, from) = (clock.GetUtcNow(), plan.Status.Code());
        plan.Approve(request.Version, caller.Actor(), now);
        db.Publish(RewardDesk.Fact(plan, "APPROVED", null, null, caller.PersonId, now));
        db.Audit(caller, "reward-plan", id.Value, "approve", from, "APPROVED", data: plan.Content, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }
}
