using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Messaging;

namespace TechMarket.Payments.Bills;

/// <summary>A broker's part of a commission can be paid: its payer gets a bill.</summary>
sealed class OnCommissionPayable(PaymentsDb db, BillDesk bills, TimeProvider clock) : IReaction<CommissionPayable>
{
    public async Task React(CommissionPayable fact, CancellationToken ct)
    {
        if (fact.Amount.Amount <= 0) return;
        await db.LockSubject(fact.PayoutId, ct);
        if (await db.Bills.AnyAsync(b => b.SubjectId == fact.PayoutId, ct)) return;
        var now = clock.GetUtcNow();
        db.Bills.Add(Bill.ForCommission(new BillId(Guid.CreateVersion7(now)), await bills.NextCode(ct), fact, now));
    }
}

/// <summary>The payer paid the broker itself: nothing is expected any more, and what came in for it goes back.</summary>
sealed class OnCommissionPaid(PaymentsDb db, Journal journal, PayoutDesk payouts, TimeProvider clock) : IReaction<CommissionPaid>
{
    public async Task React(CommissionPaid fact, CancellationToken ct)
    {
        if (fact.PayoutId is not { } part) return;
        await db.LockSubject(part, ct);
        var bill = await db.Bills.SingleOrDefaultAsync(b => b.SubjectId == part, ct);
        if (bill is null) return;
        if (bill.State == BillState.Paid) await Redirect(bill, part, ct);
        if (!bill.Cancel("paid directly", clock.GetUtcNow())) return;
        var received = await db.ReceivedFor(bill.Id, ct);
        if (received == 0) return;
        await payouts.Raise(
            new PayoutOrder(
                PayoutKind.Surplus, $"commission-surplus:{part}", part, bill.Target, bill.PayerId, bill.PayerName, new Money(received, bill.Amount.Currency),
                $"{bill.SubjectNumber} {bill.Code}"),
            null, ct);
    }

    /// <summary>The payer paid the market and the broker: what has not left yet goes back to the payer.</summary>
    private async Task Redirect(Bill bill, Guid part, CancellationToken ct)
    {
        var cause = $"commission:{part}";
        var payout = await db.Payouts.SingleAsync(p => p.Cause == cause, ct);
        if (payout.State is not (PayoutState.Raised or PayoutState.Prepared)) return;
        if (bill.Withheld is { Amount: > 0 } tax)
            await journal.Book(Booking.Move(EntryKind.TaxKept, $"tax-back:{bill.Id}", bill.SubjectNumber, null, AccountKey.TaxWithheld(tax.Currency), bill.Target, tax), null, ct);
        payout.Redirect(bill.PayerId, bill.PayerName, bill.Amount);
        db.Audit(null, "payout", payout.Id.Value, "redirect", reason: "paid directly", data: new { payout.Number, bill.PayerId, bill.Amount }, retention: "permanent");
    }
}
