using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Web;
using TechMarket.Rules;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>A party's deposit is in the market's hands; the last one that was waited for lets the sale go on.</summary>
sealed class OnSaleDepositHeld(TradingDb db, Bidding.AuctionVault vault, RegionProfile profile, TimeProvider clock) : IReaction<DepositHeld>
{
    public async Task React(DepositHeld fact, CancellationToken ct)
    {
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is not { } sale) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (!sale.HoldDeposit(fact.DepositId, fact.HeldAt, now)) return;
        db.Audit(null, "sale", fact.SaleId, "deposit-held", sale.State.ToString(), sale.State.ToString(), data: new { fact.DepositId, fact.Amount }, retention: "5y");
        if (sale.State == SaleState.ClosedForRegistration) await SaleCourse.GoOn(sale, db, vault, rules, now, ct);
        else db.PublishParties(sale, rules, now);
    }
}

/// <summary>A deposit left the market's hands; the party and the seller see it.</summary>
sealed class OnSaleDepositSettled(TradingDb db) : IReaction<DepositSettled>
{
    public async Task React(DepositSettled fact, CancellationToken ct)
    {
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is { } sale) sale.NoteDepositOutcome(fact.DepositId, fact.Outcome);
    }
}

/// <summary>The bidding is over: its result is announced, or the seller decides what follows.</summary>
sealed class OnSaleAuctionClosed(TradingDb db, RegionProfile profile, TimeProvider clock) : IReaction<AuctionClosed>
{
    public async Task React(AuctionClosed fact, CancellationToken ct)
    {
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is not { State: SaleState.Bidding } sale || sale.AuctionId != fact.AuctionId) return;
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (fact is { Outcome: "SOLD", WinnerId: { } winner, Price: { } price })
        {
            var party = sale.Current.Single(p => p.TakesPart && p.OrganisationId == winner);
            var terms = sale.Announced!.Terms.Transfer.At(price);
            sale.Settle(SaleStep.EndBidding, new SaleResult(
                party.Id, winner, party.Name, terms, sale.Mode == SaleMode.Auction ? "AUCTION" : "ONLINE_BIDDING", null, fact.AuctionId, fact.ByPriority, fact.ClosedAt));
            db.PublishChange(sale, null, rules, now);
            await SaleNotices.Publish(sale, null, db, rules, now, ct);
        }
        else
        {
            await FailedBidding.Of(sale, fact.Outcome == "UNDER_RESERVE" ? SaleWait.UnderReserve : SaleWait.NoBid, db, rules, now, ct);
        }
        db.Audit(null, "sale", fact.SaleId, "bidding-ended", nameof(SaleState.Bidding), sale.State.ToString(), fact.Outcome, fact, "permanent");
    }
}

/// <summary>The bidding was cancelled before it found a price: the seller decides what follows.</summary>
sealed class OnSaleAuctionChanged(TradingDb db, RegionProfile profile, TimeProvider clock) : IReaction<AuctionChanged>
{
    public async Task React(AuctionChanged fact, CancellationToken ct)
    {
        if (fact.Status != "CANCELLED") return;
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is not { State: SaleState.Bidding } sale || sale.AuctionId != fact.AuctionId) return;
        var now = clock.GetUtcNow();
        await FailedBidding.Of(sale, SaleWait.BiddingCancelled, db, profile.At(now), now, ct);
        db.Audit(null, "sale", fact.SaleId, "bidding-cancelled", nameof(SaleState.Bidding), sale.State.ToString(), fact.Reason, retention: "5y");
    }
}

/// <summary>Bidding that led to nobody.</summary>
static class FailedBidding
{
    public static async Task Of(Sale sale, SaleWait why, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        sale.FailBidding(why, decideBy, now);
        await db.SetDeadline(DecideSale.Kind, sale.Id.Value, decideBy, ct);
        db.PublishChange(sale, Sale.Code(why), rules, now);
    }
}

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
        if (deal.NegotiationId is { } talks && await db.LockNegotiation(talks, ct) is not null) await db.ReleaseClaim(talks, now, ct);
        if (deal.SaleId is not { } id || await db.LockSale(id, ct) is not { State: SaleState.Concluded } sale || sale.DealId != fact.DealId) return;
        var rules = profile.At(now);
        var progress = await db.ProgressOf(fact.DealId, ct);
        var signBy = profile.At(deal.ConcludedAt).ContractSigningPeriod.EndFrom(deal.ConcludedAt, WorkingCalendar.China);
        var signed = progress.Signatures.Any(s => s.By == deal.Buyer.Name);
        var inDefault = fact.EndedByOrganisationId == deal.BuyerId || (!signed && fact.EndedAt >= signBy);
        var reason = inDefault ? SaleReasons.Defaulted : SaleReasons.ContractVoid;
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        sale.FallThrough(inDefault, decideBy, now);
        await db.SetDeadline(DecideSale.Kind, id.Value, decideBy, ct);
        db.PublishChange(sale, reason, rules, now);
        db.Audit(null, "sale", id.Value, inDefault ? "defaulted" : "fell-through", nameof(SaleState.Concluded), sale.State.ToString(), reason, retention: "permanent");
    }
}
