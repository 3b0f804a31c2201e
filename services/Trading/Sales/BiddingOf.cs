using TechMarket.Messages;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Sales;

/// <summary>From the announced plan of a sale to the auction among its bidders.</summary>
static class BiddingOf
{
    public static AuctionRules Rules(SaleTerms terms)
    {
        var plan = terms.Bidding;
        var falls = plan.Method == BiddingMethod.Dutch;
        return new AuctionRules(
            Enum.Parse<AuctionType>(plan.Method.ToString()), falls ? plan.CeilingPrice ?? terms.BasePrice : terms.BasePrice,
            [.. plan.Steps.Select(s => new IncrementBand(s.From, s.Step))], plan.FreeMinutes * 60, plan.TimedMinutes * 60, plan.SealedMinutes * 60,
            plan.ExtensionSeconds, plan.ExtensionSeconds, null, plan.Decrement, plan.IntervalSeconds, falls ? terms.BasePrice : null, plan.PriorityMinutes * 60, 2);
    }

    /// <param name="houseId">The auction house, where it is an organisation of the market: it does not bid (拍卖法 22).</param>
    public static AuctionSpec Spec(Sale sale, IReadOnlyList<SaleParty> bidders, Money? reserve, Guid? houseId, DateTimeOffset now)
    {
        var terms = sale.Announced!.Terms;
        return new AuctionSpec(
            sale.Id.Value, sale.Number, sale.SellerId, sale.AchievementId, sale.Subject.AchievementTitle, Rules(terms), reserve,
            now.AddMinutes(terms.Bidding.LeadMinutes), [.. bidders.Select(p => new AuctionBidder(p.OrganisationId, p.Name, p.DepositId!.Value))],
            [
                .. from party in bidders
                   where party.PriorityRank is not null
                   orderby party.PriorityRank
                   select new Bidding.PriorityHolder(party.OrganisationId, party.PriorityRank!.Value, terms.Priorities.First(p => p.Rank == party.PriorityRank).Basis),
            ],
            houseId);
    }
}
