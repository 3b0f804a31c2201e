using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The free period is over.</summary>
sealed class EndTrial(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "uptake-trial-end";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        if (await db.LockCourse(new UptakeId(subjectId), ct) is not (var uptake, var offer)) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (!uptake.Allows(UptakeStep.Trigger) || now < uptake.TrialEndsAt) return;
        var before = UptakeCourse.Now(uptake);
        uptake.EndTrial(rules.FixedTermOffers.ReportDue, now);
        await UptakeCourse.Follow(uptake, before, offer, null, db, rules, now, ct);
    }
}
