using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Copies;

/// <summary>All parties signed: the negotiation is won.</summary>
sealed class OnContractEffective(TradingDb db, TimeProvider clock) : IReaction<ContractEffective>
{
    public async Task React(ContractEffective fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        (progress.ContractId, progress.ContractNumber, progress.EffectiveAt) = (fact.ContractId, fact.Number, fact.EffectiveAt);
        progress.ContractAmount = fact.ContractAmount.Amount;
        var dealId = new DealId(fact.DealId);
        var deal = await db.Deals.SingleOrDefaultAsync(d => d.Id == dealId, ct);
        if (deal?.NegotiationId is not { } id) return;
        await db.LockAchievement(deal.AchievementId, ct);
        var talks = (await db.LockNegotiation(id, ct))!;
        if (!talks.Allows(NegotiationStep.Win)) return;
        var from = talks.State;
        talks.Win(clock.GetUtcNow());
        // An exclusive right is gone for good; a further licence may follow a non-exclusive one.
        if (!TermSheet.IsExclusive(deal.Terms)) await db.ReleaseClaim(id, clock.GetUtcNow(), ct);
        db.Audit(null, "negotiation", id.Value, "won", from.ToString(), talks.State.ToString(), fact.Number);
    }
}
