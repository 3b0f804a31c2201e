namespace TechMarket.Trading.Bidding;

enum BidKind
{
    /// <summary>An amount, in the open.</summary>
    Bid,

    /// <summary>Up to a secret limit, one step at a time.</summary>
    Proxy,

    /// <summary>An amount nobody sees before the bids are opened.</summary>
    Sealed,

    /// <summary>The top price, by right of first refusal.</summary>
    Match,
}

/// <summary>What a bidder sends; the bidder names it, so sending it twice is one bid.</summary>
/// <param name="IsLimit">The amount is a secret limit to bid up to.</param>
/// <param name="Salt">Random; it hides a sealed bid's amount behind its commitment.</param>
sealed record BidCommand(Guid BidId, Guid PartyId, decimal Amount, bool IsLimit, bool Confirmed, string Salt);

/// <summary>A bid as it was taken, with the answer its bidder got and gets again.</summary>
/// <param name="Ordinal">The order in which bids were taken, from 1.</param>
/// <param name="Seq">The log entry it became; null for a limit that only stands behind a leading bid.</param>
/// <param name="Amount">Of a proxy its limit, of a sealed bid its amount: both secret and never kept in the clear.</param>
/// <param name="Shown">What the log shows of it.</param>
sealed record BidRecord(
    Guid Id, int Ordinal, string Code, BidKind Kind, decimal Amount, string? Salt, DateTimeOffset At, long? Seq, decimal? Shown, bool Leading, decimal? TopAfter,
    DateTimeOffset? EndsAfter);

/// <summary>Taking bids.</summary>
sealed partial class Auction
{
    private const decimal Highest = 1_000_000_000_000m;
    private readonly Dictionary<string, decimal> limits = [];
    private readonly List<BidRecord> sealedBids = [];

    /// <summary>The lowest amount the next bid may have; in a Dutch auction the price now.</summary>
    public decimal MinimumAt(DateTimeOffset now) => Phase switch
    {
        AuctionPhase.Falling => FallenTo(PausedAt ?? now),
        AuctionPhase.Ascending when Top is { } top => Ladder.Next(top),
        _ => Rules.StartPrice.Amount,
    };

    /// <summary>The step at the price now.</summary>
    public decimal? StepNow => Rules.Ascends ? Ladder.Step(Top ?? Rules.StartPrice.Amount) : null;

    /// <summary>The limit that stands behind a party's bids; for that party alone.</summary>
    public decimal? LimitOf(string code) => limits.TryGetValue(code, out var limit) ? limit : null;

    public bool GaveSealedBid(string code) => sealedBids.Exists(b => b.Code == code);

    /// <summary>
    /// Takes a bid, or gives the answer this very bid got before. Call <see cref="Advance"/> with the same time first: what
    /// arrives after the end finds the auction over.
    /// </summary>
    public BidRecord Place(BidCommand bid, DateTimeOffset at)
    {
        var bidder = Qualified(bid.PartyId);
        if (bids.TryGetValue(bid.BidId, out var known))
        {
            var kind = bid.IsLimit ? BidKind.Proxy : known.Kind == BidKind.Sealed ? BidKind.Sealed : BidKind.Bid;
            return known.Code == bidder.Code && known.Kind == kind && known.Amount == bid.Amount ? known : throw AuctionProblems.BidIdReused.Now();
        }
        at = Forwards(at);
        RequireOpen(AuctionStep.Bid);
        RequireDeposit(bidder);
        if (bid.Amount > Highest) throw AuctionProblems.BidTooHigh.Now();
        if (bid.IsLimit && Phase != AuctionPhase.Ascending) throw AuctionProblems.NoProxyHere.Now();
        return Phase switch
        {
            AuctionPhase.Sealed => PlaceSealed(bid, bidder, at),
            AuctionPhase.Falling => Take(bid, bidder, at),
            AuctionPhase.Ascending when bid.IsLimit => PlaceLimit(bid, bidder, at),
            AuctionPhase.Ascending => Raise(bid, bidder, at),
            _ => throw AuctionProblems.NotOpen.With(("state", State), ("phase", Phase)),
        };
    }

