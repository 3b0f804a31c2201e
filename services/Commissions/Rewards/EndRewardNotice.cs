using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Rewards;

/// <summary>A notice's period is over without an open objection: the plan takes effect and what was received before is divided.</summary>
sealed class EndRewardNotice(CommissionsDb db, RewardReckoning reckoning, TimeProvider clock) : IDeadline
{
    public const string Deadline = "commissions.reward-notice-ends";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var dealId = await (from notice in db.RewardNotices
                            join plan in db.RewardPlans on notice.PlanId equals plan.Id
                            where notice.CurrentRun == subjectId
                            select (Guid?)plan.DealId).SingleOrDefaultAsync(ct);
        if (dealId is not { } deal) return;
        await db.LockDeal(deal, ct);
        if (await db.RewardNotices.SingleOrDefaultAsync(n => n.CurrentRun == subjectId, ct) is not { } running) return;
        var announced = await db.RewardPlans.SingleAsync(p => p.Id == running.PlanId, ct);
        var now = clock.GetUtcNow();
        running.Pass(now);
        announced.TakeEffect(now);
        db.Publish(RewardDesk.Fact(announced, "EFFECTIVE", running.Number, null, null, now));
        db.Audit(null, "reward-plan", announced.Id.Value, "take-effect", "NOTICE", "EFFECTIVE", running.Number, announced.Content, "permanent");
        await db.SaveChangesAsync(ct);
        await reckoning.Run(deal, ct);
    }
}
