using System.Runtime.InteropServices;

namespace TechMarket.Matching.Engine;

/// <summary>Where a document is and which version it has; a negative row is a removed document.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DocumentState(int Row, long Version);

/// <summary>Everything an index holds. Replaced as a whole when a snapshot is loaded.</summary>
internal sealed class Content
{
    private View view = new(new Postings(), new Columns(1024), Deletions.None, 0);

    public CodeTables Codes { get; } = new();
    public Vocabulary Vocabulary { get; } = new();
    public Suggestions Suggestions { get; } = new();

    /// <summary>Used by the writer alone.</summary>
    public Dictionary<Guid, DocumentState> Versions { get; } = [];

    public View View => Volatile.Read(ref view);

    public void Publish(View next) => Volatile.Write(ref view, next);

    public bool IsNewer(SearchDocument document) =>
        !Versions.TryGetValue(document.Id, out var known) || document.Version > known.Version;

    public List<KeyValuePair<Guid, DocumentState>> Removed()
    {
        var removed = new List<KeyValuePair<Guid, DocumentState>>();
        foreach (var entry in Versions)
        {
            if (entry.Value.Row < 0)
                removed.Add(entry);
        }
        return removed;
    }
}
