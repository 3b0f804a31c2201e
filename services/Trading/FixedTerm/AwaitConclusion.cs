using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The time to conclude the deal is over: without one the taker is in default and the place is free again, unless the achievement could not be had.</summary>
sealed class AwaitConclusion(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "uptake-conclusion";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        if (await db.LockCourse(new UptakeId(subjectId), ct) is not (var uptake, var offer)) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (uptake.State != UptakeState.PayDue || now < uptake.PayBy) return;
        var before = UptakeCourse.Now(uptake);
        var achievement = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == uptake.AchievementId, ct);
        // Nobody is in default who was not let.
        if (achievement.Status == "SUSPENDED")
        {
            uptake.Extend(now);
            await db.SetDeadline(Kind, subjectId, uptake.PayBy!.Value, ct);
            db.Audit(null, "uptake", subjectId, "extended", uptake.State.ToString(), uptake.State.ToString(), SystemReasons.AchievementSuspended);
            return;
        }
        if (achievement.AllowsTalks) uptake.Default(UptakeReasons.NotConcluded, now);
        else uptake.Release(SystemReasons.AchievementWithdrawn, now);
        await UptakeCourse.Follow(uptake, before, offer, null, db, rules, now, ct);
    }
}
