using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Platform.Messaging;

namespace TechMarket.Payments.Deposits;

/// <summary>A party owes a bid deposit: a bill with a reference code is open for it.</summary>
sealed class OnDepositDemanded(PaymentsDb db, BillDesk bills, TimeProvider clock) : IReaction<DepositDemanded>
{
    public async Task React(DepositDemanded fact, CancellationToken ct)
    {
        await db.LockSubject(fact.DepositId, ct);
        var deposit = await db.Deposits.SingleOrDefaultAsync(d => d.Id == fact.DepositId, ct);
        if (deposit is { State: not DepositState.Unknown }) return;
        var now = clock.GetUtcNow();
        var bill = Bill.ForDeposit(new BillId(Guid.CreateVersion7(now)), await bills.NextCode(ct), fact, now);
        if (deposit is null) db.Deposits.Add(Deposit.Demanded(fact, bill.Id));
        else if (!deposit.Demand(fact, bill.Id)) bill.Cancel("decided before", now);
        db.Bills.Add(bill);
    }
}
