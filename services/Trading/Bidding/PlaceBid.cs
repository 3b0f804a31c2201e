using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Bidding;

/// <summary>A bidder bids an amount, or lets the market bid step by step up to a secret limit. The bidder names the bid: sending it twice is one bid.</summary>
static class PlaceBid
{
    /// <param name="Amount">What is bid; in a Dutch auction the most the price may be when it is taken.</param>
    /// <param name="Limit">Instead of the amount: the secret limit.</param>
    /// <param name="Confirm">The bidder confirmed a bid above the announced mark.</param>
    public sealed record Request(Money? Amount = null, Money? Limit = null, bool Confirm = false);

    /// <param name="Seq">The entry of the log it became; null for a limit behind a leading bid.</param>
    /// <param name="Shown">What the log shows; null for a sealed bid.</param>
    /// <param name="Leading">It led right after it was taken.</param>
    public sealed record Response(
        Guid BidId, string Kind, string Code, long? Seq, Money? Shown, bool Leading, Money? Top, DateTimeOffset? EndsAt, DateTimeOffset At);

    public static async Task<Ok<Response>> Handle(AuctionId id, Guid bidId, Request request, Caller caller, BiddingWriter writer)
    {
        var party = caller.Require(Roles.Purchaser).RequireVerified().OrganisationId;
        var (money, isLimit) = request switch
        {
            { Amount: { } amount, Limit: null } => (amount, false),
            { Amount: null, Limit: { } limit } => (limit, true),
            _ => throw AuctionProblems.AmountOrLimit.Now(),
        };
        var bid = new BidCommand(bidId, party, money.Amount, isLimit, request.Confirm, AuctionVault.NewSalt());
        var taken = await writer.Submit(id, (auction, at) => (auction.Place(InCurrency(auction, money, bid), at), auction.Rules.Currency));
        return TypedResults.Ok(Answer(taken.Item1, taken.Currency));
    }

    internal static Response Answer(BidRecord bid, string currency)
    {
        Money? Priced(decimal? amount) => amount is { } known ? new Money(known, currency) : null;
        return new Response(
            bid.Id, Negotiations.GetNegotiation.Code(bid.Kind), bid.Code, bid.Seq, Priced(bid.Shown), bid.Leading, Priced(bid.TopAfter), bid.EndsAfter, bid.At);
    }

    private static BidCommand InCurrency(Auction auction, Money money, BidCommand bid) =>
        money.Currency == auction.Rules.Currency ? bid : throw AuctionProblems.CurrencyDiffers.With(("currency", auction.Rules.Currency));
}
