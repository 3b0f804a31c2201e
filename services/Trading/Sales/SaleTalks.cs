using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>Talks with the only qualified party of a sale: the announced terms bind both, the price may only go up.</summary>
static class SaleTalks
{
    /// <summary>Refuses an offer below the base price or for something else than was announced.</summary>
    public static void Check(SaleTerms announced, DealTerms offer)
    {
        var transfer = announced.Transfer;
        if ((offer.Category, offer.LicenceExclusivity, offer.PaymentMode) != (transfer.Category, transfer.LicenceExclusivity, transfer.PaymentMode))
            throw Problems.TermsNotAsAnnounced.With(("category", transfer.Category), ("licenceExclusivity", transfer.LicenceExclusivity), ("paymentMode", transfer.PaymentMode));
        if (offer.Price.Currency != announced.BasePrice.Currency || offer.Price < announced.BasePrice)
            throw Problems.BelowBasePrice.With(("basePrice", announced.BasePrice));
    }

    /// <summary>They agreed: the result is announced. Hold the negotiation's lock.</summary>
    public static async Task Agreed(Negotiation negotiation, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var sale = (await db.LockSale(negotiation.SaleId!.Value, ct))!;
        var party = sale.Current.Single(p => p.TakesPart && p.OrganisationId == negotiation.BuyerId);
        sale.Settle(SaleStep.AgreeTalks, new SaleResult(
            party.Id, party.OrganisationId, party.Name, negotiation.Agreed!.Terms, "LISTING", negotiation.Id.Value, null, false, now));
        db.PublishChange(sale, null, rules, now);
        db.Audit(null, "sale", sale.Id.Value, "agreed", nameof(SaleState.Negotiating), sale.State.ToString(), negotiation.Number, sale.Result, "permanent");
        await SaleNotices.Publish(sale, null, db, rules, now, ct);
    }

    /// <summary>They ended without agreement: the seller decides what follows. Hold the negotiation's lock.</summary>
    public static async Task Ended(Negotiation negotiation, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        if (negotiation.SaleId is not { } id || await db.LockSale(id, ct) is not { State: SaleState.Negotiating } sale || sale.NegotiationId != negotiation.Id.Value) return;
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        sale.FailTalks(decideBy, now);
        await db.SetDeadline(DecideSale.Kind, id.Value, decideBy, ct);
        db.PublishChange(sale, SaleReasons.TalksFailed, rules, now);
        db.Audit(null, "sale", id.Value, "talks-failed", nameof(SaleState.Negotiating), sale.State.ToString(), negotiation.Number, retention: "5y");
    }
}
