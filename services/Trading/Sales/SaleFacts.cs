using TechMarket.Messages;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The facts about a sale, in their one form.</summary>
static class SaleFacts
{
    /// <summary>The sale reached another state: says so, and what that did to its parties.</summary>
    public static void PublishChange(this TradingDb db, Sale sale, string? reason, RuleSet rules, DateTimeOffset now)
    {
        var terms = sale.Announced?.Terms ?? sale.Terms;
        // Terms that are written anew are back with the seller, whatever sent them there.
        var status = sale.State is SaleState.Draft ? nameof(SaleState.Returned).ToUpperInvariant() : sale.State.Name();
        db.Publish(new SaleChanged(
            sale.Id.Value, sale.Version, sale.Number, sale.Mode.Name(), sale.AchievementId, sale.Subject.AchievementNumber, sale.Subject.AchievementTitle,
            sale.SellerId, sale.Subject.SellerName, status, terms.BasePrice, terms.Bidding.Method.Name(), sale.EndsAt ?? sale.DecideBy, reason, now));
        db.PublishParties(sale, rules, now);
    }

    /// <summary>What happened to parties, their deposits and their access since it was said last.</summary>
    public static void PublishParties(this TradingDb db, Sale sale, RuleSet rules, DateTimeOffset now)
    {
        var (moved, settled, closed) = sale.TakeNews();
        foreach (var party in moved)
        {
            db.Publish(new SalePartyChanged(
                sale.Id.Value, sale.Number, sale.Subject.AchievementTitle, sale.SellerId, party.OrganisationId, party.Name, party.State.Name(),
                party.LeaveReason ?? party.Qualification?.Reason, now));
        }
        foreach (var party in settled)
        {
            var decision = party.DepositDecision!.Value;
            db.Publish(new DepositDecided(
                party.DepositId!.Value, sale.Id.Value, party.OrganisationId, decision.Name(), decision == DepositDecision.Apply ? sale.DealId : null,
                ReasonOf(sale, party), rules.DepositRefundPeriod.EndFrom(now, WorkingCalendar.China), now));
        }
        foreach (var party in closed)
        {
            db.Publish(new NegotiationEnded(
                party.Id.Value, sale.Number, sale.AchievementId, sale.Subject.AchievementTitle, sale.SellerId, party.OrganisationId, null, "LAPSED", null,
                party.LeaveReason, false, null, now, sale.Id.Value));
        }
    }

    private static string ReasonOf(Sale sale, SaleParty party) => party.DepositDecision switch
    {
        DepositDecision.Apply => $"{sale.Number} 合同生效，保证金抵作价款",
        DepositDecision.Forfeit => $"{sale.Number} 受让方违约，保证金不予退还",
        _ => $"{sale.Number} {(party.State == SalePartyState.Refused ? "资格审查未通过" : "未成为受让方")}，保证金退还",
    };
}
