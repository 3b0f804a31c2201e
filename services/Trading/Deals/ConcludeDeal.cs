using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Copies;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Deals;

/// <summary>
/// The last step of an agreement: its notice passed, or it needed none. Runs inside the transaction that holds the achievement
/// and the negotiation; a deal per negotiation is also a unique index. What can no longer lead to a deal lapses.
/// </summary>
static class ConcludeDeal
{
    public static async Task Of(
        Negotiation negotiation, PriceNotice? notice, KnownAchievement achievement, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var terms = negotiation.Agreed!.Terms;
        var from = negotiation.State;
        negotiation.Conclude(now);
        var deal = Deal.Conclude(
            new DealId(Guid.CreateVersion7()), await db.NextNumber("JY", ct), notice?.Subject.PricingMode ?? "NEGOTIATED", negotiation.Id, notice?.Id,
            negotiation.AchievementId, negotiation.AchievementNumber, negotiation.AchievementTitle, negotiation.DemandId,
            await Seller(achievement, db, ct), await Buyer(negotiation.Buyer, db, ct), terms, notice?.Contents.RelatedParty ?? false,
            await Leads.Of(db, negotiation, ct), now);
        db.Deals.Add(deal);
        db.Publish(new DealConcluded(
            deal.Id.Value, deal.Number, negotiation.Id.Value, notice?.Id.Value, deal.PricingMode, deal.AchievementId, deal.AchievementNumber,
            deal.AchievementTitle, achievement.FieldCode, achievement.PublicSummary, achievement.IpRights, deal.DemandId, deal.Seller, deal.Buyer,
            deal.Terms, deal.RelatedParty, deal.LeadIds, now));
        db.Audit(null, "negotiation", negotiation.Id.Value, "deal-concluded", from.ToString(), negotiation.State.ToString(), deal.Number);
        db.Audit(null, "deal", deal.Id.Value, "concluded", data: deal, retention: "permanent");
        if (TermSheet.IsExclusive(terms)) await EndOthers(negotiation.AchievementId, negotiation.Id, db, now, ct);
    }

    /// <summary>A sale's result passed its notice: the deal of the transferee that talks or bidding found.</summary>
    public static async Task OfSale(
        Sale sale, Negotiation? negotiation, PriceNotice notice, KnownAchievement achievement, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var result = sale.Result!;
        var party = sale.PartyOf(result.PartyId);
        negotiation?.Conclude(now);
        var leads = await Leads.Of(db, party.OrganisationId, sale.AchievementId, party.RegisteredAt!.Value, ct);
        var deal = Deal.Conclude(
            new DealId(Guid.CreateVersion7()), await db.NextNumber("JY", ct), result.PricingMode, negotiation?.Id, notice.Id, sale.AchievementId,
            sale.Subject.AchievementNumber, sale.Subject.AchievementTitle, null, await Seller(achievement, db, ct), await Buyer(party.Party, db, ct), result.Terms,
            notice.Contents.RelatedParty, leads, now, sale.Id);
        db.Deals.Add(deal);
        sale.Conclude(deal.Id.Value, now);
        db.Publish(new DealConcluded(
            deal.Id.Value, deal.Number, negotiation?.Id.Value, notice.Id.Value, deal.PricingMode, deal.AchievementId, deal.AchievementNumber,
            deal.AchievementTitle, achievement.FieldCode, achievement.PublicSummary, achievement.IpRights, null, deal.Seller, deal.Buyer, deal.Terms,
            deal.RelatedParty, deal.LeadIds, now));
        // After the deal, so that nobody sees the achievement free in between.
        db.PublishChange(sale, null, rules, now);
        db.Audit(null, "sale", sale.Id.Value, "deal-concluded", nameof(SaleState.ResultNotice), sale.State.ToString(), deal.Number, retention: "permanent");
        db.Audit(null, "deal", deal.Id.Value, "concluded", data: deal, retention: "permanent");
        if (TermSheet.IsExclusive(result.Terms)) await EndOthers(sale.AchievementId, negotiation?.Id, db, now, ct);
    }

    /// <summary>
    /// A taker of a fixed-term offer keeps what it used, or gave notice of an open licence. The notice of the price formula is the offer's,
    /// one for all its deals. Needs the lock of the achievement.
    /// </summary>
    public static async Task OfUptake(
        DealId id, Uptake uptake, DealTerms terms, PriceNotice? notice, KnownAchievement achievement, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var leads = await Leads.Of(db, uptake.TakerId, uptake.AchievementId, uptake.AppliedAt, ct);
        var deal = Deal.Conclude(
            id, await db.NextNumber("JY", ct), FixedTermNotices.PricingModeOf(uptake.Kind), null, notice?.Id, uptake.AchievementId, uptake.Subject.AchievementNumber,
            uptake.Subject.AchievementTitle, null, await Seller(achievement, db, ct), await Buyer(uptake.Taker, db, ct), terms, uptake.Application.RelatedParty, leads,
            now, uptake: uptake.Id);
        db.Deals.Add(deal);
        db.Publish(new DealConcluded(
            deal.Id.Value, deal.Number, null, notice?.Id.Value, deal.PricingMode, deal.AchievementId, deal.AchievementNumber, deal.AchievementTitle,
            achievement.FieldCode, achievement.PublicSummary, achievement.IpRights, null, deal.Seller, deal.Buyer, deal.Terms, deal.RelatedParty, deal.LeadIds, now));
        db.Audit(null, "deal", deal.Id.Value, "concluded", data: deal, retention: "permanent");
        if (TermSheet.IsExclusive(terms)) await EndOthers(uptake.AchievementId, null, db, now, ct);
    }

    /// <summary>Talks on the same achievement that can no longer lead to a deal lapse.</summary>
    private static async Task EndOthers(Guid achievementId, NegotiationId? winner, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var others = await db.Negotiations.Where(n => n.AchievementId == achievementId && n.Id != winner && !NegotiationSteps.Closed.Contains(n.State))
            .OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(ct);
        foreach (var id in others)
        {
            var other = (await db.LockNegotiation(id, ct))!;
            if (!other.Allows(NegotiationStep.Lapse)) continue;
            var from = other.State;
            other.Lapse(SystemReasons.SoldToAnother, null, now);
            db.Publish(EndedFact.Of(other));
            db.Audit(null, "negotiation", id.Value, "lapsed", from.ToString(), other.State.ToString(), SystemReasons.ForAudit(other.Ending!));
        }
    }

    private static async Task<DealParty> Seller(KnownAchievement achievement, TradingDb db, CancellationToken ct) =>
        await Known(achievement.OwnerId, db, ct) ?? new DealParty(achievement.OwnerId, achievement.OwnerName, achievement.OwnerKind, null, null, achievement.AreaCode);

    private static async Task<DealParty> Buyer(DealParty asPresented, TradingDb db, CancellationToken ct) =>
        await Known(asPresented.OrganisationId, db, ct) ?? asPresented;

    private static async Task<DealParty?> Known(Guid id, TradingDb db, CancellationToken ct) =>
        await db.KnownOrganisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is { } known
            ? new DealParty(id, known.Name, known.Kind, known.CreditCode, known.PartyNature, known.AreaCode)
            : null;
}
