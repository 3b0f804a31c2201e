using TechMarket.Platform.Problems;

namespace TechMarket.Trading.Bidding;

/// <summary>Every refusal of the bidding room.</summary>
static class AuctionProblems
{
    public static readonly Problem AuctionNotFound = new("trading/auction-not-found", 404, "There is no such auction.");
    public static readonly Problem RulesInvalid = new("trading/auction-rules-invalid", 409, "The rules do not describe an auction; correct the one named.");
    public static readonly Problem WrongStep = new("trading/auction-wrong-state", 409, "The auction is not at a point where this is possible.");
    public static readonly Problem NotOpen = new("trading/auction-not-open", 409, "The auction takes no bids now.");
    public static readonly Problem Ended = new("trading/auction-ended", 409, "The auction is over; the bid arrived too late.");
    public static readonly Problem Paused = new("trading/auction-paused", 409, "The auction is paused; the time lost is given back.");

    public static readonly Problem SellerMayNotBid = new("trading/seller-may-not-bid", 409, "The seller does not bid on its own sale.");
    public static readonly Problem AuctioneerMayNotBid = new("trading/auctioneer-may-not-bid", 409, "The auction house does not bid in its own auction.");
    public static readonly Problem NotQualified = new("trading/bidder-not-qualified", 409, "Only qualified bidders of this sale may bid.");
    public static readonly Problem DepositMissing = new("trading/deposit-missing", 409, "Your deposit is not held by the market; pay it before you bid.");

    public static readonly Problem BidIdReused = new("trading/bid-id-reused", 409, "This id already stands for another bid; use a new one.");
    public static readonly Problem BidTooLow = new("trading/bid-too-low", 409, "The bid is below the lowest one possible now.");
    public static readonly Problem BidOffLadder = new("trading/bid-off-ladder", 409, "A bid is the top price plus whole steps.");
    public static readonly Problem BidTooHigh = new("trading/bid-too-high", 409, "A bid is below 1 000 000 000 000.");
    public static readonly Problem ConfirmationNeeded = new("trading/bid-confirmation-needed", 409, "A bid this high is taken only when it is confirmed.");
    public static readonly Problem AlreadyLeading = new("trading/already-leading", 409, "Your organisation holds the top bid.");
    public static readonly Problem SealedOnce = new("trading/sealed-bid-given", 409, "Your organisation has given its sealed bid; it cannot be changed.");
    public static readonly Problem SealedBidNeeded = new("trading/sealed-bid-missing", 409, "Only those who gave a sealed bid bid on.");
    public static readonly Problem NoProxyHere = new("trading/proxy-not-possible", 409, "A bid up to a limit is possible while the price ascends.");
    public static readonly Problem AmountOrLimit = new("trading/amount-or-limit", 400, "Send either the amount or the limit.");
    public static readonly Problem CurrencyDiffers = new("trading/auction-currency", 409, "The auction is held in another currency.");

    public static readonly Problem NoPriority = new("trading/no-priority-right", 409, "Your organisation has no right of first refusal in this auction.");
    public static readonly Problem NothingToMatch = new("trading/nothing-to-match", 409, "There is no top bid to match.");
    public static readonly Problem Outranked = new("trading/priority-outranked", 409, "The top bid is held by somebody whose right ranks before yours.");

    public static readonly Problem[] Bidding =
    [
        AuctionNotFound, NotOpen, Ended, Paused, SellerMayNotBid, AuctioneerMayNotBid, NotQualified, DepositMissing, BidIdReused, AlreadyLeading,
        SealedBidNeeded, PlatformProblems.NotVerified, PlatformProblems.OrganisationNeeded,
    ];
}
