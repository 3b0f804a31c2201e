using System.Text;
using System.Text.Json;
using TechMarket.Platform.Data;

namespace TechMarket.Trading.Bidding;

/// <summary>One piece of news, ready to be written to everybody who watches; it knows the next.</summary>
sealed class Frame(long seq, byte[] bytes)
{
    private readonly TaskCompletionSource<Frame?> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Seq => seq;

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Null when the room shuts.</summary>
    public Task<Frame?> Next => next.Task;

    public void Follow(Frame? frame) => next.TrySetResult(frame);
}

/// <summary>
/// What everybody watching one auction sees. News are gathered for a moment that grows with the number of watchers and rendered
/// once for all of them; a frame carries the whole standing, so a watcher who fell behind or missed one is right again with the next.
/// </summary>
sealed class LiveRoom
{
    /// <summary>Entries kept for those who come back; who was away longer reads the log.</summary>
    public const int Kept = 200;
    private const int MostInFrame = 50;
    private const double MicrosecondsEach = 40;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly Queue<LogEntry> recent = new();

    /// <summary>The room's own copy; it follows the log and nothing else.</summary>
    private readonly Auction copy;
    private Frame last = new(0, []);
    private long toldSeq;
    private long toldAt;
    private DateTimeOffset? nextPriceAt;
    private int watchers;

    public LiveRoom(Auction copy, TimeProvider clock)
    {
        (this.copy, this.clock) = (copy, clock);
        (toldSeq, toldAt, LastUsed) = (copy.Seq, clock.GetTimestamp(), clock.GetTimestamp());
    }

    public int Watchers => Volatile.Read(ref watchers);

    public long LastUsed { get; private set; }

    public long Seq
    {
        get
        {
            lock (gate) return copy.Seq;
        }
    }

    public bool IsOver
    {
        get
        {
            lock (gate) return copy.IsOver;
        }
    }

    /// <summary>What was announced: of the copy only what never changes may be read outside.</summary>
    public Auction Announced => copy;

    /// <summary>Where it stands now.</summary>
    public Standing Now()
    {
        lock (gate)
        {
            LastUsed = clock.GetTimestamp();
            return Standing.Of(copy, clock.GetUtcNow());
        }
    }

    /// <summary>What was committed. An entry heard before is left out; after a gap the room waits for what is missing.</summary>
    public void Hear(IReadOnlyList<LogEntry> entries)
    {
        lock (gate)
        {
            foreach (var entry in entries)
            {
                if (entry.Seq <= copy.Seq) continue;
                if (entry.Seq > copy.Seq + 1) return;
                copy.Follow(entry);
                recent.Enqueue(entry);
                if (recent.Count > Kept) recent.Dequeue();
            }
        }
    }

    /// <summary>Entries the copy was built from.</summary>
    public void Remember(IReadOnlyList<LogEntry> entries)
    {
        lock (gate)
            foreach (var entry in entries.Where(e => e.Seq <= copy.Seq)) recent.Enqueue(entry);
    }

    /// <summary>Comes in; the first frame tells where it stands and what was missed since an entry of the log.</summary>
    /// <param name="after">The last entry the watcher has; null for none.</param>
    public (Frame Position, byte[] Hello) Enter(long? after)
    {
        Interlocked.Increment(ref watchers);
        lock (gate)
        {
            LastUsed = clock.GetTimestamp();
            return (last, Render(after ?? Math.Max(0, copy.Seq - MostInFrame)));
        }
    }

    public void Leave()
    {
        Interlocked.Decrement(ref watchers);
        lock (gate) LastUsed = clock.GetTimestamp();
    }

    /// <summary>Tells the watchers when there is news, the falling price fell, or nothing was said for a while.</summary>
    public void Beat()
    {
        if (Watchers == 0) return;
        Frame told;
        lock (gate)
        {
            var silent = clock.GetElapsedTime(toldAt);
            var now = clock.GetUtcNow();
            // Every watcher costs a write: the more there are, the more is gathered into one.
            var news = copy.Seq > toldSeq && silent.TotalMilliseconds * 1000 >= Watchers * MicrosecondsEach;
            if (!news && !(now >= nextPriceAt) && silent < Heartbeat) return;
            told = last;
            last = new Frame(copy.Seq, Render(toldSeq));
            (toldSeq, toldAt, nextPriceAt) = (copy.Seq, clock.GetTimestamp(), copy.NextPriceAt(now));
        }
        told.Follow(last);
    }

    /// <summary>The process stops; watchers come back to another.</summary>
    public void Shut()
    {
        lock (gate) last.Follow(null);
    }

    /// <summary>One server-sent event; its id is the last entry it includes.</summary>
    private byte[] Render(long after)
    {
        var lines = recent.Where(e => e.Seq > after).TakeLast(MostInFrame).Select(e => e.Line).ToList();
        var text = new StringBuilder(512);
        text.Append("id: ").Append(copy.Seq).Append("\nevent: standing\ndata: {\"standing\":")
            .Append(JsonSerializer.Serialize(Standing.Of(copy, clock.GetUtcNow()), Json.Options)).Append(",\"entries\":[").AppendJoin(',', lines).Append("]}\n\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
