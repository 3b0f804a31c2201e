using FsCheck;
using FsCheck.Fluent;

namespace TechMarket.Rules.Tests;

public sealed class WorkingCalendarTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.China;
    static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(0, 900).Select(offset => new DateOnly(2024, 11, 1).AddDays(offset)).ToArbitrary();

    [Theory]
    [InlineData("2025-01-01", false)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-27", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-02-05", true)]
    [InlineData("2025-02-08", true)]
    [InlineData("2025-02-09", false)]
    [InlineData("2025-09-28", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-17", false)]
    public void Knows_holidays_weekends_and_make_up_days(string day, bool working) =>
        Calendar.IsWorkingDay(DateOnly.Parse(day)).ShouldBe(working);

    [Theory]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_the_official_arrangement_leaves(int year, int expected) =>
        Calendar.CountWorkingDays(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(expected);

    [Fact]
    public void Every_make_up_day_is_a_weekend_day_that_is_no_holiday()
    {
        var makeUpDays = Enumerable.Range(0, 730).Select(i => new DateOnly(2025, 1, 1).AddDays(i)).Where(Calendar.IsMakeUpDay).ToList();
        makeUpDays.Count.ShouldBe(11);
        makeUpDays.ShouldAllBe(day => day.DayOfWeek == DayOfWeek.Saturday || day.DayOfWeek == DayOfWeek.Sunday);
        makeUpDays.ShouldAllBe(day => Calendar.HolidayOn(day) == null);
    }

    [Fact]
    public void Ten_working_days_across_Spring_Festival_use_the_make_up_days()
    {
        // From Monday 9 February 2026: 10-14 (five with the Saturday), holiday 15-23, then 24-28 (five with the Saturday).
        Calendar.AddWorkingDays(new DateOnly(2026, 2, 9), 10).ShouldBe(new DateOnly(2026, 2, 28));
        Calendar.CountWorkingDays(new DateOnly(2026, 2, 9), new DateOnly(2026, 2, 28)).ShouldBe(10);
    }

    [Fact]
    public void A_year_without_data_counts_weekdays_and_says_so()
    {
        Calendar.IsCovered(2026).ShouldBeTrue();
        Calendar.IsCovered(2027).ShouldBeFalse();
        Calendar.IsWorkingDay(new DateOnly(2027, 10, 1)).ShouldBeTrue();
        Calendar.IsWorkingDay(new DateOnly(2027, 10, 2)).ShouldBeFalse();
        Calendar.CoveredYears.ShouldBe([2025, 2026]);
    }

    [Fact]
    public void Counting_undoes_adding() =>
        Prop.ForAll(Days, Gen.Choose(-120, 120).ToArbitrary(), (day, count) =>
            !Calendar.IsWorkingDay(day) || Calendar.CountWorkingDays(day, Calendar.AddWorkingDays(day, count)) == count)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void From_a_working_day_adding_back_returns_to_it() =>
        Prop.ForAll(Days, Gen.Choose(0, 120).ToArbitrary(), (day, count) =>
            !Calendar.IsWorkingDay(day) || Calendar.AddWorkingDays(Calendar.AddWorkingDays(day, count), -count) == day)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_lands_on_a_working_day() =>
        Prop.ForAll(Days, Gen.Choose(1, 60).ToArbitrary(), (day, count) => Calendar.IsWorkingDay(Calendar.AddWorkingDays(day, count)))
            .QuickCheckThrowOnFailure();
}