    /// <summary>
    /// A holder of a right of first refusal equals the top bid. It wins unless somebody bids higher; among holders the better rank wins.
    /// </summary>
    public BidRecord Match(Guid bidId, Guid party, DateTimeOffset at)
    {
        var bidder = Qualified(party);
        if (bids.TryGetValue(bidId, out var known))
            return known.Code == bidder.Code && known.Kind == BidKind.Match ? known : throw AuctionProblems.BidIdReused.Now();
        at = Forwards(at);
        RequireOpen(AuctionStep.Match);
        RequireDeposit(bidder);
        if (bidder.Rank is not { } rank) throw AuctionProblems.NoPriority.Now();
        if (Phase is not (AuctionPhase.Ascending or AuctionPhase.PriorityCall) || Leader is null) throw AuctionProblems.NothingToMatch.Now();
        if (Leader == bidder.Code) throw AuctionProblems.AlreadyLeading.Now();
        if (ByCode(Leader).Rank is { } held && held <= rank) throw AuctionProblems.Outranked.Now();
        RequireSealedBid(bidder);
        var price = Top!.Value;
        var displaced = Leader;
        var entry = AppendBid(at, EntryKind.Match, bidder.Code, price, rank);
        if (Phase == AuctionPhase.Ascending) AnswerByLimit(displaced, at);
        return Keep(bidId, bidder.Code, BidKind.Match, price, null, entry);
    }

    private BidRecord Raise(BidCommand bid, Bidder bidder, DateTimeOffset at)
    {
        RequireSealedBid(bidder);
        if (Leader == bidder.Code) throw AuctionProblems.AlreadyLeading.Now();
        RequirePossible(bid.Amount);
        if (!(Top is { } top ? Ladder.Reaches(top, bid.Amount) : Ladder.Reaches(Rules.StartPrice.Amount, bid.Amount)))
            throw AuctionProblems.BidOffLadder.With(("minimum", Priced(MinimumAt(at))), ("step", Priced(StepNow!.Value)));
        RequireConfirmation(bid);
        var displaced = Leader;
        var entry = AppendBid(at, EntryKind.Bid, bidder.Code, bid.Amount);
        AnswerByLimit(displaced, at);
        return Keep(bid.BidId, bidder.Code, BidKind.Bid, bid.Amount, null, entry);
    }

    /// <summary>
    /// Bids for its owner, always the next step and never above the limit. Two limits meet as if every step were bid in turn; the
    /// log shows the last bids only.
    /// </summary>
    private BidRecord PlaceLimit(BidCommand bid, Bidder bidder, DateTimeOffset at)
    {
        RequireSealedBid(bidder);
        if (Leader == bidder.Code)
        {
            if (bid.Amount < Top) throw AuctionProblems.BidTooLow.With(("minimum", Priced(Top.Value)));
            RequireConfirmation(bid);
            return Keep(bid.BidId, bidder.Code, BidKind.Proxy, bid.Amount, null, null, at);
        }
        RequirePossible(bid.Amount);
        RequireConfirmation(bid);
        if (Top is not { } top || Leader is not { } leader)
            return Keep(bid.BidId, bidder.Code, BidKind.Proxy, bid.Amount, null, AppendBid(at, EntryKind.Bid, bidder.Code, MinimumAt(at)));

        // Counted in steps above the top: the newcomer takes the odd ones, the leader answers with the even ones.
        var mine = Ladder.Climb(top, bid.Amount).Steps;
        var theirs = limits.TryGetValue(leader, out var limit) ? Ladder.Climb(top, limit).Steps : 0;
        var iStopAt = mine % 2 == 0 ? mine + 1 : mine + 2;
        var theyStopAt = theirs % 2 == 0 ? theirs + 2 : theirs + 1;
        var last = Math.Min(iStopAt, theyStopAt) - 1;
        var entry = AppendBid(at, EntryKind.Bid, bidder.Code, Ladder.Rung(top, last % 2 == 0 ? last - 1 : 1));
        if (last > 2 && last % 2 == 1) AppendBid(at, EntryKind.Bid, leader, Ladder.Rung(top, last - 1));
        if (last > 1) entry = Own(AppendBid(at, EntryKind.Bid, last % 2 == 1 ? bidder.Code : leader, Ladder.Rung(top, last)), bidder, entry);
        return Keep(bid.BidId, bidder.Code, BidKind.Proxy, bid.Amount, null, entry);
    }

    private static LogEntry Own(LogEntry last, Bidder bidder, LogEntry before) => last.Code == bidder.Code ? last : before;

    /// <summary>Whoever was overtaken answers at once with the next step when its limit allows it.</summary>
    private void AnswerByLimit(string? displaced, DateTimeOffset at)
    {
        if (displaced is not null && limits.TryGetValue(displaced, out var limit) && Ladder.Next(Top!.Value) is var next && next <= limit)
            AppendBid(at, EntryKind.Bid, displaced, next);
    }

