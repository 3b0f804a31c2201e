using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Bidding;

/// <summary>
/// The safety net below the writer's own timer: opens, ends and closes an auction that no process has in memory. The writer never
/// touches this deadline; it is armed again here until the auction is over.
/// </summary>
sealed class AdvanceAuction(BiddingWriter writer, TradingDb db, TimeProvider clock) : IDeadline
{
    public const string Kind = "auction-advance";
    private static readonly TimeSpan WhilePaused = TimeSpan.FromMinutes(1);

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var (over, due) = await writer.Submit(new AuctionId(subjectId), (auction, _) => (auction.IsOver, auction.DueAt));
        if (!over) await db.SetDeadline(Kind, subjectId, due ?? clock.GetUtcNow() + WhilePaused, ct);
    }
}
