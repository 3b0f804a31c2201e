namespace TechMarket.Matching.Engine;

/// <summary>
/// The index in memory. The writer adds rows above what the published view reaches and then publishes a view that
/// includes them; a replaced document is a new row and a mark on the old one. When a quarter of the rows is marked, the
/// writer builds a compact copy and publishes that; readers finish on the view they began with.
/// </summary>
internal sealed class EmbeddedIndex : ISearchIndex
{
    public const int LongestTitle = 500;
    public const int LongestSummary = 20_000;
    public const int MostKeywords = 50;
    public const int LongestKeyword = 100;
    private const int LeastRowsToCompact = 1024;

    private readonly Lock writing = new();
    private readonly DocumentKind kind;
    private readonly DocumentAnalysis analysis = new();
    private Content content;

    public EmbeddedIndex(DocumentKind kind)
    {
        this.kind = kind;
        content = new Content();
    }

    public int Count => Now.View.Live;

    /// <summary>Rows including those marked as removed; tells how much compacting would save.</summary>
    internal int Rows => Now.View.Rows;

    /// <summary>How the index understands a query text.</summary>
    internal QueryPlan PlanOf(string text) => QueryPlan.Of(text, Now.Vocabulary.Lexicon);

    private Content Now => Volatile.Read(ref content);

    public bool Upsert(SearchDocument document)
    {
        document = Checked(document);
        lock (writing)
        {
            var now = content;
            if (!now.IsNewer(document))
                return false;
            now.Vocabulary.Learn(document, now.View, analysis);
            Add(now, document);
            CompactIfDue(now);
            return true;
        }
    }

    public int UpsertMany(IReadOnlyCollection<SearchDocument> documents)
    {
        var added = 0;
        lock (writing)
        {
            var now = content;
            var newer = new List<SearchDocument>(documents.Count);
            foreach (var document in documents)
            {
                if (now.IsNewer(document))
                    newer.Add(Checked(document));
            }
            // All words first, so that no document is read twice for a word that a later one brings.
            foreach (var document in newer)
                now.Vocabulary.Learn(document, now.View, analysis);
            foreach (var document in newer)
            {
                if (!now.IsNewer(document))
                    continue;
                Add(now, document);
                added++;
            }
            now.Suggestions.Merge();
            CompactIfDue(now);
        }
        return added;
    }

    public bool Remove(Guid id, long version = 0)
    {
        lock (writing)
        {
            var now = content;
            var known = now.Versions.TryGetValue(id, out var state);
            if (known && version != 0 && version < state.Version)
                return false;
            now.Versions[id] = new DocumentState(-1, Math.Max(version, known ? state.Version : 0));
            if (!known || state.Row < 0)
                return false;
            now.Suggestions.Remove(now.View.Columns.Documents[state.Row]);
            now.Publish(now.View with { Deletions = now.View.Deletions.With(state.Row) });
            CompactIfDue(now);
            return true;
        }
    }

    public SearchResult Search(SearchQuery query)
    {
        var now = Now;
        return KeywordSearch.Run(now.View, now.Vocabulary.Lexicon, now.Codes, query);
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int count) => Now.Suggestions.Find(prefix, count);

    public MatchResult MatchTo(MatchQuery query)
    {
        var now = Now;
        return Matcher.Run(now.View, now.Vocabulary.Lexicon, now.Codes, query);
    }

    public void SaveSnapshot(Stream stream)
    {
        View view;
        List<string> learned;
        List<KeyValuePair<Guid, DocumentState>> removed;
        lock (writing)
        {
            view = content.View;
            learned = [.. content.Vocabulary.Lexicon.Learned];
            removed = content.Removed();
        }
        Snapshot.Save(stream, kind, view, learned, removed);
    }

    public void LoadSnapshot(Stream stream)
    {
        var loaded = Snapshot.Load(stream, kind);
        lock (writing)
            Volatile.Write(ref content, loaded);
    }

    private static void Add(Content now, SearchDocument document, DocumentAnalysis analysis)
    {
        var view = now.View;
        if (view.Rows == Postings.MaxRows)
            throw new InvalidOperationException("The index is full.");
        analysis.Read(document, now.Vocabulary.Lexicon);
        var columns = view.Columns;
        if (view.Rows == columns.Capacity)
            columns = new Columns(Math.Max(1024, columns.Capacity + columns.Capacity / 2), columns, view.Rows);
        columns.Set(view.Rows, document, now.Codes);
        for (var i = 0; i < analysis.Terms.Length; i++)
            view.Postings.Append(analysis.Terms[i], Postings.Pack(view.Rows, analysis.ImpactAt(i)));
        var deletions = view.Deletions;
        if (now.Versions.TryGetValue(document.Id, out var old) && old.Row >= 0)
        {
            deletions = deletions.With(old.Row);
            now.Suggestions.Remove(columns.Documents[old.Row]);
        }
        now.Versions[document.Id] = new DocumentState(view.Rows, document.Version);
        now.Suggestions.Add(document);
        now.Publish(view with { Columns = columns, Deletions = deletions, Rows = view.Rows + 1 });
    }

    private void Add(Content now, SearchDocument document) => Add(now, document, analysis);

    private static void CompactIfDue(Content now)
    {
        var view = now.View;
        if (view.Rows < LeastRowsToCompact || view.Deletions.Count * 4 < view.Rows)
            return;
        var newRows = new int[view.Rows];
        var columns = new Columns(view.Live + view.Live / 4 + 16);
        var rows = 0;
        for (var row = 0; row < view.Rows; row++)
        {
            newRows[row] = -1;
            if (view.Deletions.Contains(row))
                continue;
            var document = view.Columns.Documents[row];
            columns.Set(rows, document, now.Codes);
            now.Versions[document.Id] = new DocumentState(rows, document.Version);
            newRows[row] = rows++;
        }
        now.Publish(new View(view.Postings.Compacted(view.Rows, newRows), columns, Deletions.None, rows));
    }

    /// <summary>Refuses what can never be indexed and cuts what is too long to be read by anyone.</summary>
    private SearchDocument Checked(SearchDocument document)
    {
        if (document.Kind != kind)
            throw new ArgumentException($"This index holds {kind} documents.", nameof(document));
        if (string.IsNullOrWhiteSpace(document.Title))
            throw new ArgumentException("A document needs a title.", nameof(document));
        Columns.Check(document, content.Codes);
        if (document.Title.Length <= LongestTitle && document.Summary.Length <= LongestSummary
            && document.Keywords.Count <= MostKeywords && !document.Keywords.Any(word => word.Length > LongestKeyword))
            return document;
        return document with
        {
            Title = Cut(document.Title, LongestTitle),
            Summary = Cut(document.Summary, LongestSummary),
            Keywords = [.. document.Keywords.Where(word => word.Length <= LongestKeyword).Take(MostKeywords)],
        };
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
