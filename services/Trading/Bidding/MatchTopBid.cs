using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Bidding;

/// <summary>A holder of a right of first refusal takes the top price (DOMAIN 1.6): it wins unless somebody bids higher.</summary>
static class MatchTopBid
{
    public static async Task<Ok<PlaceBid.Response>> Handle(AuctionId id, Guid bidId, Caller caller, BiddingWriter writer)
    {
        var party = caller.Require(Roles.Purchaser).RequireVerified().OrganisationId;
        var taken = await writer.Submit(id, (auction, at) => (auction.Match(bidId, party, at), auction.Rules.Currency));
        return TypedResults.Ok(PlaceBid.Answer(taken.Item1, taken.Currency));
    }
}
