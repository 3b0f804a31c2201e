using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Platform.Messaging;

namespace TechMarket.Payments.Escrows;

/// <summary>A deal may get an escrow: its parties and milestones are kept.</summary>
sealed class OnDealConcluded(PaymentsDb db, TimeProvider clock) : IReaction<DealConcluded>
{
    public async Task React(DealConcluded fact, CancellationToken ct)
    {
        await db.LockSubject(fact.DealId, ct);
        var escrow = await db.Escrows.SingleOrDefaultAsync(e => e.Id == fact.DealId, ct);
        if (escrow is null) db.Escrows.Add(escrow = Escrow.Expected(fact.DealId, clock.GetUtcNow()));
        escrow.Hear(fact);
    }
}

/// <summary>The contract is in effect: the buyer may pay in, by the milestones that were signed.</summary>
sealed class OnContractEffective(PaymentsDb db, TimeProvider clock) : IReaction<ContractEffective>
{
    public async Task React(ContractEffective fact, CancellationToken ct)
    {
        await db.LockSubject(fact.DealId, ct);
        var escrow = await db.Escrows.SingleOrDefaultAsync(e => e.Id == fact.DealId, ct);
        if (escrow is null) db.Escrows.Add(escrow = Escrow.Expected(fact.DealId, clock.GetUtcNow()));
        escrow.Hear(fact);
    }
}

/// <summary>The parties confirmed a payment of their own: what goes through the market is that much less.</summary>
sealed class OnContractPaymentConfirmed(PaymentsDb db, TimeProvider clock) : IReaction<ContractPaymentConfirmed>
{
    public async Task React(ContractPaymentConfirmed fact, CancellationToken ct)
    {
        // A release of ours comes back as a payment of the contract under the release's id.
        if (await db.Entries.AnyAsync(e => e.Cause == EscrowCause.Release(fact.PaymentId), ct)) return;
        await db.LockSubject(fact.DealId, ct);
        var escrow = await db.Escrows.SingleOrDefaultAsync(e => e.Id == fact.DealId, ct);
        if (escrow is null) db.Escrows.Add(escrow = Escrow.Expected(fact.DealId, clock.GetUtcNow()));
        escrow.NotePaidDirectly(fact.PaymentId, fact.Amount.Amount);
    }
}

/// <summary>The contract ended: bills nobody paid are taken back.</summary>
sealed class OnContractEnded(PaymentsDb db, TimeProvider clock) : IReaction<ContractEnded>
{
    public async Task React(ContractEnded fact, CancellationToken ct)
    {
        await db.LockSubject(fact.DealId, ct);
        var escrow = await db.Escrows.SingleOrDefaultAsync(e => e.Id == fact.DealId, ct);
        if (escrow is null) db.Escrows.Add(escrow = Escrow.Expected(fact.DealId, clock.GetUtcNow()));
        escrow.Hear(fact);
        if (escrow.State != EscrowState.Ended) return;
        foreach (var bill in await db.Bills.Where(b => b.SubjectId == fact.DealId && b.State == BillState.Open).ToListAsync(ct))
        {
            bill.Cancel(fact.Outcome, clock.GetUtcNow());
            escrow.Unbill(bill.Milestone!.Value, await db.ReceivedFor(bill.Id, ct));
        }
    }
}

/// <summary>What an entry of an escrow was caused by.</summary>
static class EscrowCause
{
    public static string Release(Guid releaseId) => $"release:{releaseId}";
}
