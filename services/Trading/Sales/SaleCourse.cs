using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>What follows by itself once registration is closed: nobody, one party, or several. Runs under the sale's lock.</summary>
static class SaleCourse
{
    /// <summary>Goes on if everybody is decided on, or the time to decide is over.</summary>
    public static async Task GoOn(Sale sale, TradingDb db, AuctionVault vault, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var from = sale.State;
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        if (sale.Resolve(decideBy, now) is not { } taking)
        {
            db.PublishParties(sale, rules, now);
            return;
        }
        if (taking.Count == 0) await db.SetDeadline(DecideSale.Kind, sale.Id.Value, decideBy, ct);
        else if (taking.Count == 1) await OpenTalks(sale, taking[0], db, rules, now, ct);
        else await OpenBidding(sale, taking, db, vault, now, ct);
        db.PublishChange(sale, taking.Count == 0 ? SaleReasons.NobodyQualified : null, rules, now);
        db.Audit(null, "sale", sale.Id.Value, "resolved", from.ToString(), sale.State.ToString(), $"{taking.Count} 家合格意向方", taking.Select(p => p.Id.Value), "5y");
    }

    private static async Task OpenTalks(Sale sale, SaleParty party, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var negotiation = Negotiation.OpenForSale(
            new NegotiationId(Guid.CreateVersion7()), await db.NextNumber("QT", ct), sale.Id, sale.AchievementId, sale.Subject.AchievementNumber,
            sale.Subject.AchievementTitle, sale.SellerId, sale.Subject.SellerName, party.Party, party.Nda, now);
        db.Negotiations.Add(negotiation);
        sale.BeginTalks(negotiation.Id.Value, now);
        var leads = await Copies.Leads.Of(db, negotiation, ct);
        db.Publish(new NegotiationOpened(
            negotiation.Id.Value, negotiation.Number, negotiation.AchievementId, negotiation.AchievementTitle, negotiation.SellerId, negotiation.SellerName,
            negotiation.BuyerId, negotiation.BuyerName, null, leads, now, sale.Id.Value));
        db.Audit(null, "negotiation", negotiation.Id.Value, "opened", null, negotiation.State.ToString(), sale.Number);
        await db.SetDeadline(StallNegotiation.Kind, negotiation.Id.Value, rules.NegotiationStallPeriod.EndFrom(now, WorkingCalendar.China), ct);
    }

    private static async Task OpenBidding(Sale sale, IReadOnlyList<SaleParty> bidders, TradingDb db, AuctionVault vault, DateTimeOffset now, CancellationToken ct)
    {
        var (code, bidding) = (sale.Announced!.Terms.Auction?.House.CreditCode, bidders.Select(b => b.OrganisationId).ToList());
        var houseId = code is null ? null : await db.KnownOrganisations.Where(o => o.CreditCode == code && !bidding.Contains(o.Id)).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct);
        var auction = await Auctions.Schedule(db, BiddingOf.Spec(sale, bidders, SaleReserve.Open(sale, vault), houseId, now), vault, now, ct);
        sale.BeginBidding(auction.Id.Value, now);
    }
}
