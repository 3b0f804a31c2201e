using System.Globalization;
using System.Text.Json;
using TechMarket.Messages;

namespace TechMarket.Trading.Bidding;

/// <summary>What a replay of a log says.</summary>
/// <param name="Fault">What does not fit, in words; null when everything does.</param>
/// <param name="FaultAt">The entry that does not fit.</param>
sealed record ReplayResult(
    string? Fault, long? FaultAt, int Entries, string? Number, string? Outcome, string? Winner, decimal? Price, bool ByPriority, string Hash);

/// <summary>
/// Follows an exported log by its announced rules alone and finds the winner, without the market and without trusting it: the form
/// of the file, the chain of hashes, the order of times, every bid against the rules, every commitment against what was opened.
/// The verifier page does the same in the browser; both are tested with the same logs.
/// </summary>
sealed class LogReplay
{
    private readonly Dictionary<string, (string Commitment, int Order)> sealedBids = new(StringComparer.Ordinal);
    private readonly List<(string Code, decimal Amount, int Rank, int Order)> revealed = [];
    private JsonElement terms;
    private string number = "", type = "";
    private decimal start;
    private Ladder ladder = null!;
    private EntryKind? before;
    private AuctionState state = AuctionState.Scheduled;
    private AuctionPhase phase;
    private decimal? top;
    private string? leader;
    private bool byMatch;
    private int leaderRank = int.MaxValue;
    private DateTimeOffset? endsAt, freeEndsAt, fallsFrom, pausedAt;
    private int extensions;
    private string? reserveCommitment, outcome, winner;
    private decimal? price;

    public static ReplayResult Of(string exported)
    {
        var replay = new LogReplay();
        if (ExportedLog.Lines(exported) is not { } lines) return replay.Result("The file is not an exported log, or its frame was changed.", null, 0, LogEntry.Genesis);
        var previous = LogEntry.Genesis;
        DateTimeOffset last = DateTimeOffset.MinValue;
        long seq = 0;
        foreach (var line in lines)
        {
            seq++;
            string? fault;
            LogEntry? entry = null;
            try
            {
                entry = LogEntry.Parse(line);
                fault = entry.Sealed().Line != line ? "The entry was changed: its hash does not fit."
                    : entry.Seq != seq || entry.Previous != previous ? "The chain is broken: an entry is missing, added or moved."
                    : entry.At < last ? "The time runs backwards."
                    : replay.Follow(entry);
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or OverflowException or ArgumentException)
            {
                fault = "The entry cannot be read.";
            }
            if (fault is not null) return replay.Result(fault, seq, lines.Count, previous);
            (previous, last) = (entry!.Hash, entry.At);
        }
        return replay.Result(null, null, lines.Count, previous);
    }

    private ReplayResult Result(string? fault, long? at, int entries, string hash) => new(
        fault, at, entries, number, outcome, winner, price, winner is not null && byMatch, hash);

    /// <returns>What is wrong with the entry, or null.</returns>
    private string? Follow(LogEntry entry)
    {
        var fault = entry.Kind switch
        {
            EntryKind.Scheduled => Scheduled(entry),
            EntryKind.Opened => Opened(entry),
            EntryKind.Bid => Bid(entry),
            EntryKind.Match => Match(entry),
            EntryKind.SealedBid => SealedBid(entry),
            EntryKind.Revealed => Revealed(entry),
            EntryKind.BidsOpened => BidsOpened(entry),
            EntryKind.PriorityCall => PriorityCall(entry),
            EntryKind.Paused => Paused(entry),
            EntryKind.Resumed => Resumed(entry),
            EntryKind.Closed => Closed(entry),
            _ => Cancelled(),
        };
        if (entry.EndsAt is { } ends) endsAt = ends;
        before = entry.Kind;
        return fault;
    }

    private string? Scheduled(LogEntry entry)
    {
        if (entry.Seq != 1 || entry.Terms is null) return "The log begins with the announced rules.";
        terms = JsonDocument.Parse(entry.Terms).RootElement.Clone();
        (number, type) = (Text("number"), Text("type"));
        start = Amount("startPrice");
        ladder = new Ladder([.. terms.GetProperty("increments").EnumerateArray().Select(b => new IncrementBand(
            Money.Yuan(AmountOf(b, "from")), Money.Yuan(AmountOf(b, "step"))))]);
        reserveCommitment = entry.Commitment;
        return null;
    }

