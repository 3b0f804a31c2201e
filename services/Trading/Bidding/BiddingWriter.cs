using System.Collections.Concurrent;
using System.Threading.Channels;
using TechMarket.Platform.Problems;

namespace TechMarket.Trading.Bidding;

/// <summary>
/// The one writer of this process (ARCHITECTURE 7): everything that moves an auction passes here in the order it arrived. While one
/// group is being committed the next gathers; a group is one transaction; answers follow the commit, then the rooms hear of it.
/// Another process may write too: whoever loses an auction's guard reads it again and decides again.
/// </summary>
sealed class BiddingWriter(BiddingStore store, AuctionVault vault, LiveRooms rooms, TimeProvider clock, ILogger<BiddingWriter> log) : BackgroundService
{
    private const int LargestGroup = 500;
    private const int MostTries = 10;
    private const int KeptWhenOver = 64;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookAhead = TimeSpan.FromSeconds(20);

    /// <summary>Without a pulse for this long no process served bidding.</summary>
    private static readonly TimeSpan Silence = 2 * LookEvery;

    private readonly Channel<BiddingWork> arrivals = Channel.CreateUnbounded<BiddingWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock arrival = new();
    private readonly ConcurrentDictionary<AuctionId, Auction> known = new();
    private readonly ConcurrentDictionary<AuctionId, DateTimeOffset> due = new();
    private readonly Queue<AuctionId> over = new();
    private Outage? outage;

    /// <summary>Decides on an auction after everything that arrived before, and answers when the decision is committed.</summary>
    /// <remarks>Nothing calls it back: whoever gives up waiting finds out later what became of it.</remarks>
    /// <param name="move">Says who did it by hand, for the audit trail.</param>
    public Task<T> Submit<T>(AuctionId id, Func<Auction, DateTimeOffset, T> decide, Func<Auction, HandMove>? move = null)
    {
        BiddingWork<T> work;
        // Stamp and place in the queue are one: who is stamped earlier is decided earlier, also at the closing instant.
        lock (arrival)
        {
            var at = Auction.Milliseconds(clock.GetUtcNow());
            work = new BiddingWork<T>(id, at, decide, move);
            if (!arrivals.Writer.TryWrite(work)) throw new OperationCanceledException("The market is stopping.");
        }
        return work.Answered;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var timer = Task.CompletedTask;
        var group = new List<BiddingWork>(LargestGroup);
        try
        {
            outage = await FindOutage(stoppingToken);
            timer = Watch(stoppingToken);
            while (await arrivals.Reader.WaitToReadAsync(stoppingToken))
            {
                group.Clear();
                while (group.Count < LargestGroup && arrivals.Reader.TryRead(out var work)) group.Add(work);
                await Settle(group, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not committed was not answered.
        }
        finally
        {
            lock (arrival) arrivals.Writer.TryComplete();
            foreach (var work in group) work.Fail(new OperationCanceledException("The market is stopping."));
            while (arrivals.Reader.TryRead(out var left)) left.Fail(new OperationCanceledException("The market is stopping."));
            await timer;
        }
    }

    /// <summary>Decides, commits and answers one group; decides again when another process was first or the database went away.</summary>
    private async Task Settle(IReadOnlyList<BiddingWork> group, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var touched = await Decide(group, ct);
                await store.Commit(touched, [.. group.Select(w => w.Move).OfType<HandMove>()], ct);
                foreach (var auction in touched)
                    if (auction.HasChanged) Committed(auction);
                foreach (var work in group) work.Answer();
                return;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                Forget(group.Select(w => w.Id));
                if (failure is not GuardLostException) log.LogWarning(failure, "A group of {Count} could not be committed, try {Try}", group.Count, tries);
                if (tries >= MostTries)
                {
                    foreach (var work in group) work.Fail(failure);
                    return;
                }
                if (failure is not GuardLostException) await Task.Delay(TimeSpan.FromMilliseconds(50 * tries), ct);
            }
        }
    }

