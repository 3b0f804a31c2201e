using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Leads;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Deals;

/// <summary>
/// The first lead that covers the deal gets its commission. If none does, but a broker had brought the parties together, the deal is
/// flagged for it as a claim candidate.
/// </summary>
sealed class OnDealConcluded(CommissionsDb db, Reckoning reckoning, TimeProvider clock) : IReaction<DealConcluded>
{
    public async Task React(DealConcluded fact, CancellationToken ct)
    {
        await db.LockPair(fact.Buyer.OrganisationId, fact.AchievementId, ct);
        await db.LockDeal(fact.DealId, ct);
        if (await db.Deals.AnyAsync(d => d.Id == fact.DealId, ct)) return;
        var deal = new Deal(fact);
        db.Deals.Add(deal);
        var leads = await db.Leads
            .Where(l => l.BuyerId == deal.BuyerId && (l.SellerId == deal.SellerId || l.AchievementId == deal.AchievementId))
            .OrderBy(l => l.RecordedAt).ToListAsync(ct);
        var lead = leads.Find(l => l.AchievementId == deal.AchievementId && l.Covers(deal.ConcludedAt));
        if (lead is not null) await Attach(deal, lead, ct);
        else Flag(deal, leads);
        await db.SaveChangesAsync(ct);
        await reckoning.Run(deal.Id, ct);
    }

    private async Task Attach(Deal deal, Lead lead, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mandate = await db.Mandates.SingleAsync(m => m.Id == lead.MandateId, ct);
        var number = await db.NextNumber("YJ", ct);
        var commission = Commission.Propose(new CommissionId(Guid.CreateVersion7(now)), number, deal, lead, mandate, now);
        db.Commissions.Add(commission);
        db.Audit(null, "commission", commission.Id.Value, "propose", to: "PROPOSED", data: new { deal.Number, Lead = lead.Number, Mandate = mandate.Number }, retention: "permanent");
    }

    private void Flag(Deal deal, List<Lead> leads)
    {
        foreach (var lead in leads.Where(l => l.MayClaim(deal.ConcludedAt)).DistinctBy(l => l.MandateId))
        {
            var ground = lead.AchievementId == deal.AchievementId ? ClaimGround.SameAchievement : ClaimGround.OtherAchievement;
            var claim = new Claim(Guid.CreateVersion7(clock.GetUtcNow()), lead.Id.Value, lead.Number, lead.BrokerIds, deal, ground, clock.GetUtcNow());
            db.Claims.Add(claim);
            db.Audit(null, "claim", claim.Id, "flag", data: new { deal.Number, Lead = lead.Number, ground });
        }
    }
}
