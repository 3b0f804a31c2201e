namespace TechMarket.Testing;

/// <summary>
/// A clock that stands still until a test moves it. It decides what time it <i>is</i>; timers and delays made from it
/// run in real time, so a test that waits for a deadline moves the clock and calls the action that claims it.
/// </summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = start.ToUniversalTime();

    /// <summary>Starts on a working day, Monday 2 March 2026, 10:00 in China.</summary>
    public FakeClock() : this(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    /// <summary>Moves to an instant, forwards or back.</summary>
    public void Set(DateTimeOffset instant)
    {
        lock (gate)
            now = instant.ToUniversalTime();
    }

    /// <summary>Moves by a span and returns the new time.</summary>
    public DateTimeOffset Advance(TimeSpan span)
    {
        lock (gate)
            return now += span;
    }
}