    /// <summary>Applies every piece of work in order of arrival to the auctions in memory.</summary>
    private async Task<IReadOnlyCollection<Auction>> Decide(IReadOnlyList<BiddingWork> group, CancellationToken ct)
    {
        var touched = new HashSet<Auction>();
        var broken = new Dictionary<AuctionId, Exception>();
        foreach (var work in group)
        {
            if (await Find(work.Id, ct) is not { } auction)
            {
                work.Refuse(AuctionProblems.AuctionNotFound.Now());
                continue;
            }
            touched.Add(auction);
            try
            {
                auction.Advance(work.At, vault.OpenReserve);
                work.Decide(auction);
                auction.Advance(work.At, vault.OpenReserve);
            }
            catch (ProblemException refusal)
            {
                work.Refuse(refusal);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Auction {Auction} could not be moved", auction.Number);
                broken[work.Id] = failure;
            }
        }
        // One auction that cannot be moved does not hold up the others; nothing of it is written.
        foreach (var work in group)
            if (broken.TryGetValue(work.Id, out var failure)) work.Refuse(failure);
        touched.RemoveWhere(a => broken.ContainsKey(a.Id));
        Forget(broken.Keys);
        return touched;
    }

    private void Committed(Auction auction)
    {
        rooms.Heard(auction);
        auction.Committed();
        Plan(auction);
    }

    private async ValueTask<Auction?> Find(AuctionId id, CancellationToken ct)
    {
        if (known.TryGetValue(id, out var auction)) return auction;
        if (await store.Load(id, ct) is not { } loaded) return null;
        if (outage is { } standstill) loaded.GiveBack(standstill);
        known[id] = loaded;
        Plan(loaded);
        return loaded;
    }

    /// <summary>Notes when it moves next; of those that are over the last few stay in memory for late and repeated bids.</summary>
    private void Plan(Auction auction)
    {
        if (auction.DueAt is { } at) due[auction.Id] = at;
        else due.TryRemove(auction.Id, out _);
        if (!auction.IsOver) return;
        over.Enqueue(auction.Id);
        while (over.Count > KeptWhenOver) known.TryRemove(over.Dequeue(), out _);
    }

    private void Forget(IEnumerable<AuctionId> ids)
    {
        foreach (var id in ids) known.TryRemove(id, out _);
    }

    /// <summary>The time before this start in which no process served bidding; a short gap cannot be told from the pulse of another process.</summary>
    private async Task<Outage?> FindOutage(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var now = clock.GetUtcNow();
                return await store.LastPulse(ct) is { } last && now - last > Silence ? new Outage(last, now) : null;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(failure, "The last pulse of bidding could not be read; trying again");
                await Task.Delay(LookEvery, ct);
            }
        }
    }

    /// <summary>Lets what is due arrive like everything else, and finds the auctions that are about to open or run since before this process.</summary>
    private async Task Watch(CancellationToken ct)
    {
        var looked = long.MinValue;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (looked == long.MinValue || clock.GetElapsedTime(looked) > LookEvery)
                {
                    var live = await store.Live(clock.GetUtcNow() + LookAhead, ct);
                    // At the start an outage is written to the logs before the pulse goes over it: a crash in between finds it again.
                    if (looked == long.MinValue && outage is not null)
                        await Task.WhenAll(live.Select(Task (id) => Submit(id, (_, _) => true))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    foreach (var id in live) if (!known.ContainsKey(id)) due.TryAdd(id, DateTimeOffset.MinValue);
                    await store.Beat(clock.GetUtcNow(), ct);
                    looked = clock.GetTimestamp();
                }
                var now = clock.GetUtcNow();
                foreach (var (id, at) in due)
                    if (at <= now && due.TryRemove(id, out _)) _ = Submit(id, (_, _) => true);
                await Task.Delay(Tick, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Running auctions could not be read; trying again");
                await Task.Delay(LookEvery, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
