namespace TechMarket.Matching.Engine;

/// <summary>
/// Search and matching over one kind of document. Any number of readers run beside one writer at a time and never wait
/// for it; a document can be found as soon as its upsert returns.
/// </summary>
internal interface ISearchIndex
{
    /// <summary>Documents that can be found.</summary>
    int Count { get; }

    /// <summary>Adds or replaces a document.</summary>
    /// <returns>False if the index already has this version or a newer one, or it was removed at such a version.</returns>
    bool Upsert(SearchDocument document);

    /// <summary>Adds many documents, faster than one by one.</summary>
    /// <returns>How many were new.</returns>
    int UpsertMany(IReadOnlyCollection<SearchDocument> documents);

    /// <summary>Removes a document as of its version, so that a late message cannot bring an older state back.</summary>
    /// <returns>False if it was not there.</returns>
    bool Remove(Guid id, long version = 0);

    SearchResult Search(SearchQuery query);

    /// <summary>Titles and keywords of public documents that begin with what was typed, the most used first.</summary>
    IReadOnlyList<Suggestion> Suggest(string prefix, int count);

    MatchResult MatchTo(MatchQuery query);

    /// <summary>Writes the state of one instant to a stream that can seek; neither readers nor the writer wait for it.</summary>
    void SaveSnapshot(Stream stream);

    /// <summary>Replaces the content. On <see cref="SnapshotException"/> the index is unchanged and must be filled anew.</summary>
    void LoadSnapshot(Stream stream);
}
