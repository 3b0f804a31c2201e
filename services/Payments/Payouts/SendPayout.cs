using TechMarket.Payments.Providers;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Payments.Payouts;

/// <summary>Hands a released payout to the provider. Asked again after a crash, the provider sends it once: the payout's id is the key.</summary>
sealed class SendPayout(PaymentsDb db, PayoutDesk payouts, IEnumerable<IOnlineProvider> providers, TimeProvider clock) : IDeadline
{
    public const string Deadline = "send-payout";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var payout = await db.LockPayout(new PayoutId(subjectId), ct);
        if (payout.State != PayoutState.Released) return;
        var provider = providers.Single(p => p.Code == payout.Provider);
        var sent = await provider.Send(payout, ct);
        if (sent.Done) await payouts.Execute(payout, sent.Reference, ChinaTime.DayOf(clock.GetUtcNow()), null, ct);
    }
}
