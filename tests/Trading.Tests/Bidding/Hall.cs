using TechMarket.Messages;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>One auction without a market: the aggregate, a clock and some bidders.</summary>
sealed class Hall
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private readonly OpenedReserve? reserve;
    private readonly List<string> lines = [];
    private readonly HashSet<Guid> deposits = [];
    private int salts;

    public Hall(AuctionRules? rules = null, int bidders = 4, decimal? reservePrice = null, IReadOnlyDictionary<int, int>? ranks = null, bool held = true)
    {
        rules ??= English();
        Parties = [.. Enumerable.Range(0, bidders).Select(i => Numbered(100 + i))];
        reserve = reservePrice is { } amount ? new OpenedReserve(amount, "00112233445566778899aabbccddeeff") : null;
        var spec = new AuctionSpec(
            Numbered(1), "GP-2026-000001", Numbered(2), Numbered(3), "低温等离子体“废气”处理技术 \\ \"A/B\" \u0001😀", rules, reservePrice is { } r ? Money.Yuan(r) : null,
            Start.AddMinutes(10), [.. Parties.Select((p, i) => new AuctionBidder(p, $"竞买人{i}", Deposit(i)))],
            [.. (ranks ?? new Dictionary<int, int>()).Select(r => new PriorityHolder(Parties[r.Key], r.Value, r.Value == 1 ? "发明人" : "合作开发单位"))], Numbered(4));
        if (held) for (var i = 0; i < bidders; i++) deposits.Add(Deposit(i));
        var sealedReserve = reserve is null ? null : new SealedReserve(LogEntry.Commit("JJ-2026-000001", "reserve", reserve.Amount, reserve.Salt), [1, 2, 3]);
        var scheduled = Auction.Schedule(new AuctionId(Numbered(5)), "JJ-2026-000001", spec, [.. Enumerable.Range(0, bidders).Select(i => $"K{i:D3}")], sealedReserve, Start);
        Now = Start;
        Take(scheduled);
        Auction = Auction.Replay(scheduled, Log, [], deposits);
    }

    public Auction Auction { get; private set; }

    public IReadOnlyList<Guid> Parties { get; }

    public DateTimeOffset Now { get; set; }

    public List<BidRecord> Records { get; } = [];

    public IEnumerable<LogEntry> Log => lines.Select(LogEntry.Parse);

    public IReadOnlyList<string> Lines => lines;

    public string Exported => ExportedLog.Of(lines);

    /// <summary>Fixed step of 100 from 1 000; ten minutes free, ten minutes timed, five minutes of extension.</summary>
    public static AuctionRules English(params (decimal From, decimal Step)[] bands) => new(
        AuctionType.English, Money.Yuan(1_000m),
        bands.Length == 0 ? [new IncrementBand(Money.Yuan(0m), Money.Yuan(100m))] : [.. bands.Select(b => new IncrementBand(Money.Yuan(b.From), Money.Yuan(b.Step)))],
        FreeSeconds: 600, TimedSeconds: 600);

    public static AuctionRules Dutch() => new(
        AuctionType.Dutch, Money.Yuan(1_000m), [], Decrement: Money.Yuan(100m), IntervalSeconds: 60, FloorPrice: Money.Yuan(450m), PriorityCallSeconds: 120);

    public static AuctionRules OneShot() => new(AuctionType.Sealed, Money.Yuan(1_000m), [], SealedSeconds: 600, PriorityCallSeconds: 120);

    public static AuctionRules SealedThenEnglish() => English() with { Type = AuctionType.SealedThenEnglish, SealedSeconds = 600 };

    public static Guid Numbered(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static Guid Deposit(int bidder) => Numbered(200 + bidder);

    public Hall Open()
    {
        Now = Auction.OpensAt;
        return At(TimeSpan.Zero);
    }

    /// <summary>Moves on, and lets happen what is due.</summary>
    public Hall At(TimeSpan later)
    {
        Now += later;
        Auction.Advance(Now, Reveal);
        Commit();
        return this;
    }

    public Hall After(int seconds) => At(TimeSpan.FromSeconds(seconds));

    public BidRecord Bid(int bidder, decimal amount, Guid? id = null, bool confirmed = false) => Do(a => a.Place(Command(bidder, amount, false, id, confirmed), Now));

    public BidRecord Limit(int bidder, decimal limit, Guid? id = null, bool confirmed = false) => Do(a => a.Place(Command(bidder, limit, true, id, confirmed), Now));

    public BidRecord Match(int bidder, Guid? id = null) => Do(a => a.Match(id ?? Guid.CreateVersion7(), Parties[bidder], Now));

    public void Pause(string reason = "网络故障") => Do(a =>
    {
        a.Pause(reason, Now);
        return true;
    });

    public void Resume() => Do(a =>
    {
        a.Resume(Now);
        return true;
    });

    public void Cancel(string reason = "标的存在权属争议") => Do(a =>
    {
        a.Cancel(reason, Now);
        return true;
    });

    public T Do<T>(Func<Auction, T> act)
    {
        Auction.Advance(Now, Reveal);
        try
        {
            var result = act(Auction);
            Auction.Advance(Now, Reveal);
            return result;
        }
        finally
        {
            Commit();
        }
    }

    /// <summary>The process dies: everything is rebuilt from what was committed.</summary>
    public void Crash() => Auction = Auction.Replay(Auction, Log, Records, deposits);

    /// <summary>The market stands still for a time; then everything is rebuilt and what is due happens.</summary>
    public void StandStill(TimeSpan time)
    {
        var since = Now;
        Now += time;
        Crash();
        Auction.GiveBack(new Outage(since, Now));
        At(TimeSpan.Zero);
    }

    public void Hold(int bidder)
    {
        deposits.Add(Deposit(bidder));
        Crash();
    }

    public void Settle(int bidder)
    {
        deposits.Remove(Deposit(bidder));
        Crash();
    }

    /// <summary>What everybody can see of where it stands.</summary>
    public string Seen() => System.Text.Json.JsonSerializer.Serialize(Standing.Of(Auction, Now), Platform.Data.Json.Options);

    public ReplayResult Replayed() => LogReplay.Of(Exported);

    private OpenedReserve Reveal(SealedReserve _) => reserve!;

    private BidCommand Command(int bidder, decimal amount, bool limit, Guid? id, bool confirmed) =>
        new(id ?? Guid.CreateVersion7(), Parties[bidder], amount, limit, confirmed, $"{++salts:x32}");

    private void Commit() => Take(Auction);

    private void Take(Auction auction)
    {
        lines.AddRange(auction.NewEntries.Select(e => e.Line));
        Records.AddRange(auction.NewBids);
        auction.Committed();
    }
}
