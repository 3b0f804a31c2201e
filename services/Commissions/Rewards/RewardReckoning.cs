using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>Divides what was received so far and is not divided yet. Run after every payment and when a plan takes effect, it comes to the same.</summary>
sealed class RewardReckoning(CommissionsDb db, RegionProfile profile, TimeProvider clock)
{
    /// <summary>Needs the deal's lock, and what was changed before to be saved.</summary>
    public async Task Run(Guid dealId, CancellationToken ct)
    {
        db.RequireTransaction();
        if (await db.RewardPlans.SingleOrDefaultAsync(p => p.DealId == dealId && p.Status == RewardPlanStatus.Effective, ct) is not { } plan) return;
        var booked = await db.RewardReceipts.Include(r => r.Dues).Where(r => r.PlanId == plan.Id).ToListAsync(ct);
        var divided = booked.Select(r => r.PaymentId).ToList();
        var payments = await db.DealEvents.AsNoTracking()
            .Where(e => e.DealId == dealId && e.Kind == DealEventKind.Paid && !divided.Contains(e.CauseId)).OrderBy(e => e.At).ThenBy(e => e.CauseId).ToListAsync(ct);
        foreach (var payment in payments.Where(p => p.Amount!.Currency == plan.Contract.Amount.Currency))
        {
            var now = clock.GetUtcNow();
            var payBy = ChinaTime.DayOf(payment.At).AddMonths(profile.At(payment.At).AwardPaymentMonths);
            var receipt = plan.Book(
                Guid.CreateVersion7(now), payment.CauseId, payment.Amount!, booked, payBy, () => Guid.CreateVersion7(now), payment.At, now);
            booked.Add(receipt);
            db.RewardReceipts.Add(receipt);
            db.Audit(
                null, "reward-plan", plan.Id.Value, "book", "EFFECTIVE", "EFFECTIVE", payment.Cause,
                new { receipt.Id, receipt.Received, receipt.Net, Parts = receipt.Dues.Select(d => new { d.Place, d.Amount }) }, "permanent");
        }
    }
}
