namespace TechMarket.Matching.Engine;

/// <summary>
/// The inverted index: per term its rows in ascending order, each one number of 24 bits row and 8 bits impact. The
/// writer appends rows above every published view; free space holds the largest number, so a reader that stops at its
/// view's end never sees a half-written entry.
/// </summary>
internal sealed class Postings
{
    public const int MaxRows = (1 << 24) - 1;
    private const uint Free = uint.MaxValue;

    private readonly TermTable terms;
    private uint[][] lists;
    private int[] counts;

    public Postings(int capacity = 4096)
    {
        terms = new TermTable(capacity);
        lists = new uint[Math.Max(16, capacity)][];
        counts = new int[lists.Length];
    }

    public int TermCount => terms.Count;

    public static int Row(uint posting) => (int)(posting >> 8);

    public static byte Impact(uint posting) => (byte)posting;

    public static uint Pack(int row, byte impact) => ((uint)row << 8) | impact;

    /// <summary>A term's postings among the first rows; empty if the term is unknown.</summary>
    public RowList List(ulong term, int rows)
    {
        var number = terms.Find(term);
        if (number < 0)
            return RowList.Empty;
        var list = Volatile.Read(ref Volatile.Read(ref lists)[number]);
        return new RowList(list, End(list, rows), rented: false);
    }

    public ReadOnlySpan<uint> Find(ulong term, int rows) => List(term, rows).Span;

    public bool Knows(ulong term) => terms.Find(term) >= 0;

    /// <summary>Appends a row to a term. Writer only.</summary>
    public void Append(ulong term, uint posting)
    {
        var number = terms.Find(term);
        if (number < 0)
        {
            AddList(term, [posting, Free], 1);
            return;
        }
        var list = lists[number];
        var count = counts[number];
        if (count == list.Length)
        {
            var larger = new uint[count < 8 ? count * 2 : count + count / 2];
            list.CopyTo(larger, 0);
            larger.AsSpan(count).Fill(Free);
            larger[count] = posting;
            Volatile.Write(ref lists[number], larger);
        }
        else
        {
            list[count] = posting;
        }
        counts[number] = count + 1;
    }

    /// <summary>Adds a new term with all its postings so far. Writer only.</summary>
    public void AddList(ulong term, uint[] list, int count)
    {
        var number = terms.Count;
        if (number == lists.Length)
        {
            var larger = new uint[number * 2][];
            lists.CopyTo(larger, 0);
            Array.Resize(ref counts, larger.Length);
            Volatile.Write(ref lists, larger);
        }
        Volatile.Write(ref lists[number], list);
        counts[number] = count;
        terms.Add(term, number);
    }

    /// <summary>Calls back for every term with postings among the first rows.</summary>
    public void ForEach(int rows, Action<ulong, ArraySegment<uint>> visit) => terms.ForEach((term, number) =>
    {
        var list = Volatile.Read(ref Volatile.Read(ref lists)[number]);
        var count = End(list, rows);
        if (count > 0)
            visit(term, new ArraySegment<uint>(list, 0, count));
    });

    /// <summary>A copy without slack and without the rows whose new number is negative.</summary>
    public Postings Compacted(int rows, int[] newRows)
    {
        var copy = new Postings(terms.Count);
        var kept = new uint[rows];
        ForEach(rows, (term, list) =>
        {
            var count = 0;
            foreach (var posting in list)
            {
                var row = newRows[Row(posting)];
                if (row >= 0)
                    kept[count++] = Pack(row, Impact(posting));
            }
            if (count > 0)
                copy.AddList(term, kept[..count], count);
        });
        return copy;
    }

    /// <summary>The first place at or after <paramref name="from"/> whose row is not below the given one.</summary>
    public static int Advance(ReadOnlySpan<uint> list, int from, int row)
    {
        var bound = (uint)row << 8;
        if (from >= list.Length || list[from] >= bound)
            return from;
        var step = 1;
        while (from + step < list.Length && list[from + step] < bound)
        {
            from += step;
            step <<= 1;
        }
        var low = from + 1;
        var high = Math.Min(from + step, list.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (list[middle] < bound)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static int End(uint[] list, int rows)
    {
        var bound = (uint)rows << 8;
        var low = 0;
        var high = list.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (list[middle] < bound)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
