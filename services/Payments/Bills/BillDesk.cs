using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Payouts;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Providers;

namespace TechMarket.Payments.Bills;

/// <summary>Counts received money towards bills and says what follows when one is paid.</summary>
sealed class BillDesk(PaymentsDb db, Journal journal, PayoutDesk payouts, TimeProvider clock)
{
    /// <summary>The next reference code. Needs a transaction.</summary>
    public async Task<string> NextCode(CancellationToken ct) => ReferenceCode.Of(await db.NextInSeries("bill", ct));

    /// <summary>Counts a movement towards a bill; what is beyond it goes back to the sender. The bill's subject and the movement are locked.</summary>
    public async Task Count(Movement movement, Bill bill, Caller? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = await db.ReceivedFor(bill.Id, ct);
        var share = bill.Share(movement.Amount, before);
        movement.MatchTo(bill.Id, share, by, now);
        await journal.Book(
            Booking.Move(
                EntryKind.Allotted, $"allot:{movement.Id}", $"{bill.SubjectNumber} {bill.Code}", movement.Reference, AccountKey.Unallocated(movement.Amount.Currency),
                bill.Target, share),
            by, ct);
        if (before + share.Amount == bill.Amount.Amount) await Paid(bill, by, now, ct);
        if (movement.Amount > share) await ReturnSurplus(movement, bill, movement.Amount - share, by, ct);
    }

    private async Task Paid(Bill bill, Caller? by, DateTimeOffset now, CancellationToken ct)
    {
        bill.Pay(now);
        switch (bill.Purpose)
        {
            case BillPurpose.Deposit:
                var deposit = await db.Deposits.SingleAsync(d => d.Id == bill.SubjectId, ct);
                deposit.Hold(now);
                db.Publish(new DepositHeld(deposit.Id, deposit.SaleId, deposit.PartyId, bill.Amount, now));
                db.Audit(by, "deposit", deposit.Id, "hold", "AWAITED", "HELD", data: new { bill.Code, bill.Amount }, retention: "permanent");
                break;
            case BillPurpose.Milestone:
                var escrow = await db.Escrows.SingleAsync(e => e.Id == bill.SubjectId, ct);
                escrow.PayIn(bill.Milestone!.Value, now);
                db.Audit(by, "escrow", escrow.Id, "pay-in", "BILLED", "PAID_IN", data: new { bill.Milestone, bill.Code, bill.Amount }, retention: "permanent");
                break;
            case BillPurpose.Commission:
                await PayBroker(bill, by, ct);
                break;
        }
    }

    /// <summary>The payer's money is the broker's, less an individual's income tax.</summary>
    private async Task PayBroker(Bill bill, Caller? by, CancellationToken ct)
    {
        var net = bill.Amount;
        if (bill.Withheld is { Amount: > 0 } tax)
        {
            await journal.Book(
                Booking.Move(EntryKind.TaxKept, $"tax:{bill.Id}", bill.SubjectNumber, null, bill.Target, AccountKey.TaxWithheld(bill.Amount.Currency), tax), by, ct);
            net -= tax;
        }
        await payouts.Raise(
            new PayoutOrder(PayoutKind.Commission, $"commission:{bill.SubjectId}", bill.SubjectId, bill.Target, bill.HolderId, bill.HolderName, net, bill.SubjectNumber), by, ct);
    }

    private async Task ReturnSurplus(Movement movement, Bill bill, Money surplus, Caller? by, CancellationToken ct) =>
        await payouts.Raise(
            new PayoutOrder(
                PayoutKind.Surplus, $"surplus:{movement.Id}", movement.Id.Value, AccountKey.Unallocated(surplus.Currency), bill.PayerId, movement.CounterpartyName ?? bill.PayerName,
                surplus, $"{bill.SubjectNumber} {bill.Code}", Receiver: Sender.Of(movement), Provider: movement.Provider,
                RefundOf: movement.Provider == ProviderCode.Stripe ? movement.Reference : null),
            by, ct);
}
