namespace TechMarket.Trading.FixedTerm;

/// <summary>
/// The periods a taker reports on: they follow each other without gap or overlap from the first day of use, and none reaches beyond
/// the end of the stretch its report is due for. Days are days in China. Pure.
/// </summary>
static class ReportPeriods
{
    /// <summary>The last day of the stretch the day lies in: every so many months from the start, the last one cut off at the end.</summary>
    public static DateOnly StretchEnd(DateOnly start, DateOnly end, int months, DateOnly day)
    {
        for (var i = 1; ; i++)
        {
            var last = start.AddMonths(i * months).AddDays(-1);
            if (last >= end) return end;
            if (day <= last) return last;
        }
    }

    /// <summary>Every stretch from start to end, in order.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To)> Stretches(DateOnly start, DateOnly end, int months)
    {
        for (var from = start; from <= end;)
        {
            var to = StretchEnd(start, end, months, from);
            yield return (from, to);
            from = to.AddDays(1);
        }
    }

    /// <summary>The day the next report begins on.</summary>
    public static DateOnly Next(DateOnly start, IEnumerable<UsageReport> reports) => reports.Select(r => r.To.AddDays(1)).DefaultIfEmpty(start).Max();

    /// <summary>Refuses a period that leaves a gap, overlaps, is turned round, lies in the future or goes beyond its stretch.</summary>
    public static void Check(DateOnly start, DateOnly end, int months, DateOnly next, DateOnly from, DateOnly to, DateOnly today)
    {
        if (to < from) throw Problems.PeriodReversed.Now();
        if (from < next) throw FixedTermProblems.ReportOverlaps.With(("next", next));
        if (from > next) throw FixedTermProblems.ReportGap.With(("next", next));
        if (to > today) throw FixedTermProblems.ReportInFuture.With(("today", today));
        if (from > end) throw FixedTermProblems.ReportBeyondEnd.With(("end", end));
        var last = StretchEnd(start, end, months, from);
        if (to > last) throw FixedTermProblems.ReportBeyondEnd.With(("end", last));
    }
}
