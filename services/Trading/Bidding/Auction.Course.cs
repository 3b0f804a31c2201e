namespace TechMarket.Trading.Bidding;

/// <summary>What happens by the clock, and by the market's hand.</summary>
sealed partial class Auction
{
    /// <summary>A start this much late keeps its announced time; later than that the periods run from the moment it opens.</summary>
    private static readonly TimeSpan LateStart = TimeSpan.FromSeconds(10);

    /// <summary>When something happens by itself; null while nothing does.</summary>
    public DateTimeOffset? DueAt => State switch
    {
        AuctionState.Scheduled => OpensAt,
        AuctionState.Open => EndsAt,
        _ => null,
    };

    /// <summary>Lets everything happen that is due by now. The clock decides, not who looks: what is due happened at its due time.</summary>
    /// <param name="open">Opens the reserve price; asked for at the close only.</param>
    public void Advance(DateTimeOffset now, Func<SealedReserve, OpenedReserve> open)
    {
        while (DueAt is { } due && now >= due)
        {
            if (State == AuctionState.Scheduled) Begin(now - due > LateStart ? Milliseconds(now) : due);
            else if (Phase == AuctionPhase.Sealed) OpenSealedBids(due);
            else Close(due, open);
        }
    }

    /// <summary>Stops the clock because of a fault, for a reason everybody reads.</summary>
    public void Pause(string reason, DateTimeOffset at)
    {
        Require(AuctionStep.Pause);
        Append(at, EntryKind.Paused, e => e with { Reason = CanonicalJson.WellFormed(reason) });
    }

    /// <summary>Goes on; what was lost is given back to the second.</summary>
    public void Resume(DateTimeOffset at)
    {
        Require(AuctionStep.Resume);
        Append(at, EntryKind.Resumed, e => e with { EndsAt = EndsAt + (e.At - PausedAt) });
    }

    /// <summary>
    /// Nobody could bid while the market itself stood still: that time is given back as after any fault, and the log says so. What had ended
    /// before stays ended; a start within it is a late start.
    /// </summary>
    public void GiveBack(Outage outage)
    {
        var since = Forwards(Milliseconds(outage.Since));
        var until = Milliseconds(outage.Until);
        if (State != AuctionState.Open || EndsAt <= since || until <= since) return;
        Pause(Interrupted, since);
        Resume(until);
    }

    /// <summary>Ends without a result, for a reason everybody reads: before the start, or while paused.</summary>
    public void Cancel(string reason, DateTimeOffset at)
    {
        Require(AuctionStep.Cancel);
        Append(at, EntryKind.Cancelled, e => e with { Reason = CanonicalJson.WellFormed(reason) });
    }

    /// <summary>The best bid of every code that has bid in the open, best first; the leader before its equals.</summary>
    public IEnumerable<(string Code, decimal Amount)> Ranking() =>
        best.OrderByDescending(p => p.Value).ThenBy(p => p.Key == Leader ? 0 : 1).Select(p => (p.Key, p.Value));

    /// <summary>The lowest next bid and those some steps above it, as announced.</summary>
    public IEnumerable<decimal> QuickBids()
    {
        if (State != AuctionState.Open || Phase != AuctionPhase.Ascending) return [];
        var lowest = Top is { } top ? Ladder.Next(top) : Rules.StartPrice.Amount;
        return Rules.QuickStepsOrUsual.Select(k => Ladder.Rung(lowest, k - 1));
    }

    /// <summary>Dutch: when the price falls next.</summary>
    public DateTimeOffset? NextPriceAt(DateTimeOffset now)
    {
        if (this is not { State: AuctionState.Open, Phase: AuctionPhase.Falling, FallsFrom: { } from }) return null;
        var steps = Math.Max(0, (long)((now - from).TotalSeconds / Rules.IntervalSeconds)) + 1;
        return steps > FallSteps ? null : from.AddSeconds(steps * (double)Rules.IntervalSeconds);
    }

    private void Begin(DateTimeOffset at)
    {
        Require(AuctionStep.Open);
        if (Bidders.Count(b => Deposits.Contains(b.DepositId)) < Rules.MinimumBidders)
        {
            Append(at, EntryKind.Cancelled, e => e with { Reason = TooFewBidders });
            return;
        }
        var runs = Rules.StartsSealed ? Rules.SealedSeconds
            : Rules.Type == AuctionType.Dutch ? (FallSteps + 1) * Rules.IntervalSeconds
            : Rules.FreeSeconds + Rules.TimedSeconds;
        Append(at, EntryKind.Opened, e => e with { EndsAt = e.At.AddSeconds(runs) });
    }

