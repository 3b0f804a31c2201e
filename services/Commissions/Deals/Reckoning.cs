using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Earnings;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Deals;

/// <summary>
/// Brings a deal's commission up to what is known: locks it once everybody has consented, and enters what the events heard so far
/// have earned. Run after every fact and every consent, it comes to the same in whatever order they arrive.
/// </summary>
sealed class Reckoning(CommissionsDb db, RegionProfile profile, TimeProvider clock)
{
    /// <summary>Needs the deal's lock, and what was changed before to be saved.</summary>
    public async Task Run(Guid dealId, CancellationToken ct)
    {
        db.RequireTransaction();
        if (await db.FindCommission(c => c.DealId == dealId, ct) is not { } commission) return;
        var events = await db.DealEvents.AsNoTracking().Where(e => e.DealId == dealId).ToListAsync(ct);
        var ended = events.Find(e => e.Kind == DealEventKind.Ended);
        if (ended is { Outcome: "VOID" }) Cancel(commission);
        else await Lock(commission, ct);
        if (commission.Status is CommissionStatus.Proposed or CommissionStatus.Agreed or CommissionStatus.Cancelled || !commission.InYuan) return;
        var causes = commission.Earnings.Select(e => e.Cause).ToHashSet(StringComparer.Ordinal);
        var earned = (commission.Earnings.Sum(e => e.Amount.Amount), commission.Payouts.Where(p => p.PayerId == commission.BuyerId).Sum(p => p.Amount.Amount));
        foreach (var due in EarningLedger.Due(commission.Schedule, commission.EarnEvent, events, causes, earned)) Earn(commission, due);
        if (ended is not null) commission.EndEarning();
    }

    private async Task Lock(Commission commission, CancellationToken ct)
    {
        if (commission.Status != CommissionStatus.Proposed) return;
        var lead = await db.Leads.SingleAsync(l => l.Id == commission.LeadId, ct);
        if (!lead.Binds()) return;
        commission.Agree();
        commission.LockLead(clock.GetUtcNow());
        db.Audit(null, "commission", commission.Id.Value, "lock-lead", "PROPOSED", "LEAD_LOCKED", data: new { lead.Number, lead.RecordHash });
    }

    private void Cancel(Commission commission)
    {
        if (commission.Status is not (CommissionStatus.Proposed or CommissionStatus.Agreed or CommissionStatus.LeadLocked)) return;
        var from = commission.Status;
        commission.Cancel();
        db.Audit(null, "commission", commission.Id.Value, "cancel", from.Code(), "CANCELLED", "contract void", retention: "permanent");
    }

    private void Earn(Commission commission, DueEarning due)
    {
        var now = clock.GetUtcNow();
        var from = commission.Status;
        var earning = commission.Earn(Guid.CreateVersion7(now), due, profile.At(due.Event.At).Withholding, now);
        db.Earnings.Add(earning);
        db.Audit(
            null, "commission", commission.Id.Value, "earn", from.Code(), commission.Status.Code(), earning.Cause,
            new { earning.Id, earning.Amount, Parts = earning.Payouts.Select(p => new { p.BrokerId, p.PayerId, p.Amount }) }, "permanent");
        if (earning.Amount.Amount == 0) return;
        foreach (var payable in Payables.Since(commission, earning.Payouts, now)) db.Publish(payable);
        var shares = commission.Brokers.Select(b => new CommissionShare(
            b.BrokerId, b.BrokerName, b.BasisPoints, Money.Yuan(earning.Payouts.Where(p => p.BrokerId == b.BrokerId).Sum(p => p.Amount.Amount)))).ToList();
        db.Publish(new CommissionEarned(
            commission.Id.Value, commission.Number, commission.DealId, due.Event.ContractId,
            commission.Title, commission.PayerIds, earning.Amount, shares, earning.EarnedAt));
    }
}
