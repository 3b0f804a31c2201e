using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The last report, without which there is no price, should have come.</summary>
sealed class AwaitLastReport(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "uptake-last-report";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        if (await db.LockCourse(new UptakeId(subjectId), ct) is not (var uptake, var offer)) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        // What is there but not answered, or disputed, is no longer the taker's delay.
        if (!uptake.Reporting || !uptake.Allows(UptakeStep.Default) || now < uptake.LastReportBy) return;
        var before = UptakeCourse.Now(uptake);
        uptake.Default(UptakeReasons.ReportMissing, now);
        await UptakeCourse.Follow(uptake, before, offer, null, db, rules, now, ct);
    }
}