    /// <summary>The reason of a pause nobody ordered: the market itself stood still.</summary>
    public const string Interrupted = "INTERRUPTED";

    /// <summary>The reason of a cancellation for want of bidders.</summary>
    public const string TooFewBidders = "TOO_FEW_BIDDERS";

    /// <summary>Highest first; equal amounts by rank of right, then by who came first. A rank is told only where it decided.</summary>
    private void OpenSealedBids(DateTimeOffset at)
    {
        var order = sealedBids.Select((bid, i) => (bid, i, rank: ByCode(bid.Code).Rank))
            .OrderByDescending(b => b.bid.Amount).ThenBy(b => b.rank ?? int.MaxValue).ThenBy(b => b.i).ToList();
        var tied = order.Count > 1 && order[0].bid.Amount == order[1].bid.Amount;
        foreach (var (bid, _, rank) in order)
        {
            var decided = tied && bid.Amount == order[0].bid.Amount ? rank : null;
            Append(at, EntryKind.Revealed, e => e with { Code = bid.Code, Amount = bid.Amount, Salt = bid.Salt, Rank = decided });
        }
        var goesOn = order.Count > 0 && Rules.Ascends;
        Append(at, EntryKind.BidsOpened, e => e with
        {
            Code = order.Count > 0 ? order[0].bid.Code : null,
            Amount = order.Count > 0 ? order[0].bid.Amount : null,
            EndsAt = goesOn ? e.At.AddSeconds(Rules.FreeSeconds + Rules.TimedSeconds) : e.At,
        });
        if (!goesOn) CallPriority(at);
    }

    /// <summary>Dutch and sealed: whoever holds a better right than the leader may match before it is over.</summary>
    private void CallPriority(DateTimeOffset at)
    {
        if (IsOutranked(Leader)) Append(at, EntryKind.PriorityCall, e => e with { EndsAt = e.At.AddSeconds(Rules.PriorityCallSeconds) });
    }

    /// <summary>Somebody who may bid holds a better right than this code.</summary>
    private bool IsOutranked(string? code)
    {
        if (code is null) return false;
        var rank = ByCode(code).Rank ?? int.MaxValue;
        return Bidders.Any(b => b.Rank < rank && Deposits.Contains(b.DepositId));
    }

    private void Close(DateTimeOffset at, Func<SealedReserve, OpenedReserve> open)
    {
        Require(AuctionStep.Close);
        if (Leader is not { } leader)
        {
            // Nobody bid: the reserve price stays secret for the next attempt.
            Append(at, EntryKind.Closed, e => e with { Outcome = "NO_BID" });
            return;
        }
        var reserve = Reserve is null ? null : open(Reserve);
        if (reserve is not null && LogEntry.Commit(Number, "reserve", reserve.Amount, reserve.Salt) != Reserve!.Commitment)
            throw new InvalidOperationException($"The reserve price of {Number} is not the one its log is bound to.");
        var sold = reserve is null || Top >= reserve.Amount;
        Append(at, EntryKind.Closed, e => e with
        {
            Code = sold ? leader : null,
            Amount = sold ? Top : null,
            Outcome = sold ? "SOLD" : "UNDER_RESERVE",
            ByPriority = sold ? LeadsByMatch : null,
            Reserve = reserve?.Amount,
            Salt = reserve?.Salt,
        });
    }

    private void Require(AuctionStep step)
    {
        if (!AuctionSteps.Allows(step, State)) throw AuctionProblems.WrongStep.With(("state", State));
    }

    private int FallSteps => (int)decimal.Ceiling((Rules.StartPrice.Amount - Rules.FloorPrice!.Amount) / Rules.Decrement!.Amount);

    private decimal FallenTo(DateTimeOffset at)
    {
        if (FallsFrom is not { } from) return Rules.StartPrice.Amount;
        var steps = Math.Max(0, (long)((at - from).TotalSeconds / Rules.IntervalSeconds));
        return Math.Max(Rules.FloorPrice!.Amount, Rules.StartPrice.Amount - (steps * Rules.Decrement!.Amount));
    }
}
