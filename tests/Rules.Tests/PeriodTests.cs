namespace TechMarket.Rules.Tests;

public sealed class PeriodTests
{
    static DateTimeOffset China(int year, int month, int day, int hour, int minute = 0) =>
        new(year, month, day, hour, minute, 0, ChinaTime.Offset);

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(23)]
    public void Fifteen_days_end_at_midnight_after_fifteen_full_days_whatever_the_hour(int hour)
    {
        var end = new Period(15, PeriodUnit.Days).EndFrom(China(2026, 3, 2, hour, 59), WorkingCalendar.China);
        end.ShouldBe(China(2026, 3, 18, 0));
        end.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_day_is_the_day_in_China_not_the_day_in_UTC()
    {
        // 17:00 UTC on the 2nd is already the 3rd in China.
        var start = new DateTimeOffset(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);
        new Period(1, PeriodUnit.Days).EndFrom(start, WorkingCalendar.China).ShouldBe(China(2026, 3, 5, 0));
    }

    [Fact]
    public void Working_days_skip_the_holiday_and_count_the_make_up_day() =>
        new Period(10, PeriodUnit.WorkingDays).EndFrom(China(2026, 2, 9, 10), WorkingCalendar.China).ShouldBe(China(2026, 3, 1, 0));

    [Fact]
    public void Minutes_and_hours_are_exact()
    {
        var start = China(2026, 3, 2, 23, 59);
        new Period(2, PeriodUnit.Minutes).EndFrom(start, WorkingCalendar.China).ShouldBe(China(2026, 3, 3, 0, 1));
        new Period(24, PeriodUnit.Hours).EndFrom(start, WorkingCalendar.China).ShouldBe(China(2026, 3, 3, 23, 59));
    }

    [Fact]
    public void The_last_day_of_a_notice_is_shown_as_a_day()
    {
        new Period(15, PeriodUnit.Days).LastDay(new DateOnly(2026, 3, 2), WorkingCalendar.China).ShouldBe(new DateOnly(2026, 3, 17));
        Should.Throw<InvalidOperationException>(() => new Period(2, PeriodUnit.Minutes).LastDay(new DateOnly(2026, 3, 2), WorkingCalendar.China));
    }

    [Fact]
    public void Speaks_both_languages()
    {
        new Period(15, PeriodUnit.Days).Words().ShouldBe(new LocalText("15 天", "15 days"));
        new Period(1, PeriodUnit.WorkingDays).Words().ShouldBe(new LocalText("1 个工作日", "1 working day"));
    }

    [Fact]
    public void A_negative_period_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Period(-1, PeriodUnit.Days));
}
