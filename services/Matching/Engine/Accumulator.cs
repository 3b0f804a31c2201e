using System.Collections.Concurrent;

namespace TechMarket.Matching.Engine;

/// <summary>Adds up scores by row and remembers which rows it touched, so that clearing costs only those.</summary>
internal sealed class Accumulator
{
    private static readonly ConcurrentBag<Accumulator> Idle = [];

    private float[] sums = [];
    private int[] touched = [];
    private int count;

    private Accumulator()
    {
    }

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public float this[int row] => sums[row];

    public static Accumulator Take(int rows)
    {
        if (!Idle.TryTake(out var accumulator))
            accumulator = new Accumulator();
        if (accumulator.sums.Length < rows)
        {
            accumulator.sums = new float[rows + rows / 4];
            accumulator.touched = new int[accumulator.sums.Length];
        }
        return accumulator;
    }

    /// <summary>Adds weight times impact for every posting; the weight must be positive.</summary>
    public void AddImpacts(ReadOnlySpan<uint> postings, float weight)
    {
        var to = sums;
        foreach (var posting in postings)
        {
            ref var sum = ref to[Postings.Row(posting)];
            if (sum == 0)
                touched[count++] = Postings.Row(posting);
            sum += weight * Postings.Impact(posting);
        }
    }

    /// <summary>Adds the same positive amount for every posting.</summary>
    public void AddPresence(ReadOnlySpan<uint> postings, float amount)
    {
        foreach (var posting in postings)
        {
            ref var sum = ref sums[Postings.Row(posting)];
            if (sum == 0)
                touched[count++] = Postings.Row(posting);
            sum += amount;
        }
    }

    public void Return()
    {
        foreach (var row in Touched)
            sums[row] = 0;
        count = 0;
        Idle.Add(this);
    }
}
