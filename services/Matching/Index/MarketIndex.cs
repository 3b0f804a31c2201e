using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Index;

/// <summary>The two indexes of this process and what shown facts go with their documents.</summary>
sealed class MarketIndex
{
    private volatile Side achievements = new(new EmbeddedIndex(DocumentKind.Achievement));
    private volatile Side demands = new(new EmbeddedIndex(DocumentKind.Demand));

    public ISearchIndex Of(DocumentKind kind) => kind == DocumentKind.Achievement ? achievements.Index : demands.Index;

    public static DocumentKind Other(DocumentKind kind) => kind == DocumentKind.Achievement ? DocumentKind.Demand : DocumentKind.Achievement;

    /// <summary>Puts findable entries in and takes the others out.</summary>
    public void Apply(IReadOnlyCollection<Entry> entries)
    {
        foreach (var kind in new[] { DocumentKind.Achievement, DocumentKind.Demand })
        {
            var index = Of(kind);
            var findable = entries.Where(e => e.Kind == kind && e.Findable).Select(e => e.ToIndex()).ToList();
            if (findable.Count == 1) index.Upsert(findable[0]);
            else if (findable.Count > 1) index.UpsertMany(findable);
            foreach (var gone in entries.Where(e => e.Kind == kind && !e.Findable)) index.Remove(gone.Id, gone.Change);
        }
    }

    /// <summary>Starts again from nothing, without a moment in which searches find nothing: the new indexes replace the old when full.</summary>
    public void Replace(ISearchIndex newAchievements, ISearchIndex newDemands)
    {
        achievements = new Side(newAchievements);
        demands = new Side(newDemands);
    }

    private sealed record Side(ISearchIndex Index);
}