    private string? Opened(LogEntry entry)
    {
        if (entry.Seq == 1 || state != AuctionState.Scheduled || before != EntryKind.Scheduled) return "It opens once, after it was announced.";
        if (entry.At < CanonicalJson.ReadTime(Text("opensAt"))) return "It opened before its time.";
        state = AuctionState.Open;
        phase = type == "DUTCH" ? AuctionPhase.Falling : type == "ENGLISH" ? AuctionPhase.Ascending : AuctionPhase.Sealed;
        if (phase == AuctionPhase.Falling) fallsFrom = entry.At;
        if (phase == AuctionPhase.Ascending) freeEndsAt = entry.At.AddSeconds(Int("freeSeconds"));
        var runs = phase switch
        {
            AuctionPhase.Sealed => Int("sealedSeconds"),
            AuctionPhase.Falling => (decimal.Ceiling((start - Amount("floorPrice")) / Amount("decrement")) + 1) * Int("intervalSeconds"),
            _ => Int("freeSeconds") + Int("timedSeconds"),
        };
        return entry.EndsAt == entry.At.AddSeconds((double)runs) ? null : "Its end is not the announced one.";
    }

    private string? Bid(LogEntry entry)
    {
        if (entry is not { Code: { } code, Amount: { } amount }) return "A bid has a code and an amount.";
        if (Late(entry) is { } late) return late;
        if (phase == AuctionPhase.Falling)
        {
            if (leader is not null) return "The price was taken before.";
            var steps = (long)((entry.At - fallsFrom!.Value).TotalSeconds / Int("intervalSeconds"));
            if (amount != Math.Max(Amount("floorPrice"), start - (steps * Amount("decrement")))) return "That was not the price at that time.";
            if (entry.EndsAt is { } end && end != entry.At) return "A taken price is the end, unless priority holders are called.";
        }
        else
        {
            if (phase != AuctionPhase.Ascending) return "No open bids were taken then.";
            if (leader == code) return "Nobody overbids itself.";
            if (type == "SEALED_THEN_ENGLISH" && !sealedBids.ContainsKey(code)) return "Only those who gave a sealed bid bid on.";
            if (amount < (top is { } t ? ladder.Next(t) : start) || !ladder.Reaches(top ?? start, amount)) return "The bid is not the top price plus whole steps.";
            if (Extends(entry) is { } wrong) return wrong;
        }
        (top, leader, byMatch, leaderRank) = (amount, code, false, int.MaxValue);
        return null;
    }

    private string? Match(LogEntry entry)
    {
        if (entry is not { Code: { } code, Amount: { } amount, Rank: { } rank }) return "A match has a code, an amount and the rank of its right.";
        if (Late(entry) is { } late) return late;
        if (phase is not (AuctionPhase.Ascending or AuctionPhase.PriorityCall) || leader is null) return "There was nothing to match.";
        if (amount != top || leader == code || rank >= leaderRank || !HasRight(rank)) return "The match was not possible.";
        if (phase == AuctionPhase.Ascending && Extends(entry) is { } wrong) return wrong;
        if (phase == AuctionPhase.PriorityCall && entry.EndsAt is { } end && end != entry.At) return "The end was moved without reason.";
        (leader, byMatch, leaderRank) = (code, true, rank);
        return null;
    }

    private string? SealedBid(LogEntry entry)
    {
        if (Late(entry) is { } late) return late;
        if (phase != AuctionPhase.Sealed) return "No sealed bids were taken then.";
        return entry is { Code: { } code, Commitment: { } bound } && sealedBids.TryAdd(code, (bound, sealedBids.Count)) ? null : "Everybody gives one sealed bid.";
    }

    private string? Revealed(LogEntry entry)
    {
        if (phase != AuctionPhase.Sealed || entry.At < endsAt) return "Sealed bids are opened when their time is over.";
        if (entry is not { Code: { } code, Amount: { } amount, Salt: { } salt } || !sealedBids.TryGetValue(code, out var given)) return "This code gave no sealed bid.";
        if (revealed.Exists(r => r.Code == code) || LogEntry.Commit(number, code, amount, salt) != given.Commitment) return "The opened amount is not the one that was given.";
        if (amount < start || (entry.Rank is { } rank && !HasRight(rank))) return "The sealed bid was not possible.";
        revealed.Add((code, amount, entry.Rank ?? int.MaxValue, given.Order));
        return null;
    }

