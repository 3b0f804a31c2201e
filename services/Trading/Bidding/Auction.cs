using TechMarket.Platform.Ids;

namespace TechMarket.Trading.Bidding;

public readonly record struct AuctionId(Guid Value) : ITypedId<AuctionId>
{
    public static AuctionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AuctionId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new AuctionId(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Who may bid, under which code, and with which right.</summary>
sealed record Bidder(Guid PartyId, string PartyName, Guid DepositId, string Code, int? Rank, string? Basis);

/// <summary>The reserve price as it is kept until the close: sealed, and bound by a commitment the log carries.</summary>
sealed record SealedReserve(string Commitment, byte[] Box);

/// <summary>The reserve price, opened.</summary>
sealed record OpenedReserve(decimal Amount, string Salt);

/// <summary>A time during which no process served bidding.</summary>
sealed record Outage(DateTimeOffset Since, DateTimeOffset Until);

/// <summary>
/// One auction or online bidding (DOMAIN 3.3): its rules, and where it stands as the sum of its log. Every change is an entry of
/// the log; <see cref="Apply"/> is the only thing that moves the state, so a replay gives the same auction. Pure: time, ids,
/// random and opened secrets are arguments.
/// </summary>
sealed partial class Auction
{
    private readonly Dictionary<Guid, BidRecord> bids = [];
    private readonly List<LogEntry> newEntries = [];
    private readonly List<BidRecord> newBids = [];
    private readonly Dictionary<string, decimal> best = [];
    private Ladder? ladder;

    private Auction()
    {
    }

    public AuctionId Id { get; private init; }
    public string Number { get; private init; } = "";
    public Guid SaleId { get; private init; }
    public string SaleNumber { get; private init; } = "";
    public Guid SellerId { get; private init; }
    public Guid AchievementId { get; private init; }
    public Guid? AuctionHouseId { get; private init; }
    public string Title { get; private init; } = "";
    public AuctionRules Rules { get; private init; } = null!;
    public IReadOnlyList<Bidder> Bidders { get; private init; } = [];
    public SealedReserve? Reserve { get; private init; }
    public DateTimeOffset OpensAt { get; private init; }
    public DateTimeOffset ScheduledAt { get; private init; }

    public AuctionState State { get; private set; }
    public AuctionPhase Phase { get; private set; }

    /// <summary>The top price; in a Dutch auction only once it is taken.</summary>
    public decimal? Top { get; private set; }

    /// <summary>The code that leads.</summary>
    public string? Leader { get; private set; }

    /// <summary>It leads by its right, not by a higher bid.</summary>
    public bool LeadsByMatch { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public DateTimeOffset? FreeEndsAt { get; private set; }

    /// <summary>Dutch: the start of the fall, moved by pauses.</summary>
    public DateTimeOffset? FallsFrom { get; private set; }
    public DateTimeOffset? PausedAt { get; private set; }
    public int Extensions { get; private set; }
    public int BidCount { get; private set; }
    public string? Reason { get; private set; }
    public string? Outcome { get; private set; }
    public Guid? WinnerId { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public long Seq { get; private set; }
    public string Hash { get; private set; } = LogEntry.Genesis;
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>Grows with every commit and with every change of a deposit: who writes says which one it saw.</summary>
    public long Version { get; private set; }

    /// <summary>The deposits the market holds, of this auction's bidders.</summary>
    public IReadOnlySet<Guid> Deposits { get; private set; } = new HashSet<Guid>();

    public bool IsOver => AuctionSteps.Over.Contains(State);

    public IReadOnlyList<LogEntry> NewEntries => newEntries;

    public IReadOnlyList<BidRecord> NewBids => newBids;

    public bool HasChanged => newEntries.Count > 0 || newBids.Count > 0;

    private Ladder Ladder => ladder ??= new Ladder(Rules.Increments);

    /// <summary>Announces an auction: codes are given out at random, the reserve is bound by a commitment.</summary>
    /// <param name="codes">As many random codes as there are bidders.</param>
    public static Auction Schedule(
        AuctionId id, string number, AuctionSpec spec, IReadOnlyList<string> codes, SealedReserve? reserve, DateTimeOffset now)
    {
        spec.Rules.Check();
        if (spec.ReservePrice is { } secret && (secret.Currency != spec.Rules.Currency || secret.Amount <= 0))
            throw AuctionProblems.RulesInvalid.With(("rule", "reservePrice"));
        if (spec.OpensAt <= now) throw AuctionProblems.RulesInvalid.With(("rule", "opensAt"));
        if (spec.Bidders.Any(b => b.PartyId == spec.SellerId || b.PartyId == spec.AuctionHouseId) || spec.Bidders.DistinctBy(b => b.PartyId).Count() != spec.Bidders.Count)
            throw AuctionProblems.RulesInvalid.With(("rule", "bidders"));
        var rights = spec.PriorityHolders.ToDictionary(h => h.PartyId);
        var auction = new Auction
        {
            Id = id, Number = number, SaleId = spec.SaleId, SaleNumber = spec.SaleNumber, SellerId = spec.SellerId, AchievementId = spec.AchievementId,
            AuctionHouseId = spec.AuctionHouseId, Title = CanonicalJson.WellFormed(spec.Title), Rules = spec.Rules, Reserve = reserve, OpensAt = Milliseconds(spec.OpensAt),
            ScheduledAt = Milliseconds(now),
            Bidders =
            [
                .. spec.Bidders.Select((b, i) => new Bidder(
                    b.PartyId, b.PartyName, b.DepositId, codes[i], rights.GetValueOrDefault(b.PartyId)?.Rank, rights.GetValueOrDefault(b.PartyId)?.Basis)),
            ],
        };
        auction.Append(auction.ScheduledAt, EntryKind.Scheduled, e => e with { Commitment = reserve?.Commitment, Terms = AuctionTerms.Of(auction) });
        return auction;
    }

    /// <summary>The auction as its log and its bids say it stands, whatever its row said.</summary>
    /// <param name="row">What was announced, and the version.</param>
    public static Auction Replay(Auction row, IEnumerable<LogEntry> log, IEnumerable<BidRecord> records, IEnumerable<Guid> deposits)
    {
        var auction = new Auction
        {
            Id = row.Id, Number = row.Number, SaleId = row.SaleId, SaleNumber = row.SaleNumber, SellerId = row.SellerId, AchievementId = row.AchievementId,
            AuctionHouseId = row.AuctionHouseId, Title = row.Title, Rules = row.Rules, Reserve = row.Reserve, OpensAt = row.OpensAt,
            ScheduledAt = row.ScheduledAt, Bidders = row.Bidders, Version = row.Version, Deposits = deposits.ToHashSet(),
        };
        foreach (var entry in log) auction.Apply(entry);
        foreach (var record in records) auction.Remember(record);
        return auction;
    }

    /// <summary>A copy that only watches takes what was committed elsewhere.</summary>
    public void Follow(LogEntry entry) => Apply(entry);

    /// <summary>What was new is committed.</summary>
    public void Committed()
    {
        newEntries.Clear();
        newBids.Clear();
        Version++;
    }

    public Bidder? BidderOf(Guid party) => Bidders.FirstOrDefault(b => b.PartyId == party);

    public Bidder ByCode(string code) => Bidders.First(b => b.Code == code);

    public BidRecord? FindBid(Guid id) => bids.GetValueOrDefault(id);

    public static DateTimeOffset Milliseconds(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    private LogEntry Append(DateTimeOffset at, EntryKind kind, Func<LogEntry, LogEntry>? fill = null)
    {
        var entry = new LogEntry { Seq = Seq + 1, Kind = kind, At = Forwards(at), Previous = Hash };
        entry = (fill is null ? entry : fill(entry)).Sealed();
        newEntries.Add(entry);
        Apply(entry);
        return entry;
    }

    /// <summary>Server time never runs back within a log, whatever a machine's clock does.</summary>
    private DateTimeOffset Forwards(DateTimeOffset at) => at < LastAt ? LastAt : at;

    /// <summary>The only thing that moves the state.</summary>
    private void Apply(LogEntry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Scheduled:
                State = AuctionState.Scheduled;
                break;
            case EntryKind.Opened:
                State = AuctionState.Open;
                Phase = Rules.StartsSealed ? AuctionPhase.Sealed : Rules.Type == AuctionType.Dutch ? AuctionPhase.Falling : AuctionPhase.Ascending;
                if (Phase == AuctionPhase.Falling) FallsFrom = entry.At;
                if (Phase == AuctionPhase.Ascending) FreeEndsAt = entry.At.AddSeconds(Rules.FreeSeconds);
                break;
            case EntryKind.Bid:
            case EntryKind.Match:
                BidCount++;
                Top = entry.Amount;
                Leader = entry.Code;
                LeadsByMatch = entry.Kind == EntryKind.Match;
                best[entry.Code!] = entry.Amount!.Value;
                if (entry.EndsAt is not null && entry.At >= FreeEndsAt) Extensions++;
                break;
            case EntryKind.SealedBid:
                BidCount++;
                break;
            case EntryKind.Revealed:
                best[entry.Code!] = entry.Amount!.Value;
                break;
            case EntryKind.BidsOpened:
                Top = entry.Amount;
                Leader = entry.Code;
                Phase = AuctionPhase.None;
                if (Rules.Ascends && Leader is not null)
                {
                    Phase = AuctionPhase.Ascending;
                    FreeEndsAt = entry.At.AddSeconds(Rules.FreeSeconds);
                }
                break;
            case EntryKind.PriorityCall:
                Phase = AuctionPhase.PriorityCall;
                break;
            case EntryKind.Paused:
                State = AuctionState.Paused;
                PausedAt = entry.At;
                Reason = entry.Reason;
                break;
            case EntryKind.Resumed:
                State = AuctionState.Open;
                var lost = entry.At - PausedAt!.Value;
                FreeEndsAt += lost;
                FallsFrom += lost;
                PausedAt = null;
                Reason = null;
                break;
            case EntryKind.Closed:
                End(AuctionState.Closed, entry);
                Outcome = entry.Outcome;
                WinnerId = entry.Code is { } winner ? ByCode(winner).PartyId : null;
                break;
            case EntryKind.Cancelled:
                End(AuctionState.Cancelled, entry);
                Reason = entry.Reason;
                break;
        }
        if (entry.EndsAt is { } ends) EndsAt = ends;
        (Seq, Hash, LastAt) = (entry.Seq, entry.Hash, entry.At);
    }

    private void End(AuctionState state, LogEntry entry)
    {
        State = state;
        Phase = AuctionPhase.None;
        EndedAt = entry.At;
        EndsAt = null;
        PausedAt = null;
    }

    private void Remember(BidRecord record)
    {
        bids[record.Id] = record;
        if (record.Kind == BidKind.Proxy) limits[record.Code] = record.Amount;
        if (record.Kind == BidKind.Sealed) sealedBids.Add(record);
    }
}
