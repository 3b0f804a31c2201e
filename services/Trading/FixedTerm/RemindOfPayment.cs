using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The time to conclude the deal is nearly over.</summary>
sealed class RemindOfPayment(TradingDb db, TimeProvider clock) : IDeadline
{
    public const string Kind = "uptake-payment-reminder";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        if (await db.LockUptake(new UptakeId(subjectId), ct) is not { State: UptakeState.PayDue, PayBy: { } due } uptake) return;
        var now = clock.GetUtcNow();
        RemindTaker.Say(uptake, new Reminder(ReminderMatter.PaymentDue, due, now), db, now);
    }
}
