namespace TechMarket.Matching.Engine;

/// <summary>
/// Completions: a sorted array of what can be suggested with the best entries of short prefixes precomputed, and a
/// short unsorted tail of newcomers. One writer, readers without locks.
/// </summary>
internal sealed class Suggestions
{
    public const int Most = 20;
    private const int LongestText = 60;
    private const int ShortPrefix = 2;
    private const int LeastTail = 512;

    private readonly Dictionary<string, Entry> byText = new(StringComparer.Ordinal);
    private State state = new([], [], new Entry[LeastTail]);

    /// <summary>Counts a document's title and keywords. Writer only.</summary>
    public void Add(SearchDocument document)
    {
        if (document.Visibility != Visibility.Public)
            return;
        Add(document.Title);
        for (var i = 0; i < document.Keywords.Count; i++)
            Add(document.Keywords[i]);
    }

    /// <summary>Takes a document's part back; what no document has is not suggested. Writer only.</summary>
    public void Remove(SearchDocument document)
    {
        if (document.Visibility != Visibility.Public)
            return;
        Remove(document.Title);
        for (var i = 0; i < document.Keywords.Count; i++)
            Remove(document.Keywords[i]);
    }

    /// <summary>Sorts the tail in. Writer only.</summary>
    public void Merge()
    {
        var kept = new List<Entry>(byText.Count);
        foreach (var (text, entry) in byText)
        {
            if (entry.Count > 0)
                kept.Add(entry);
            else
                byText.Remove(text);
        }
        var sorted = kept.ToArray();
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Folded, right.Folded));
        var tail = new Entry[Math.Max(LeastTail, sorted.Length / 128)];
        Volatile.Write(ref state, new State(sorted, ShortLists(sorted), tail));
    }

    public IReadOnlyList<Suggestion> Find(string prefix, int count)
    {
        var folded = FoldedText.Of(prefix.Length > LongestText ? prefix[..LongestText] : prefix).Trim();
        count = Math.Min(count, Most);
        if (folded.Length == 0 || count <= 0)
            return [];
        var now = Volatile.Read(ref state);
        var best = new List<Entry>(count + 1);
        if (folded.Length > ShortPrefix || !AddShort(now, folded, count, best))
            AddRange(now.Sorted, folded, count, best);
        var tail = now.Tail;
        for (var i = 0; i < tail.Length && Volatile.Read(ref tail[i]) is { } entry; i++)
        {
            if (entry.Folded.StartsWith(folded, StringComparison.Ordinal))
                Insert(best, entry, count);
        }
        return best.ConvertAll(entry => new Suggestion(entry.Text, entry.Count));
    }

    private static bool AddShort(State now, string folded, int count, List<Entry> best)
    {
        if (!now.Short.TryGetValue(folded, out var listed))
            return true;
        foreach (var entry in listed)
            Insert(best, entry, count);
        // Removals may have emptied a list that was cut: then only the whole range answers.
        if (best.Count < count && listed.Length == Most)
        {
            best.Clear();
            return false;
        }
        return true;
    }

    private static void AddRange(Entry[] sorted, string folded, int count, List<Entry> best)
    {
        for (var i = LowerBound(sorted, folded); i < sorted.Length && sorted[i].Folded.StartsWith(folded, StringComparison.Ordinal); i++)
            Insert(best, sorted[i], count);
    }

    private static Dictionary<string, Entry[]> ShortLists(Entry[] sorted)
    {
        var lists = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var entry in sorted)
        {
            for (var length = 1; length <= ShortPrefix && length <= entry.Folded.Length; length++)
            {
                var prefix = entry.Folded[..length];
                if (!lists.TryGetValue(prefix, out var list))
                    lists[prefix] = list = new List<Entry>(4);
                Insert(list, entry, Most);
            }
        }
        var arrays = new Dictionary<string, Entry[]>(lists.Count, StringComparer.Ordinal);
        foreach (var (prefix, list) in lists)
            arrays[prefix] = [.. list];
        return arrays;
    }

    private static void Insert(List<Entry> best, Entry entry, int count)
    {
        if (entry.Count <= 0 || (best.Count == count && !Better(entry, best[^1])))
            return;
        var at = best.Count;
        while (at > 0 && Better(entry, best[at - 1]))
            at--;
        best.Insert(at, entry);
        if (best.Count > count)
            best.RemoveAt(count);
    }

    private static bool Better(Entry left, Entry right)
    {
        if (left.Count != right.Count)
            return left.Count > right.Count;
        if (left.Folded.Length != right.Folded.Length)
            return left.Folded.Length < right.Folded.Length;
        return string.CompareOrdinal(left.Folded, right.Folded) < 0;
    }

    private static int LowerBound(Entry[] sorted, string folded)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(sorted[middle].Folded, folded) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private void Add(string text)
    {
        var folded = FoldedText.Of(text).Trim();
        if (folded.Length is 0 or > LongestText)
            return;
        if (byText.TryGetValue(folded, out var known))
        {
            known.Count++;
            return;
        }
        var entry = new Entry(text.Trim(), folded) { Count = 1 };
        byText[folded] = entry;
        var tail = state.Tail;
        if (state.TailCount == tail.Length)
            Merge();
        else
            Volatile.Write(ref tail[state.TailCount++], entry);
    }

    private void Remove(string text)
    {
        if (byText.TryGetValue(FoldedText.Of(text).Trim(), out var entry) && entry.Count > 0)
            entry.Count--;
    }

    private sealed class Entry(string text, string folded)
    {
        private int count;

        public string Text { get; } = text;
        public string Folded { get; } = folded;
        public int Count
        {
            get => Volatile.Read(ref count);
            set => Volatile.Write(ref count, value);
        }
    }

    private sealed class State(Entry[] sorted, Dictionary<string, Entry[]> shortLists, Entry?[] tail)
    {
        public Entry[] Sorted { get; } = sorted;
        public Dictionary<string, Entry[]> Short { get; } = shortLists;
        public Entry?[] Tail { get; } = tail;

        /// <summary>Used by the writer alone; readers stop at the first empty place.</summary>
        public int TailCount { get; set; }
    }
}
