using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Earnings;

/// <summary>The market paid a broker's part out of its account: it is paid, by that reference, and nobody types it.</summary>
sealed class OnCommissionPaidOut(CommissionsDb db, TimeProvider clock) : IReaction<CommissionPaidOut>
{
    /// <summary>Nobody's: the market's own bookkeeping recorded it.</summary>
    private static readonly Guid Market = Guid.Empty;

    public async Task React(CommissionPaidOut fact, CancellationToken ct)
    {
        if (!await db.Payouts.AnyAsync(p => p.Id == fact.PayoutId, ct)) throw new InvalidOperationException("The part that was paid out is not known here.");
        var (commission, payout) = await PaymentDesk.Lock(db, fact.PayoutId, ct);
        var now = clock.GetUtcNow();
        var payment = commission.Pay(payout, Guid.CreateVersion7(now), fact.Amount, fact.BankReference, fact.PaidOn, Market, now);
        if (payment is null) return;
        db.Payments.Add(payment);
        db.Publish(new CommissionPaid(
            commission.Id.Value, commission.Number, commission.DealId, payout.BrokerId, payout.BrokerName, payment.Amount, payment.BankReference, commission.IsSettled, now,
            payout.Id));
        db.Audit(null, "payout", payout.Id, "pay", "PAYABLE", "PAID", fact.BankReference, fact, "permanent");
    }
}
