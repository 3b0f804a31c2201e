namespace TechMarket.Matching.Engine;

/// <summary>Keeps the best rows of many: a heap with the worst kept row on top.</summary>
/// <typeparam name="TOrder">Compares two rows; negative means the first is better. No two rows are equal.</typeparam>
internal sealed class TopRows<TOrder>(int capacity, TOrder order)
    where TOrder : IComparer<int>
{
    private int[] heap = new int[Math.Min(capacity, 256)];
    private int count;

    public void Add(int row)
    {
        if (count < capacity)
        {
            if (count == heap.Length)
                Array.Resize(ref heap, Math.Min(capacity, count * 2));
            heap[count] = row;
            Raise(count++);
        }
        else if (capacity > 0 && order.Compare(row, heap[0]) < 0)
        {
            heap[0] = row;
            Sink();
        }
    }

    /// <summary>The kept rows, best first; the heap is used up.</summary>
    public Span<int> Sorted()
    {
        var rows = heap.AsSpan(0, count);
        rows.Sort((left, right) => order.Compare(left, right));
        return rows;
    }

    private void Raise(int i)
    {
        while (i > 0 && order.Compare(heap[i], heap[(i - 1) / 2]) > 0)
        {
            (heap[i], heap[(i - 1) / 2]) = (heap[(i - 1) / 2], heap[i]);
            i = (i - 1) / 2;
        }
    }

    private void Sink()
    {
        for (var i = 0; ;)
        {
            var worst = i;
            for (var child = 2 * i + 1; child <= 2 * i + 2 && child < count; child++)
            {
                if (order.Compare(heap[child], heap[worst]) > 0)
                    worst = child;
            }
            if (worst == i)
                return;
            (heap[i], heap[worst]) = (heap[worst], heap[i]);
            i = worst;
        }
    }
}

/// <summary>The order of results: complete matches first, then as asked, then the newest, then by id.</summary>
internal readonly struct ResultOrder(SearchOrder order, Columns columns, float[] scores) : IComparer<int>
{
    public int Compare(int left, int right)
    {
        var by = order switch
        {
            SearchOrder.Relevance => scores[right].CompareTo(scores[left]),
            SearchOrder.PriceAscending => ByPrice(left, right),
            SearchOrder.PriceDescending => ByPrice(right, left),
            _ => 0,
        };
        if (by != 0)
            return by;
        by = columns.PublishedAt[right].CompareTo(columns.PublishedAt[left]);
        return by != 0 ? by : columns.Documents[left].Id.CompareTo(columns.Documents[right].Id);
    }

    /// <summary>Documents without a price come last in either direction.</summary>
    private int ByPrice(int left, int right)
    {
        var (a, b) = (columns.Price[left], columns.Price[right]);
        if ((a == Columns.NoAmount) != (b == Columns.NoAmount))
            return (a == Columns.NoAmount) == (order == SearchOrder.PriceAscending) ? 1 : -1;
        return a.CompareTo(b);
    }
}
