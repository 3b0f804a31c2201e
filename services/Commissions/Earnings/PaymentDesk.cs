using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Earnings;

/// <summary>Who notes payments: the finance people of a bureau, or of the organisation that pays.</summary>
static class PaymentDesk
{
    public static bool IsBureauFinance(Caller caller) => caller.OrganisationKind == OrganisationKinds.Bureau && caller.Has(Roles.Finance);

    public static bool MayPay(Payout payout, Caller caller) =>
        caller.Has(Roles.Finance) && (caller.OrganisationKind == OrganisationKinds.Bureau || payout.PayerId == caller.Organisation);

    /// <summary>The commission of a payout, locked against everybody else who would change what it owes.</summary>
    public static async Task<(Commission Commission, Payout Payout)> Lock(CommissionsDb db, Guid payoutId, CancellationToken ct)
    {
        var dealId = await (from payout in db.Payouts
                            join commission in db.Commissions on payout.CommissionId equals commission.Id
                            where payout.Id == payoutId
                            select (Guid?)commission.DealId).SingleOrDefaultAsync(ct) ?? throw Problems.PayoutNotFound.Now();
        await db.LockDeal(dealId, ct);
        var found = await db.FindCommission(c => c.DealId == dealId, ct) ?? throw Problems.PayoutNotFound.Now();
        return (found, found.Payouts.Single(p => p.Id == payoutId));
    }

    /// <summary>The same for a commission the caller may see.</summary>
    public static async Task<Commission> Lock(CommissionsDb db, CommissionId id, Caller caller, CancellationToken ct)
    {
        var dealId = await db.Commissions.Where(c => c.Id == id).Select(c => (Guid?)c.DealId).SingleOrDefaultAsync(ct) ?? throw Problems.CommissionNotFound.Now();
        await db.LockDeal(dealId, ct);
        var commission = await db.FindCommission(c => c.Id == id, ct);
        return commission is not null && GetCommission.MaySee(commission, caller) ? commission : throw Problems.CommissionNotFound.Now();
    }
}
