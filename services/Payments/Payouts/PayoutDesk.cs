using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Ledger;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Payouts;

/// <summary>Orders payouts and says what follows when one has left.</summary>
sealed class PayoutDesk(PaymentsDb db, Journal journal, TimeProvider clock)
{
    /// <summary>Orders a payout. Every booking of this transaction comes before: the number series of payouts is locked after the ledger's.</summary>
    public async Task<Payout> Raise(PayoutOrder order, Caller? by, CancellationToken ct, PayoutId? id = null)
    {
        var now = clock.GetUtcNow();
        var receiver = order.Receiver;
        if (receiver is null && order.PayeeId is { } payee)
            receiver = (await db.PartyAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.PartyId == payee, ct))?.Details;
        var payout = Payout.Raise(
            id ?? new PayoutId(Guid.CreateVersion7(now)), await db.NextNumber("FK", ct), order with { Receiver = receiver }, by, now);
        db.Payouts.Add(payout);
        db.Audit(by, "payout", payout.Id.Value, "raise", null, "RAISED", order.Purpose, new { payout.Number, payout.Amount, payout.Cause }, "permanent");
        return payout;
    }

    /// <summary>A released payout has left: it is booked, and whoever waits for it is told.</summary>
    public async Task Execute(Payout payout, string reference, DateOnly executedOn, Caller? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        payout.Execute(reference, executedOn, now);
        await journal.Book(
            Booking.Move(EntryKind.PaidOut, $"payout:{payout.Id}", $"{payout.Number} {payout.PayeeName}", reference, payout.From, payout.Place, payout.Amount), by, ct);
        db.Audit(by, "payout", payout.Id.Value, "execute", "RELEASED", "EXECUTED", data: new { payout.Number, payout.Amount, reference }, retention: "permanent");
        if (payout.Kind == PayoutKind.DepositReturn) await DepositReturned(payout, by, now, ct);
        if (payout.Kind == PayoutKind.Commission)
        {
            var bill = await db.Bills.AsNoTracking().SingleAsync(b => b.SubjectId == payout.SubjectId && b.State == Bills.BillState.Paid, ct);
            db.Publish(new CommissionPaidOut(payout.SubjectId, bill.SubjectNumber, bill.HolderId, bill.Amount, reference, executedOn, now));
        }
    }

    private async Task DepositReturned(Payout payout, Caller? by, DateTimeOffset now, CancellationToken ct)
    {
        // A part that was returned because the sale decided before the rest came settles nothing.
        var deposit = await db.Deposits.SingleAsync(d => d.Id == payout.SubjectId, ct);
        if (deposit.State != DepositState.Returning) return;
        deposit.Settle("RETURNED", payout.Reference!, now);
        db.Publish(new DepositSettled(deposit.Id, deposit.SaleId, deposit.PartyId, "RETURNED", payout.Amount, payout.Reference!, now));
        db.Audit(by, "deposit", deposit.Id, "settle", "RETURNING", "SETTLED", "RETURNED", new { payout.Number, payout.Reference }, "permanent");
    }
}
