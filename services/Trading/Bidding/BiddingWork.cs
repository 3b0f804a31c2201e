namespace TechMarket.Trading.Bidding;

/// <summary>Something to be decided on one auction, in the order it arrived.</summary>
abstract class BiddingWork(AuctionId id, DateTimeOffset at)
{
    public AuctionId Id => id;

    /// <summary>Arrival at the server: the time that counts.</summary>
    public DateTimeOffset At => at;

    /// <summary>Who moved it by hand, when somebody did.</summary>
    public HandMove? Move { get; protected set; }

    /// <summary>Decides again from the start: a group that lost its guard is decided anew.</summary>
    public abstract void Decide(Auction auction);

    public abstract void Refuse(Exception refusal);

    /// <summary>Answers, after the commit.</summary>
    public abstract void Answer();

    public void Fail(Exception failure)
    {
        Refuse(failure);
        Answer();
    }
}

sealed class BiddingWork<T>(AuctionId id, DateTimeOffset at, Func<Auction, DateTimeOffset, T> decide, Func<Auction, HandMove>? move) : BiddingWork(id, at)
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? decided;
    private Exception? refused;

    public Task<T> Answered => answer.Task;

    public override void Decide(Auction auction)
    {
        (decided, refused, Move) = (default, null, null);
        decided = decide(auction, At);
        Move = move?.Invoke(auction);
    }

    public override void Refuse(Exception refusal) => refused = refusal;

    public override void Answer()
    {
        if (refused is not null) answer.TrySetException(refused);
        else answer.TrySetResult(decided!);
    }
}
