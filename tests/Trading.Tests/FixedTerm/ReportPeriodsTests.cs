using FsCheck;
using FsCheck.Fluent;
using TechMarket.Platform.Problems;
using TechMarket.Trading.FixedTerm;

namespace TechMarket.Trading.Tests.FixedTerm;

public sealed class ReportPeriodsTests
{
    private static readonly DateOnly Start = new(2026, 1, 31);

    private static Arbitrary<(DateOnly Start, DateOnly End, int Months)> Courses() => Arb.From(
        from day in Gen.Choose(0, 800)
        from free in Gen.Choose(1, 24)
        from months in Gen.Choose(1, 12)
        let start = new DateOnly(2026, 1, 1).AddDays(day)
        select (start, start.AddMonths(free).AddDays(-1), months));

    [Fact]
    public void Stretches_cover_every_day_once_whatever_the_month_s_length() => Prop.ForAll(Courses(), c =>
    {
        var stretches = ReportPeriods.Stretches(c.Start, c.End, c.Months).ToList();
        return stretches[0].From == c.Start && stretches[^1].To == c.End && stretches.All(s => s.From <= s.To)
            && stretches.Zip(stretches.Skip(1)).All(p => p.Second.From == p.First.To.AddDays(1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_the_next_days_within_their_stretch_are_taken() => Prop.ForAll(
        Courses(), Arb.From(Gen.Choose(-40, 40).Two()), (c, shift) =>
        {
            var next = c.Start.AddDays(Math.Abs(shift.Item1));
            var (from, to) = (next.AddDays(shift.Item1 % 3), next.AddDays(shift.Item2));
            var today = c.End.AddDays(1);
            var taken = from == next && to >= from && from <= c.End && to <= ReportPeriods.StretchEnd(c.Start, c.End, c.Months, from);
            try
            {
                ReportPeriods.Check(c.Start, c.End, c.Months, next, from, to, today);
                return taken;
            }
            catch (ProblemException)
            {
                return !taken;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_end_of_a_short_month_does_not_shift_the_later_ones()
    {
        ReportPeriods.Stretches(Start, Start.AddMonths(4).AddDays(-1), 1).ShouldBe(
        [
            (new(2026, 1, 31), new(2026, 2, 27)), (new(2026, 2, 28), new(2026, 3, 30)), (new(2026, 3, 31), new(2026, 4, 29)), (new(2026, 4, 30), new(2026, 5, 30)),
        ]);
    }

    [Fact]
    public void Each_mistake_has_its_own_refusal()
    {
        var end = Start.AddMonths(6).AddDays(-1);
        string Refused(DateOnly next, DateOnly from, DateOnly to, DateOnly? today = null) =>
            Should.Throw<ProblemException>(() => ReportPeriods.Check(Start, end, 3, next, from, to, today ?? end)).Problem.Code;
        Refused(Start, Start, Start.AddDays(-1)).ShouldBe("trading/period-reversed");
        Refused(Start, Start.AddDays(1), Start.AddDays(5)).ShouldBe("trading/usage-report-gap");
        Refused(Start.AddDays(9), Start, Start.AddDays(5)).ShouldBe("trading/usage-report-overlaps");
        Refused(Start, Start, Start.AddDays(9), Start.AddDays(8)).ShouldBe("trading/usage-report-in-future");
        Refused(Start, Start, Start.AddMonths(4)).ShouldBe("trading/usage-report-beyond-end");
        Refused(end.AddDays(1), end.AddDays(1), end.AddDays(2), end.AddDays(5)).ShouldBe("trading/usage-report-beyond-end");
    }
}
