using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder said nothing to a report in the region's time: it stands. The deadline names the very figures; corrected ones have their own.</summary>
sealed class ConfirmBySilence(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "usage-report-silence";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var filing = await db.FiledReports.AsNoTracking().SingleOrDefaultAsync(f => f.Id == subjectId, ct);
        if (filing is null || await db.LockCourse(filing.UptakeId, ct) is not (var uptake, var offer)) return;
        var now = clock.GetUtcNow();
        if (uptake.Reports.FirstOrDefault(r => r.Filing == subjectId) is not { State: ReportState.Filed } report || now < report.AnswerBy || !uptake.Allows(UptakeStep.Answer))
            return;
        var before = UptakeCourse.Now(uptake);
        uptake.Confirm(report.Id, null, now);
        UptakeCourse.Tell(uptake, "REPORT_CONFIRMED", report, null, null, db, now);
        await UptakeCourse.Follow(uptake, before, offer, null, db, profile.At(now), now, ct);
    }
}

/// <summary>Which uptake a set of figures belongs to, for its deadline.</summary>
sealed class FiledReport
{
    public required Guid Id { get; init; }
    public required UptakeId UptakeId { get; init; }
}
