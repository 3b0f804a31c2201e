using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

enum ReminderMatter
{
    TrialEnds,
    ReportDue,
    ReportOverdue,
    PaymentDue,
}

/// <summary>Something that is due at an instant, and when somebody is told of it.</summary>
sealed record Reminder(ReminderMatter Matter, DateTimeOffset DueAt, DateTimeOffset At);

/// <summary>When a taker is reminded of what. All of it is known on the first day, so nothing ever moves a reminder. Pure.</summary>
static class Reminders
{
    /// <summary>Every reminder of the course, the earliest first; those whose matter is settled by then are left out when they come.</summary>
    public static IReadOnlyList<Reminder> Of(Uptake uptake, FixedTermRules rules)
    {
        if (uptake is not { StartsOn: { } start, EndsOn: { } end }) return [];
        var all = new List<Reminder>();
        if (uptake.TrialEndsAt is { } over) all.Add(new Reminder(ReminderMatter.TrialEnds, over, Before(over, rules.TrialReminderDays)));
        if (uptake.Terms.ReportMonths is { } months)
        {
            foreach (var (_, to) in ReportPeriods.Stretches(start, end, months))
            {
                var due = ReportDue(to, rules.ReportDue);
                all.Add(new Reminder(ReminderMatter.ReportDue, due, Before(due, rules.ReportReminderDays)));
                all.Add(new Reminder(ReminderMatter.ReportOverdue, due, due.AddDays(rules.OverdueReminderDays)));
            }
        }
        return [.. all.OrderBy(r => r.At).ThenBy(r => r.DueAt)];
    }

    /// <summary>By when the report on days up to this one is there.</summary>
    public static DateTimeOffset ReportDue(DateOnly last, Period due) =>
        due.EndFrom(due.CountsDays ? ChinaTime.StartOf(last) : ChinaTime.EndOf(last), WorkingCalendar.China);

    public static DateTimeOffset Before(DateTimeOffset due, int days) => due.AddDays(-days);

    /// <summary>What it reminds of still has to be done.</summary>
    public static bool Stands(this Reminder reminder, Uptake uptake, FixedTermRules rules) => reminder.Matter switch
    {
        ReminderMatter.TrialEnds => uptake.State == UptakeState.Trial,
        ReminderMatter.PaymentDue => uptake.State == UptakeState.PayDue,
        _ => uptake.Reporting && ReportDue(uptake.NextFrom, rules.ReportDue) <= reminder.DueAt,
    };
}