    private string? BidsOpened(LogEntry entry)
    {
        if (phase != AuctionPhase.Sealed || state != AuctionState.Open || entry.At < endsAt) return "Sealed bids are opened when their time is over.";
        if (revealed.Count != sealedBids.Count) return "A sealed bid was not opened.";
        var best = revealed.OrderByDescending(r => r.Amount).ThenBy(r => r.Rank).ThenBy(r => r.Order).FirstOrDefault();
        if (entry.Code != best.Code || (best.Code is not null && entry.Amount != best.Amount)) return "The highest sealed bid leads.";
        (leader, top, leaderRank) = (best.Code, entry.Amount, best.Code is null ? int.MaxValue : best.Rank);
        phase = AuctionPhase.None;
        if (leader is null || type == "SEALED") return entry.EndsAt == entry.At ? null : "Nothing follows the opening here.";
        phase = AuctionPhase.Ascending;
        freeEndsAt = entry.At.AddSeconds(Int("freeSeconds"));
        return entry.EndsAt == entry.At.AddSeconds(Int("freeSeconds") + Int("timedSeconds")) ? null : "Its end is not the announced one.";
    }

    private string? PriorityCall(LogEntry entry)
    {
        if (state != AuctionState.Open || leader is null || before is not (EntryKind.Bid or EntryKind.BidsOpened) || type is not ("DUTCH" or "SEALED"))
            return "There was nothing to match.";
        phase = AuctionPhase.PriorityCall;
        return entry.EndsAt == entry.At.AddSeconds(Int("priorityCallSeconds")) ? null : "Its end is not the announced one.";
    }

    private string? Paused(LogEntry entry)
    {
        if (state != AuctionState.Open || entry.At >= endsAt) return "Only what runs is paused.";
        if (string.IsNullOrEmpty(entry.Reason)) return "A pause has a public reason.";
        (state, pausedAt) = (AuctionState.Paused, entry.At);
        return null;
    }

    private string? Resumed(LogEntry entry)
    {
        if (state != AuctionState.Paused) return "Only what is paused is resumed.";
        var lost = entry.At - pausedAt!.Value;
        if (entry.EndsAt != endsAt + lost) return "The lost time was not given back.";
        (state, freeEndsAt, fallsFrom, pausedAt) = (AuctionState.Open, freeEndsAt + lost, fallsFrom + lost, null);
        return null;
    }

    private string? Closed(LogEntry entry)
    {
        if (state != AuctionState.Open || phase == AuctionPhase.Sealed) return "Only what runs is closed.";
        if (entry.At != endsAt) return "It was not closed at its end.";
        (state, outcome) = (AuctionState.Closed, entry.Outcome);
        if (leader is null) return entry is { Outcome: "NO_BID", Code: null } ? null : "Nobody bid, so nobody won.";
        if (reserveCommitment is not null && (entry is not { Reserve: { } opened, Salt: { } salt } || LogEntry.Commit(number, "reserve", opened, salt) != reserveCommitment))
            return "The reserve price is not the one announced under seal.";
        if (reserveCommitment is null && entry.Reserve is not null) return "No reserve price was announced.";
        if (top < (entry.Reserve ?? 0)) return entry is { Outcome: "UNDER_RESERVE", Code: null } ? null : "The reserve price was not reached.";
        (winner, price) = (leader, top);
        return entry is { Outcome: "SOLD" } && entry.Code == leader && entry.Amount == top && entry.ByPriority == byMatch ? null : "Another bidder won by the rules.";
    }

    private string? Cancelled()
    {
        var possible = state is AuctionState.Scheduled or AuctionState.Paused;
        (state, outcome) = (AuctionState.Cancelled, "CANCELLED");
        return possible ? null : "Only what has not begun or is paused is cancelled.";
    }

    private string? Late(LogEntry entry) =>
        state != AuctionState.Open ? "No bids were taken then." : entry.At >= endsAt ? "The bid came after the end." : null;

    private string? Extends(LogEntry entry)
    {
        DateTimeOffset? expected = null;
        if (entry.At >= freeEndsAt && endsAt!.Value - entry.At <= TimeSpan.FromSeconds(Int("extensionWindowSeconds"))
            && !(terms.TryGetProperty("maxExtensions", out var most) && extensions >= most.GetInt32())
            && entry.At.AddSeconds(Int("extensionBySeconds")) is var later && later > endsAt)
            (expected, extensions) = (later, extensions + 1);
        return entry.EndsAt == expected ? null : "The end was not moved as announced.";
    }

    private bool HasRight(int rank) => terms.GetProperty("priority").EnumerateArray().Any(p => p.GetProperty("rank").GetInt32() == rank);

    private string Text(string name) => terms.GetProperty(name).GetString()!;

    private int Int(string name) => terms.GetProperty(name).GetInt32();

    private decimal Amount(string name) => AmountOf(terms, name);

    private static decimal AmountOf(JsonElement of, string name) =>
        decimal.Parse(of.GetProperty(name).GetString()!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
