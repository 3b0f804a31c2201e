using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

public sealed class ConcurrencyTests
{
    /// <summary>
    /// Every document holds its version in title, keyword and text, and all documents always exist: a reader that saw
    /// half a change would count them wrong, find one twice, or find a text that is not the title's.
    /// </summary>
    [Fact]
    public async Task Readers_beside_a_writer_always_see_whole_documents_and_all_of_them()
    {
        const int documents = 400;
        var index = new EmbeddedIndex(DocumentKind.Achievement);
        index.UpsertMany([.. Enumerable.Range(1, documents).Select(number => Document(number, 1))]);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(seed => Task.Run(() => Read(index, documents, seed, done.Token))).ToArray();
        var random = new Random(5);
        for (var version = 2L; version < 8000; version++)
            index.Upsert(Document(random.Next(1, documents + 1), version)).ShouldBeTrue();
        await done.CancelAsync();
        (await Task.WhenAll(readers)).ShouldAllBe(rounds => rounds > 0);
        index.Count.ShouldBe(documents);
    }

    [Fact]
    public async Task Two_writers_of_the_same_documents_end_with_the_newest()
    {
        var index = new EmbeddedIndex(DocumentKind.Achievement);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            for (var version = 1L + writer; version <= 2000; version += 2)
                index.Upsert(Document((int)(version % 10) + 1, version));
        })));
        index.Count.ShouldBe(10);
        index.Search(new SearchQuery { Text = "电池" }).Hits.Select(hit => hit.Document.Version).Order().ShouldBe(Enumerable.Range(1991, 10).Select(version => (long)version));
    }

    private static SearchDocument Document(int number, long version) =>
        Some.Achievement(number, $"电池v{version}x", $"石墨烯v{version}x", $"第{number}词语") with { Version = version, FieldCode = "06" };

    private static int Read(EmbeddedIndex index, int documents, int seed, CancellationToken done)
    {
        var random = new Random(seed);
        var rounds = 0;
        while (!done.IsCancellationRequested || rounds == 0)
        {
            var page = index.Search(new SearchQuery { Text = "电池 石墨烯", Skip = random.Next(documents - 200), Take = 200, WithHighlights = false });
            page.Total.ShouldBe(documents);
            page.Facets[Facet.Field].ShouldBe([new FacetCount("06", documents)]);
            page.Hits.Select(hit => hit.Document.Id).ShouldBeUnique();
            page.Hits.ShouldAllBe(hit => hit.Document.Summary.Substring(3) == hit.Document.Title.Substring(2));
            index.MatchTo(new MatchQuery { Title = "石墨烯电池", Take = 5 }).Candidates.Count.ShouldBe(5);
            index.Suggest("电", 5);
            rounds++;
        }
        return rounds;
    }
}
