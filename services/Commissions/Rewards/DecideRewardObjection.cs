using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The unit's approver, who did not write the plan, decides an objection and publishes why. One that is right sends the plan back.</summary>
static class DecideRewardObjection
{
    public enum Outcomes
    {
        Rejected,
        Upheld,
    }

    /// <param name="Reason">It is published with the notice.</param>
    public sealed record Request(Outcomes Outcome, [property: Required, StringLength(4000, MinimumLength = 5)] string Reason);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        RewardPlanId id, Guid objectionId, Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock,
        CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await RewardDesk.Lock(db, id, caller, Roles.Approver, ct);
        var notice = await RewardDesk.LiveNotice(db, id, ct) ?? throw Problems.RewardNoticeNotRunning.With(("status", plan.Status));
        plan.CheckOther(caller.Actor());
        var (now, reason) = (clock.GetUtcNow(), request.Reason.Trim());
        if (request.Outcome == Outcomes.Upheld)
        {
            notice.Uphold(objectionId, reason, caller.Actor(), now);
            plan.Revise(reason, caller.Actor(), now);
            db.Publish(RewardDesk.Fact(plan, "RETURNED", notice.Number, reason, caller.PersonId, now));
        }
        else if (notice.Reject(objectionId, reason, caller.Actor(), Guid.CreateVersion7(now), now))
        {
            await db.SetDeadline(EndRewardNotice.Deadline, notice.CurrentRun!.Value, notice.EndsAt, ct);
        }
        db.Audit(caller, "reward-plan", id.Value, "objection-decided", "NOTICE", plan.Status.Code(), reason, new { objectionId, request.Outcome, notice.Number }, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }
}
