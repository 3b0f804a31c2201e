using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

/// <summary>Documents and indexes for the engine's tests.</summary>
internal static class Some
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static SearchDocument Achievement(int number, string title, string summary = "", params string[] keywords) => new()
    {
        Id = Id(number),
        Kind = DocumentKind.Achievement,
        Number = $"CG-2026-{number:000000}",
        Title = title,
        Keywords = keywords,
        Summary = summary,
        PublishedAt = Start.AddDays(number),
        Version = 1,
    };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static int Number(this SearchDocument document) => BitConverter.ToInt32(document.Id.ToByteArray());

    public static EmbeddedIndex Index(params SearchDocument[] documents)
    {
        var index = new EmbeddedIndex(DocumentKind.Achievement);
        foreach (var document in documents)
            index.Upsert(document).ShouldBeTrue();
        return index;
    }

    public static int[] Numbers(this SearchResult result) => [.. result.Hits.Select(hit => hit.Document.Number())];

    public static int[] Find(this ISearchIndex index, string text) =>
        [.. index.Search(new SearchQuery { Text = text }).Hits.Where(hit => hit.Complete).Select(hit => hit.Document.Number()).Order()];

    public static string Marked(IEnumerable<TextSegment> segments) =>
        string.Concat(segments.Select(segment => segment.Hit ? $"[{segment.Text}]" : segment.Text));
}
