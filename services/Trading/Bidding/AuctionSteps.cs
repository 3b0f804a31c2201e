namespace TechMarket.Trading.Bidding;

enum AuctionState
{
    Scheduled,
    Open,
    Paused,
    Closed,
    Cancelled,
}

/// <summary>What an open auction is taking.</summary>
enum AuctionPhase
{
    None,

    /// <summary>Sealed bids.</summary>
    Sealed,

    /// <summary>Ascending bids.</summary>
    Ascending,

    /// <summary>Whoever takes the falling price.</summary>
    Falling,

    /// <summary>Only priority holders, who may match.</summary>
    PriorityCall,
}

/// <summary>What moves an auction.</summary>
enum AuctionStep
{
    Open,
    Bid,
    Match,
    Pause,
    Resume,
    Close,
    Cancel,
}

/// <summary>The state machine; what is not listed is refused.</summary>
static class AuctionSteps
{
    private static readonly Dictionary<AuctionStep, AuctionState[]> From = new()
    {
        [AuctionStep.Open] = [AuctionState.Scheduled],
        [AuctionStep.Bid] = [AuctionState.Open],
        [AuctionStep.Match] = [AuctionState.Open],
        [AuctionStep.Pause] = [AuctionState.Open],
        [AuctionStep.Resume] = [AuctionState.Paused],
        [AuctionStep.Close] = [AuctionState.Open],
        // Before the start, or after a fault that cannot be mended: what runs is paused first.
        [AuctionStep.Cancel] = [AuctionState.Scheduled, AuctionState.Paused],
    };

    public static readonly AuctionState[] Over = [AuctionState.Closed, AuctionState.Cancelled];

    public static bool Allows(AuctionStep step, AuctionState state) => From[step].Contains(state);
}
