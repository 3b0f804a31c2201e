using System.Collections.Concurrent;

namespace TechMarket.Trading.Bidding;

/// <summary>The rooms somebody looks into. The writer of this process tells them at once; what another process wrote they find within a second.</summary>
sealed class LiveRooms(BiddingStore store, TimeProvider clock, ILogger<LiveRooms> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan KeepUnused = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<AuctionId, Lazy<Task<LiveRoom?>>> rooms = new();

    /// <summary>The room as it stands; null when there is no such auction.</summary>
    public async Task<LiveRoom?> Find(AuctionId id)
    {
        var entered = rooms.GetOrAdd(id, static (key, self) => new Lazy<Task<LiveRoom?>>(() => self.Open(key)), this);
        try
        {
            if (await entered.Value is { } room) return room;
        }
        catch
        {
            rooms.TryRemove(KeyValuePair.Create(id, entered));
            throw;
        }
        rooms.TryRemove(KeyValuePair.Create(id, entered));
        return null;
    }

    /// <summary>Called by the writer for every commit, before the answers.</summary>
    public void Heard(Auction auction)
    {
        if (rooms.TryGetValue(auction.Id, out var entered) && Opened(entered) is { } room) room.Hear(auction.NewEntries);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var beats = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Beat, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var lookAgain = ++beats % 20 == 0;
            foreach (var (id, entered) in rooms)
            {
                if (Opened(entered) is not { } room) continue;
                try
                {
                    if (lookAgain) await LookAgain(id, room, stoppingToken);
                    room.Beat();
                    if (room.Watchers == 0 && clock.GetElapsedTime(room.LastUsed) > KeepUnused) rooms.TryRemove(id, out _);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning(failure, "The room of {Auction} could not be refreshed; trying again", id);
                }
            }
        }
        foreach (var (_, entered) in rooms) Opened(entered)?.Shut();
    }

    private static LiveRoom? Opened(Lazy<Task<LiveRoom?>> entered) =>
        entered is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? entered.Value.GetAwaiter().GetResult() : null;

    private async Task<LiveRoom?> Open(AuctionId id)
    {
        if (await store.Load(id, CancellationToken.None) is not { } auction) return null;
        var room = new LiveRoom(auction, clock);
        room.Remember([.. (await store.LinesAfter(id, auction.Seq - LiveRoom.Kept, LiveRoom.Kept, CancellationToken.None)).Select(LogEntry.Parse)]);
        return room;
    }

    /// <summary>Finds what another process wrote, and what was committed while the room was being opened.</summary>
    private async Task LookAgain(AuctionId id, LiveRoom room, CancellationToken ct)
    {
        if (room.IsOver) return;
        while (await store.LinesAfter(id, room.Seq, LiveRoom.Kept, ct) is { Count: > 0 } missed) room.Hear([.. missed.Select(LogEntry.Parse)]);
    }
}
