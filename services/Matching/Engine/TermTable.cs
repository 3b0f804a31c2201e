namespace TechMarket.Matching.Engine;

/// <summary>
/// Insert-only hash table from non-zero keys to non-negative numbers: one writer, any number of readers without locks.
/// A reader sees a key only after its value, and growing publishes a complete copy.
/// </summary>
internal sealed class TermTable
{
    private Slots slots;

    public TermTable(int capacity = 1024) => slots = new Slots(Math.Max(16, (int)uint.Min(1u << 30, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 2))));

    public int Count { get; private set; }

    public int Find(ulong key)
    {
        var current = Volatile.Read(ref slots);
        var keys = current.Keys;
        var mask = keys.Length - 1;
        for (var i = (int)Mix(key) & mask; ; i = (i + 1) & mask)
        {
            var found = Volatile.Read(ref keys[i]);
            if (found == key)
                return current.Values[i];
            if (found == 0)
                return -1;
        }
    }

    /// <summary>Writer only; the key must be new.</summary>
    public void Add(ulong key, int value)
    {
        if ((Count + 1) * 8L > slots.Keys.Length * 5L)
            Grow();
        Place(slots, key, value);
        Count++;
    }

    /// <summary>Calls back for every key present when the call began.</summary>
    public void ForEach(Action<ulong, int> visit)
    {
        var current = Volatile.Read(ref slots);
        for (var i = 0; i < current.Keys.Length; i++)
        {
            var key = Volatile.Read(ref current.Keys[i]);
            if (key != 0)
                visit(key, current.Values[i]);
        }
    }

    private void Grow()
    {
        var larger = new Slots(slots.Keys.Length * 2);
        for (var i = 0; i < slots.Keys.Length; i++)
        {
            if (slots.Keys[i] != 0)
                Place(larger, slots.Keys[i], slots.Values[i]);
        }
        Volatile.Write(ref slots, larger);
    }

    private static void Place(Slots to, ulong key, int value)
    {
        var mask = to.Keys.Length - 1;
        var i = (int)Mix(key) & mask;
        while (to.Keys[i] != 0)
            i = (i + 1) & mask;
        to.Values[i] = value;
        Volatile.Write(ref to.Keys[i], key);
    }

    private static uint Mix(ulong key)
    {
        key *= 0x9E3779B97F4A7C15UL;
        return (uint)(key >> 32) ^ (uint)(key >> 54);
    }

    private sealed class Slots(int size)
    {
        public readonly ulong[] Keys = new ulong[size];
        public readonly int[] Values = new int[size];
    }
}
