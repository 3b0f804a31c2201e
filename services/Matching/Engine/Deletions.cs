namespace TechMarket.Matching.Engine;

/// <summary>An immutable set of removed rows; adding one copies a small block, not the whole.</summary>
internal sealed class Deletions
{
    private const int BlockRows = 4096;
    public static readonly Deletions None = new([], 0);

    private readonly ulong[]?[] blocks;

    private Deletions(ulong[]?[] blocks, int count)
    {
        this.blocks = blocks;
        Count = count;
    }

    public int Count { get; }

    public bool Contains(int row)
    {
        var block = row / BlockRows;
        return block < blocks.Length && blocks[block] is { } bits && (bits[row % BlockRows / 64] & (1UL << row)) != 0;
    }

    public Deletions With(int row)
    {
        var block = row / BlockRows;
        var copy = new ulong[]?[Math.Max(blocks.Length, block + 1)];
        blocks.CopyTo(copy, 0);
        var bits = copy[block] is { } old ? (ulong[])old.Clone() : new ulong[BlockRows / 64];
        bits[row % BlockRows / 64] |= 1UL << row;
        copy[block] = bits;
        return new Deletions(copy, Count + 1);
    }
}
