using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The publisher gives a plan up before it takes effect; a notice that runs is cancelled.</summary>
static class WithdrawRewardPlan
{
    /// <param name="Version">The plan as the person saw it.</param>
    public sealed record Request(long Version, [property: Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        RewardPlanId id, Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await RewardDesk.Lock(db, id, caller, Roles.Publisher, ct);
        var (now, from) = (clock.GetUtcNow(), plan.Status.Code());
        var reason = request.Reason.Trim();
        plan.Withdraw(request.Version, reason, caller.Actor(), now);
        var notice = await RewardDesk.LiveNotice(db, id, ct);
        notice?.Cancel(reason, caller.Actor(), now);
        db.Publish(RewardDesk.Fact(plan, "WITHDRAWN", notice?.Number, reason, caller.PersonId, now));
        db.Audit(caller, "reward-plan", id.Value, "withdraw", from, "WITHDRAWN", reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }
}
