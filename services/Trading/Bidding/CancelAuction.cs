using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Bidding;

/// <summary>The market ends an auction without a result, before its start or while it is paused; everybody reads why.</summary>
static class CancelAuction
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 4)] string Reason);

    public static async Task<NoContent> Handle(AuctionId id, Request request, Caller caller, BiddingWriter writer)
    {
        caller.RequireBureau(Roles.Reviewer);
        await writer.Submit(
            id,
            (auction, at) =>
            {
                auction.Cancel(request.Reason.Trim(), at);
                return true;
            },
            auction => new HandMove(auction, caller, EntryKind.Cancelled, request.Reason.Trim()));
        return TypedResults.NoContent();
    }
}
