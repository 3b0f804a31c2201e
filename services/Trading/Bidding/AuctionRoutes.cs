using TechMarket.Platform.Web;

namespace TechMarket.Trading.Bidding;

/// <summary>The URLs of the bidding rooms, below <c>/api/trading</c>.</summary>
static class AuctionRoutes
{
    public static void Map(RouteGroupBuilder x)
    {
        x.MapGet("/auctions", ListAuctions.Handle).AllowAnonymous();
        x.MapGet("/auctions/by-number/{number}", GetAuction.ByNumber).AllowAnonymous().Refuses(AuctionProblems.AuctionNotFound);
        var one = x.MapGroup("/auctions/{id}");
        one.MapGet("", GetAuction.Handle).AllowAnonymous().Refuses(AuctionProblems.AuctionNotFound);
        one.MapGet("/log", GetLog.Handle).AllowAnonymous().Refuses(AuctionProblems.AuctionNotFound);
        one.MapGet("/log.json", ExportLog.Handle).AllowAnonymous().Refuses(AuctionProblems.AuctionNotFound);
        one.MapGet("/live", WatchAuction.Handle).AllowAnonymous().Refuses(AuctionProblems.AuctionNotFound);
        one.MapPut("/bids/{bidId:guid}", PlaceBid.Handle).Refuses(
        [
            .. AuctionProblems.Bidding, AuctionProblems.AmountOrLimit, AuctionProblems.CurrencyDiffers, AuctionProblems.BidTooLow, AuctionProblems.BidTooHigh,
            AuctionProblems.BidOffLadder, AuctionProblems.ConfirmationNeeded, AuctionProblems.SealedOnce, AuctionProblems.NoProxyHere,
        ]);
        one.MapPut("/matches/{bidId:guid}", MatchTopBid.Handle)
            .Refuses([.. AuctionProblems.Bidding, AuctionProblems.NoPriority, AuctionProblems.NothingToMatch, AuctionProblems.Outranked]);
        one.MapPost("/pause", PauseAuction.Handle).Refuses(AuctionProblems.AuctionNotFound, AuctionProblems.WrongStep);
        one.MapPost("/resume", ResumeAuction.Handle).Refuses(AuctionProblems.AuctionNotFound, AuctionProblems.WrongStep);
        one.MapPost("/cancel", CancelAuction.Handle).Refuses(AuctionProblems.AuctionNotFound, AuctionProblems.WrongStep);
    }
}
