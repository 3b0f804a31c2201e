using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>Tells the taker what comes and both sides what is overdue. Armed again by itself until the course is over.</summary>
sealed class RemindTaker(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "uptake-reminder";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        if (await db.LockUptake(new UptakeId(subjectId), ct) is not { } uptake) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        foreach (var reminder in Reminders.Of(uptake, rules.FixedTermOffers).Where(r => r.At <= now && (uptake.RemindedUpTo is not { } last || r.At > last)))
            if (reminder.Stands(uptake, rules.FixedTermOffers)) Say(uptake, reminder, db, now);
        uptake.Remind(now);
        await Arm(uptake, db, rules, now, ct);
    }

    /// <summary>The next reminder there could be; none once nothing runs any more.</summary>
    public static async Task Arm(Uptake uptake, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        if (!uptake.Reporting && uptake.State is not (UptakeState.Trial or UptakeState.Triggered)) return;
        if (Reminders.Of(uptake, rules.FixedTermOffers).FirstOrDefault(r => r.At > now) is { } next) await db.SetDeadline(Kind, uptake.Id.Value, next.At, ct);
    }

    public static void Say(Uptake uptake, Reminder reminder, TradingDb db, DateTimeOffset now)
    {
        db.Publish(new UptakeReminded(
            uptake.Id.Value, uptake.Number, uptake.Subject.AchievementTitle, uptake.SellerId, uptake.Subject.SellerName, uptake.TakerId, uptake.Taker.Name,
            reminder.Matter.Name(), reminder.DueAt, now));
        db.Audit(null, "uptake", uptake.Id.Value, "reminded", uptake.State.ToString(), uptake.State.ToString(), reminder.Matter.Name());
    }
}
