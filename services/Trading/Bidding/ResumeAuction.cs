using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Bidding;

/// <summary>The fault is mended: the clock goes on and the lost time is given back.</summary>
static class ResumeAuction
{
    public static async Task<NoContent> Handle(AuctionId id, Caller caller, BiddingWriter writer)
    {
        caller.RequireBureau(Roles.Reviewer);
        await writer.Submit(
            id,
            (auction, at) =>
            {
                auction.Resume(at);
                return true;
            },
            auction => new HandMove(auction, caller, EntryKind.Resumed, null));
        return TypedResults.NoContent();
    }
}
