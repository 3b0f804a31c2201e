using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The time to conclude the deal is over: without one the taker is in default, and the place is free again.</summary>
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
        uptake.Default(UptakeReasons.NotConcluded, now);
        await UptakeCourse.Follow(uptake, before, offer, null, db, rules, now, ct);
    }
}
