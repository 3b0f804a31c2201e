using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Deals;
using TechMarket.Trading.FixedTerm;

namespace TechMarket.Trading.Sales;

/// <summary>
/// A contract that was never signed by all is void: what it bound is free again. Of a sale's deal, the transferee is in default when
/// it ended the contract itself, or did not sign in the region's time.
/// </summary>
sealed class OnContractEnded(TradingDb db, RegionProfile profile, TimeProvider clock) : IReaction<ContractEnded>
{
    public async Task React(ContractEnded fact, CancellationToken ct)
    {
        if (fact.Outcome != "VOID") return;
        var dealId = new DealId(fact.DealId);
        if (await db.Deals.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dealId, ct) is not { } deal) return;
        var now = clock.GetUtcNow();
        await db.LockAchievement(deal.AchievementId, ct);
        if (deal.NegotiationId is { } talks && await db.LockNegotiation(talks, ct) is not null) await db.ReleaseClaim(talks.Value, now, ct);
        if (deal.UptakeId is { } uptake) await FallThrough(uptake, await InDefault(deal, fact, ct), now, ct);
        if (deal.SaleId is not { } id || await db.LockSale(id, ct) is not { State: SaleState.Concluded } sale || sale.DealId != fact.DealId) return;
        var rules = profile.At(now);
        var inDefault = await InDefault(deal, fact, ct);
        var reason = inDefault ? SaleReasons.Defaulted : SaleReasons.ContractVoid;
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        sale.FallThrough(inDefault, decideBy, now);
        await db.SetDeadline(DecideSale.Kind, id.Value, decideBy, ct);
        db.PublishChange(sale, reason, rules, now);
        db.Audit(null, "sale", id.Value, inDefault ? "defaulted" : "fell-through", nameof(SaleState.Concluded), sale.State.ToString(), reason, retention: "permanent");
    }

    private async Task<bool> InDefault(Deal deal, ContractEnded fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        var signBy = profile.At(deal.ConcludedAt).ContractSigningPeriod.EndFrom(deal.ConcludedAt, WorkingCalendar.China);
        var signed = progress.Signatures.Any(s => s.By == deal.Buyer.Name);
        return fact.EndedByOrganisationId == deal.BuyerId || (!signed && fact.EndedAt >= signBy);
    }

    /// <summary>The deal of a fixed-term offer came to nothing: its place is free again.</summary>
    private async Task FallThrough(UptakeId id, bool inDefault, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.LockCourse(id, ct) is not (var uptake, var offer) || !uptake.Allows(UptakeStep.FallThrough)) return;
        var before = UptakeCourse.Now(uptake);
        uptake.FallThrough(inDefault, now);
        await UptakeCourse.Follow(uptake, before, offer, null, db, profile.At(now), now, ct);
    }
}