    private BidRecord PlaceSealed(BidCommand bid, Bidder bidder, DateTimeOffset at)
    {
        if (GaveSealedBid(bidder.Code)) throw AuctionProblems.SealedOnce.Now();
        RequirePossible(bid.Amount);
        RequireConfirmation(bid);
        var entry = Append(at, EntryKind.SealedBid, e => e with { Code = bidder.Code, Commitment = LogEntry.Commit(Number, bidder.Code, bid.Amount, bid.Salt) });
        return Keep(bid.BidId, bidder.Code, BidKind.Sealed, bid.Amount, bid.Salt, entry);
    }

    /// <summary>Dutch: who takes the price has it, at the price in force on arrival and never above the amount sent.</summary>
    private BidRecord Take(BidCommand bid, Bidder bidder, DateTimeOffset at)
    {
        var price = FallenTo(at);
        if (bid.Amount < price) throw AuctionProblems.BidTooLow.With(("minimum", Priced(price)));
        RequireConfirmation(bid);
        var entry = AppendBid(at, EntryKind.Bid, bidder.Code, price);
        CallPriority(at);
        return Keep(bid.BidId, bidder.Code, BidKind.Bid, bid.Amount, null, entry);
    }

    private LogEntry AppendBid(DateTimeOffset at, EntryKind kind, string code, decimal amount, int? rank = null) =>
        Append(at, kind, e => e with { Code = code, Amount = amount, Rank = rank, EndsAt = EndAfter(code, e.At) });

    /// <summary>
    /// A bid in the last minutes of the timed period moves the end, so that nobody wins by being last (DOMAIN 3.3). A taken price
    /// and a match nobody can outrank are the end at once.
    /// </summary>
    private DateTimeOffset? EndAfter(string code, DateTimeOffset at)
    {
        if (Phase is AuctionPhase.Falling or AuctionPhase.PriorityCall) return IsOutranked(code) ? null : at;
        if (at < FreeEndsAt || EndsAt is not { } end) return null;
        if (end - at > TimeSpan.FromSeconds(Rules.ExtensionWindowSeconds) || Extensions >= Rules.MaxExtensions) return null;
        var later = at.AddSeconds(Rules.ExtensionBySeconds);
        return later > end ? later : null;
    }

    private BidRecord Keep(Guid id, string code, BidKind kind, decimal amount, string? salt, LogEntry? entry, DateTimeOffset? at = null)
    {
        var record = new BidRecord(
            id, bids.Count + 1, code, kind, amount, salt, entry?.At ?? at!.Value, entry?.Seq, entry?.Amount, Leader == code, Phase == AuctionPhase.Sealed ? null : Top, EndsAt);
        newBids.Add(record);
        Remember(record);
        return record;
    }

    private Bidder Qualified(Guid party)
    {
        if (party == SellerId) throw AuctionProblems.SellerMayNotBid.Now();
        if (party == AuctionHouseId) throw AuctionProblems.AuctioneerMayNotBid.Now();
        return BidderOf(party) ?? throw AuctionProblems.NotQualified.Now();
    }

    private void RequireOpen(AuctionStep step)
    {
        if (AuctionSteps.Allows(step, State)) return;
        throw State switch
        {
            AuctionState.Paused => AuctionProblems.Paused.With(("reason", Reason)),
            AuctionState.Scheduled => AuctionProblems.NotOpen.With(("opensAt", OpensAt)),
            _ => AuctionProblems.Ended.With(("endedAt", EndedAt)),
        };
    }

    private void RequireDeposit(Bidder bidder)
    {
        if (!Deposits.Contains(bidder.DepositId)) throw AuctionProblems.DepositMissing.Now();
    }

    private void RequireSealedBid(Bidder bidder)
    {
        if (Rules.Type == AuctionType.SealedThenEnglish && !GaveSealedBid(bidder.Code)) throw AuctionProblems.SealedBidNeeded.Now();
    }

    private void RequirePossible(decimal amount)
    {
        var minimum = Phase == AuctionPhase.Ascending && Top is { } top ? Ladder.Next(top) : Rules.StartPrice.Amount;
        if (amount < minimum) throw AuctionProblems.BidTooLow.With(("minimum", Priced(minimum)));
    }

    private void RequireConfirmation(BidCommand bid)
    {
        if (!bid.Confirmed && Rules.ConfirmAbove is { } high && bid.Amount > high.Amount)
            throw AuctionProblems.ConfirmationNeeded.With(("above", high));
    }

    private Messages.Money Priced(decimal amount) => new(amount, Rules.Currency);
}
