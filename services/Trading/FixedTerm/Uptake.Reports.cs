using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The usage reports: filed by the taker, answered by the holder or by silence.</summary>
sealed partial class Uptake
{
    /// <summary>The day the next report begins on.</summary>
    public DateOnly NextFrom => ReportPeriods.Next(StartsOn!.Value, Reports);

    /// <summary>Sales of every report that is not in dispute; what the price will be reckoned from if nothing changes.</summary>
    public Money SoldSoFar => SoldIn(Reports.Where(r => r.State != ReportState.Disputed));

    /// <summary>It reports: free use until it is settled, an open licence while it lasts.</summary>
    public bool Reporting => Terms.ReportMonths is not null && StartsOn is not null && NextFrom <= (ReckonTo ?? EndsOn)
        && (State is UptakeState.Trial or UptakeState.Triggered || (State == UptakeState.Converted && Kind == FixedTermKind.OpenLicense));

    /// <summary>The stretch the next report is due for; null when none is.</summary>
    public (DateOnly From, DateOnly To)? NextStretch => Reporting
        ? (NextFrom, Earlier(ReportPeriods.StretchEnd(StartsOn!.Value, EndsOn!.Value, Terms.ReportMonths!.Value, NextFrom), ReckonTo))
        : null;

    /// <summary>The taker reports, or corrects a report the holder has not confirmed.</summary>
    /// <returns>False if this very report was there already.</returns>
    public bool File(Guid reportId, DateOnly from, DateOnly to, Money sales, string? note, bool final, Guid filing, string by, Period review,
        DateTimeOffset now)
    {
        if (Terms.ReportMonths is not { } months) throw FixedTermProblems.NoReportsAgreed.Now();
        if (sales.Currency != "CNY" || sales.Amount < 0 || sales > PriceFormula.MostSales) throw FixedTermProblems.SalesOutOfRange.Now();
        var known = Reports.FirstOrDefault(r => r.Id == reportId);
        if (known is not null && (known.From, known.To, known.Sales, known.Note) == (from, to, sales, note)) return false;
        Require(UptakeStep.File);
        var answerBy = review.EndFrom(now, WorkingCalendar.China);
        if (known is not null)
        {
            if (known.State == ReportState.Confirmed) throw FixedTermProblems.ReportConfirmed.Now();
            // Other figures for the same days; the days themselves have been built upon.
            if ((known.From, known.To) != (from, to)) throw Problems.IdReused.Now();
            Put(known with { Sales = sales, Note = note, State = ReportState.Filed, Filing = filing, FiledByName = by, FiledAt = now, AnswerBy = answerBy,
                DisputeReason = null });
        }
        else
        {
            if (State == UptakeState.Converted && Kind != FixedTermKind.OpenLicense)
                throw FixedTermProblems.UptakeWrongState.With(("state", State), ("step", UptakeStep.File));
            var end = Earlier(EndsOn!.Value, ReckonTo);
            ReportPeriods.Check(StartsOn!.Value, end, months, NextFrom, from, to, ChinaTime.DayOf(now));
            Reports = [.. Reports, new UsageReport(reportId, from, to, sales, note, final, ReportState.Filed, filing, by, now, answerBy)];
        }
        Move(State, now);
        return true;
    }

    /// <summary>The holder agrees with a report, or said nothing in time: it stays as it is, and what follows from it follows.</summary>
    /// <param name="by">Nobody, when silence confirms it.</param>
    /// <returns>False if it was confirmed already.</returns>
    public bool Confirm(Guid reportId, string? by, DateTimeOffset now)
    {
        var report = Find(reportId);
        if (report.State == ReportState.Confirmed) return false;
        Require(UptakeStep.Answer);
        Put(report with { State = ReportState.Confirmed, AnsweredByName = by, AnsweredAt = now });
        Move(State, now);
        if (Allows(UptakeStep.Trigger) || Allows(UptakeStep.Reckon)) Settle(now);
        return true;
    }

    /// <summary>The holder says what is wrong with a report. Until the figures change or it confirms them after all, they count for nothing.</summary>
    public void Dispute(Guid reportId, Guid filing, string reason, string by, DateTimeOffset now)
    {
        var report = Find(reportId);
        Require(UptakeStep.Answer);
        if (report.State != ReportState.Filed || report.Filing != filing) throw FixedTermProblems.ReportAnswered.With(("reportState", report.State));
        Put(report with { State = ReportState.Disputed, DisputeReason = reason, AnsweredByName = by, AnsweredAt = now });
        Move(State, now);
    }

    private static DateOnly Earlier(DateOnly a, DateOnly? b) => b < a ? b.Value : a;

    private static Money SoldIn(IEnumerable<UsageReport> reports) => reports.Aggregate(Money.Yuan(0m), (sum, report) => sum + report.Sales);

    /// <summary>With a threshold, sales reach it; without one, something was sold.</summary>
    private bool Reached(IEnumerable<UsageReport> reports)
    {
        var sold = SoldIn(reports);
        return Terms.Trial!.SalesThreshold is { } threshold ? sold >= threshold : sold.Amount > 0;
    }

    private UsageReport Find(Guid id) => Reports.FirstOrDefault(r => r.Id == id) ?? throw FixedTermProblems.ReportNotFound.Now();

    private void Put(UsageReport report) => Reports = [.. Reports.Select(r => r.Id == report.Id ? report : r)];
}
