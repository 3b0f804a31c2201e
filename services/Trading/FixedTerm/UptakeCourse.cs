using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>What follows by itself from a step of an uptake: who hears of it, what it waits for, whether it still binds the achievement.</summary>
static class UptakeCourse
{
    /// <summary>Where an uptake stood before the step.</summary>
    public sealed record Point(UptakeState State, DateTimeOffset? LastReportBy);

    public static Point Now(Uptake uptake) => new(uptake.State, uptake.LastReportBy);

    // Deadlines are only ever added here: each has a subject that is due once.
    public static async Task Follow(
        Uptake uptake, Point before, FixedTermOffer offer, Caller? caller, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        if (uptake.LastReportBy is { } report && before.LastReportBy is null) await db.SetDeadline(AwaitLastReport.Kind, uptake.Id.Value, report, ct);
        if (uptake.State == before.State) return;
        var id = uptake.Id.Value;
        db.Publish(FixedTermFacts.Of(uptake, null, null, now));
        db.Audit(
            caller, "uptake", id, Action(uptake.State), before.State.ToString(), uptake.State.ToString(), uptake.EndReason,
            new { uptake.Number, uptake.TriggeredBy, uptake.ReckonTo, uptake.Price, uptake.PayBy }, "permanent");
        if (uptake.State == UptakeState.Trial)
        {
            await db.SetDeadline(EndTrial.Kind, id, uptake.TrialEndsAt!.Value, ct);
            await RemindTaker.Arm(uptake, db, rules, now, ct);
        }
        if (uptake.State == UptakeState.PayDue)
        {
            await db.SetDeadline(AwaitConclusion.Kind, id, uptake.PayBy!.Value, ct);
            await db.SetDeadline(RemindOfPayment.Kind, id, Reminders.Before(uptake.PayBy.Value, rules.FixedTermOffers.PaymentReminderDays), ct);
        }
        await FixedTermClaims.Review(offer, db, now, ct);
    }

    /// <summary>One report was filed or answered: the other side hears of that too.</summary>
    public static void Tell(Uptake uptake, string news, UsageReport report, Caller? caller, string? reason, TradingDb db, DateTimeOffset now)
    {
        db.Publish(FixedTermFacts.Of(uptake, news, reason, now));
        db.Audit(caller, "uptake", uptake.Id.Value, news.ToLowerInvariant().Replace('_', '-'), uptake.State.ToString(), uptake.State.ToString(), reason,
            report, "permanent");
    }

    private static string Action(UptakeState state) => state switch
    {
        UptakeState.Trial => "accepted",
        UptakeState.PayDue => "price-reckoned",
        UptakeState.GuaranteeClaim => "guarantee-claimed",
        _ => state.ToString().ToLowerInvariant(),
    };
}
