namespace TechMarket.Rules;

/// <summary>
/// Working days in China: the yearly holiday arrangement of the State Council with its make-up working days.
/// A year without data counts Monday to Friday; <see cref="IsCovered"/> tells callers so that they can say it.
/// </summary>
public sealed class WorkingCalendar
{
    static readonly Lazy<WorkingCalendar> Official = new(() => From(RuleData.Read<HolidayFile>("holidays.json")));

    readonly HashSet<int> years;
    readonly Dictionary<DateOnly, LocalText> holidays;
    readonly HashSet<DateOnly> makeUpDays;

    WorkingCalendar(HashSet<int> years, Dictionary<DateOnly, LocalText> holidays, HashSet<DateOnly> makeUpDays) =>
        (this.years, this.holidays, this.makeUpDays) = (years, holidays, makeUpDays);

    /// <summary>The official calendar that ships with this build.</summary>
    public static WorkingCalendar China => Official.Value;

    /// <summary>The years with an official arrangement, in order.</summary>
    public IReadOnlyList<int> CoveredYears => [.. years.Order()];

    public bool IsCovered(int year) => years.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        makeUpDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.ContainsKey(day));

    /// <summary>The festival whose holiday falls on that day, or null.</summary>
    public LocalText? HolidayOn(DateOnly day) => holidays.GetValueOrDefault(day);

    /// <summary>A weekend day on which people work in exchange for a longer holiday.</summary>
    public bool IsMakeUpDay(DateOnly day) => makeUpDays.Contains(day);

    /// <summary>
    /// The working day that is so many working days after the given day, which itself is not counted; before it when
    /// the number is negative. Zero leaves the day as it is.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>Working days after the first day, up to and including the last; negative when the last comes before.</summary>
    public int CountWorkingDays(DateOnly after, DateOnly upTo)
    {
        if (upTo < after) return -CountWorkingDays(upTo, after);
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }

    static WorkingCalendar From(HolidayFile file)
    {
        var festivals = new Dictionary<DateOnly, LocalText>();
        foreach (var holiday in file.Years.SelectMany(year => year.Holidays))
            for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
                festivals.Add(day, new LocalText(holiday.Zh, holiday.En));
        return new WorkingCalendar(
            [.. file.Years.Select(year => year.Year)],
            festivals,
            [.. file.Years.SelectMany(year => year.WorkingWeekendDays)]);
    }

    sealed record HolidayFile(IReadOnlyList<HolidayYear> Years);

    sealed record HolidayYear(
        int Year, string Source, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> WorkingWeekendDays);

    sealed record Holiday(string Zh, string En, DateOnly From, DateOnly To);
}
