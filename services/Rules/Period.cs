using System.Globalization;
using System.Text.Json.Serialization;

namespace TechMarket.Rules;

[JsonConverter(typeof(StableCodeConverter<PeriodUnit>))]
public enum PeriodUnit
{
    Minutes,
    Hours,
    Days,
    WorkingDays,
}

/// <summary>
/// A length of time as rules write it. Minutes and hours run exactly. Days and working days are full days in China:
/// the day it starts on is not counted and the last day counts to midnight (民法典 201, 203).
/// </summary>
public sealed record Period
{
    [JsonConstructor]
    public Period(int value, PeriodUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
        Unit = unit;
    }

    public int Value { get; }

    public PeriodUnit Unit { get; }

    /// <summary>Whole days or working days, as against an exact length of minutes or hours.</summary>
    [JsonIgnore]
    public bool CountsDays => Unit is PeriodUnit.Days or PeriodUnit.WorkingDays;

    /// <summary>The instant (UTC) at which the period is over; at that instant it no longer runs.</summary>
    public DateTimeOffset EndFrom(DateTimeOffset start, WorkingCalendar calendar) => Unit switch
    {
        PeriodUnit.Minutes => start.ToUniversalTime().AddMinutes(Value),
        PeriodUnit.Hours => start.ToUniversalTime().AddHours(Value),
        _ => ChinaTime.EndOf(LastDay(ChinaTime.DayOf(start), calendar)),
    };

    /// <summary>The last full day of a period that starts on the given day. Only for periods of days.</summary>
    public DateOnly LastDay(DateOnly start, WorkingCalendar calendar) => Unit switch
    {
        PeriodUnit.Days => start.AddDays(Value),
        PeriodUnit.WorkingDays => calendar.AddWorkingDays(start, Value),
        _ => throw new InvalidOperationException($"A period of {Unit} has no last day."),
    };

    /// <summary>For people: 15 天, 10 个工作日; 15 days, 10 working days.</summary>
    public LocalText Words()
    {
        var (zh, en) = Unit switch
        {
            PeriodUnit.Minutes => ("分钟", "minute"),
            PeriodUnit.Hours => ("小时", "hour"),
            PeriodUnit.Days => ("天", "day"),
            _ => ("个工作日", "working day"),
        };
        return new LocalText(
            string.Create(CultureInfo.InvariantCulture, $"{Value} {zh}"),
            string.Create(CultureInfo.InvariantCulture, $"{Value} {en}{(Value == 1 ? "" : "s")}"));
    }

    public override string ToString() => Words().En;
}
