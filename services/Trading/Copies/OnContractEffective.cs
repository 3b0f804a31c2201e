using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Deals;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Copies;

/// <summary>All parties signed: the negotiation is won.</summary>
sealed class OnContractEffective(TradingDb db, RegionProfile profile, TimeProvider clock) : IReaction<ContractEffective>
{
    public async Task React(ContractEffective fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        (progress.ContractId, progress.ContractNumber, progress.EffectiveAt) = (fact.ContractId, fact.Number, fact.EffectiveAt);
        progress.ContractAmount = fact.ContractAmount.Amount;
        var dealId = new DealId(fact.DealId);
        var deal = await db.Deals.SingleOrDefaultAsync(d => d.Id == dealId, ct);
        if (deal is null) return;
        await db.LockAchievement(deal.AchievementId, ct);
        if (deal.NegotiationId is { } talks) await Win(deal, talks, fact, ct);
        if (deal.SaleId is { } sale) await Fulfil(sale, fact, ct);
        if (deal.UptakeId is { } uptake) await Settle(uptake, fact, ct);
    }

    private async Task Win(Deal deal, NegotiationId id, ContractEffective fact, CancellationToken ct)
    {
        var talks = (await db.LockNegotiation(id, ct))!;
        if (!talks.Allows(NegotiationStep.Win)) return;
        var from = talks.State;
        talks.Win(clock.GetUtcNow());
        // An exclusive right is gone for good; a further licence may follow a non-exclusive one.
        if (!TermSheet.IsExclusive(deal.Terms)) await db.ReleaseClaim(id.Value, clock.GetUtcNow(), ct);
        db.Audit(null, "negotiation", id.Value, "won", from.ToString(), talks.State.ToString(), fact.Number);
    }

    /// <summary>What was used under a fixed-term offer is licensed or assigned now.</summary>
    private async Task Settle(UptakeId id, ContractEffective fact, CancellationToken ct)
    {
        if (await db.LockCourse(id, ct) is not (var uptake, var offer) || uptake.Fulfilled) return;
        var now = clock.GetUtcNow();
        uptake.Fulfil(now);
        db.Audit(null, "uptake", id.Value, "fulfilled", uptake.State.ToString(), uptake.State.ToString(), fact.Number, retention: "permanent");
        await FixedTermClaims.Review(offer, db, now, ct);
    }

    /// <summary>The transferee of a sale has signed: its deposit counts towards the price.</summary>
    private async Task Fulfil(SaleId id, ContractEffective fact, CancellationToken ct)
    {
        if (await db.LockSale(id, ct) is not { } sale || sale.DealId != fact.DealId) return;
        var now = clock.GetUtcNow();
        sale.Fulfil(now);
        db.PublishParties(sale, profile.At(now), now);
        db.Audit(null, "sale", id.Value, "fulfilled", sale.State.ToString(), sale.State.ToString(), fact.Number, retention: "permanent");
    }
}
