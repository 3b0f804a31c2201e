using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Ledger;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Escrows;

/// <summary>The buyer wants to pay a milestone into escrow: a bill with a reference code, less what an applied deposit covers.</summary>
static class BillMilestone
{
    public static async Task<Ok<GetEscrow.Response>> Handle(
        Guid id, int number, Caller caller, PaymentsDb db, BillDesk bills, Journal journal, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var escrow = await EscrowAccess.LockForBuyer(db, id, caller, ct);
        // Asked for twice: the bill that is open.
        if (escrow.Milestones.FirstOrDefault(m => m.Number == number) is not { State: MilestoneState.Billed })
        {
            var billId = new BillId(Guid.CreateVersion7(now));
            var open = escrow.Bill(number, billId, now);
            if (open > 0) db.Bills.Add(Bill.ForMilestone(billId, await bills.NextCode(ct), escrow, number, escrow.Of(open), now));
            db.Audit(caller, "escrow", id, "bill-milestone", "OPEN", open > 0 ? "BILLED" : "PAID_IN", data: new { number, open }, retention: "permanent");
            await db.SaveChangesAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetEscrow.Show(escrow, caller, db, journal, ct));
    }
}
