using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The publisher announces the award of an approved plan; the period begins.</summary>
static class PublishRewardNotice
{
    /// <param name="Version">The plan as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        RewardPlanId id, Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await RewardDesk.Lock(db, id, caller, Roles.Publisher, ct);
        var (now, from) = (clock.GetUtcNow(), plan.Status.Code());
        var notice = plan.Publish(
            request.Version, new RewardNoticeId(Guid.CreateVersion7(now)), await db.NextNumber("JL", ct), await RewardDesk.RegistrationOf(db, plan.DealId, ct),
            profile.At(now).AwardNoticePeriod, WorkingCalendar.China, Guid.CreateVersion7(now), caller.Actor(), now);
        db.RewardNotices.Add(notice);
        await db.SetDeadline(EndRewardNotice.Deadline, notice.CurrentRun!.Value, notice.EndsAt, ct);
        db.Publish(RewardDesk.Fact(plan, "NOTICE", notice.Number, null, caller.PersonId, now));
        db.Audit(caller, "reward-plan", id.Value, "publish", from, "NOTICE", notice.Number, notice.Contents, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }
}
