using System.Buffers;

namespace TechMarket.Matching.Engine;

/// <summary>Ascending rows with impacts: borrowed from the index, or in a pooled array that must be returned.</summary>
internal readonly struct RowList(uint[] array, int count, bool rented)
{
    public static readonly RowList Empty = new([], 0, rented: false);

    public int Count => count;

    public ReadOnlySpan<uint> Span => array.AsSpan(0, count);

    public void Return()
    {
        if (rented)
            ArrayPool<uint>.Shared.Return(array);
    }

    /// <summary>The rows of both; both are returned.</summary>
    public static RowList Union(RowList left, RowList right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            (left.Count == 0 ? left : right).Return();
            return left.Count == 0 ? right : left;
        }
        var a = left.Span;
        var b = right.Span;
        var merged = ArrayPool<uint>.Shared.Rent(a.Length + b.Length);
        var (i, j, size) = (0, 0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (j == b.Length || (i < a.Length && Postings.Row(a[i]) < Postings.Row(b[j])))
                merged[size++] = a[i++];
            else if (i == a.Length || Postings.Row(b[j]) < Postings.Row(a[i]))
                merged[size++] = b[j++];
            else
                (merged[size++], i, j) = (Math.Max(a[i], b[j]), i + 1, j + 1);
        }
        left.Return();
        right.Return();
        return new RowList(merged, size, rented: true);
    }

    /// <summary>The rows in all lists, which stay the caller's; all rows if there is no list.</summary>
    public static RowList Intersection(List<RowList> lists, int rows)
    {
        if (lists.Count == 0)
            return All(rows);
        lists.Sort((left, right) => left.Count.CompareTo(right.Count));
        var found = ArrayPool<uint>.Shared.Rent(Math.Max(1, lists[0].Count));
        Span<int> places = stackalloc int[Math.Min(lists.Count, 256)];
        places.Clear();
        var size = 0;
        foreach (var posting in lists[0].Span)
        {
            var row = Postings.Row(posting);
            var inAll = true;
            for (var k = 1; inAll && k < places.Length; k++)
            {
                var list = lists[k].Span;
                places[k] = Postings.Advance(list, places[k], row);
                inAll = places[k] < list.Length && Postings.Row(list[places[k]]) == row;
            }
            if (inAll)
                found[size++] = posting;
        }
        return new RowList(found, size, rented: true);
    }

    private static RowList All(int rows)
    {
        var all = ArrayPool<uint>.Shared.Rent(Math.Max(1, rows));
        for (var row = 0; row < rows; row++)
            all[row] = Postings.Pack(row, 1);
        return new RowList(all, rows, rented: true);
    }
}
