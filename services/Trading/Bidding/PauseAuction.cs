using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Bidding;

/// <summary>The market stops the clock because of a fault; everybody reads why.</summary>
static class PauseAuction
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 4)] string Reason);

    public static async Task<NoContent> Handle(AuctionId id, Request request, Caller caller, BiddingWriter writer)
    {
        caller.RequireBureau(Roles.Reviewer);
        await writer.Submit(
            id,
            (auction, at) =>
            {
                auction.Pause(request.Reason.Trim(), at);
                return true;
            },
            auction => new HandMove(auction, caller, EntryKind.Paused, request.Reason.Trim()));
        return TypedResults.NoContent();
    }
}
