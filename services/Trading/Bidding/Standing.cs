using TechMarket.Messages;

namespace TechMarket.Trading.Bidding;

/// <summary>A code and the best it has bid in the open.</summary>
public sealed record BidderPlace(string Code, Money Amount);

/// <summary>Where an auction stands, as everybody may see it: no identities, no secrets.</summary>
/// <param name="Seq">The last entry of the log this includes.</param>
/// <param name="Minimum">The lowest next bid; in a Dutch auction the price now.</param>
/// <param name="NextPriceAt">Dutch: when the price falls next.</param>
/// <param name="Timed">The timed period has begun: bids near the end move it.</param>
/// <param name="RemainingSeconds">Only while paused: the time that will be given back.</param>
/// <param name="QuickBids">Amounts the room offers as buttons while the price ascends.</param>
/// <param name="Ranking">The best twenty codes, best first.</param>
public sealed record Standing(
    long Seq, string LogHash, string State, string Phase, Money? Top, string? Leader, bool LeadsByMatch, Money? Minimum, Money? Step,
    DateTimeOffset? NextPriceAt, DateTimeOffset OpensAt, DateTimeOffset? EndsAt, DateTimeOffset? FreeEndsAt, bool Timed, long? RemainingSeconds, int Extensions,
    int BidCount, string? Reason, string? Outcome, DateTimeOffset? EndedAt, IReadOnlyList<Money> QuickBids, IReadOnlyList<BidderPlace> Ranking, DateTimeOffset ServerTime)
{
    internal static Standing Of(Auction auction, DateTimeOffset now)
    {
        var takesBids = !auction.IsOver && auction.Phase != AuctionPhase.PriorityCall;
        Money Priced(decimal amount) => new(amount, auction.Rules.Currency);
        return new Standing(
            auction.Seq, auction.Hash, Negotiations.GetNegotiation.Code(auction.State), Negotiations.GetNegotiation.Code(auction.Phase),
            auction.Top is { } top ? Priced(top) : null, auction.Leader, auction.LeadsByMatch, takesBids ? Priced(auction.MinimumAt(now)) : null,
            takesBids && auction.StepNow is { } step ? Priced(step) : null, auction.NextPriceAt(now), auction.OpensAt, auction.EndsAt, auction.FreeEndsAt,
            auction is { State: AuctionState.Open, Phase: AuctionPhase.Ascending } && now >= auction.FreeEndsAt,
            auction is { PausedAt: { } paused, EndsAt: { } ends } ? (long)(ends - paused).TotalSeconds : null, auction.Extensions, auction.BidCount,
            auction.Reason, auction.Outcome, auction.EndedAt, [.. auction.QuickBids().Select(Priced)], [.. auction.Ranking().Take(20).Select(p => new BidderPlace(p.Code, Priced(p.Amount)))], now);
    }
}
