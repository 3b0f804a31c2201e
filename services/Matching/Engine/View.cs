namespace TechMarket.Matching.Engine;

/// <summary>The index at one instant: what a reader takes once and uses to the end of its query.</summary>
internal sealed record View(Postings Postings, Columns Columns, Deletions Deletions, int Rows)
{
    public int Live => Rows - Deletions.Count;

    /// <summary>Whether a row exists for a caller; what it may not see is never counted either.</summary>
    public bool IsVisible(int row, bool includeRestricted) =>
        !Deletions.Contains(row) && (includeRestricted || Columns.Visibility[row] == (byte)Visibility.Public);

    public float Weight(ulong term) => Bm25.Weight(Postings.Find(term, Rows).Length, Rows);
}
