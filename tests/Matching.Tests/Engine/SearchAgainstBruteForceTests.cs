using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

public sealed class SearchAgainstBruteForceTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_changing_index_always_answers_like_a_scan_of_all_documents(int seed)
    {
        var corpus = new RandomCorpus(seed);
        var index = new EmbeddedIndex(DocumentKind.Achievement);
        var documents = new Dictionary<Guid, SearchDocument>();
        for (var round = 0; round < 6; round++)
        {
            Change(corpus, index, documents, version: round + 1);
            index.Count.ShouldBe(documents.Count);
            for (var i = 0; i < 25; i++)
                Compare(corpus, index, [.. documents.Values]);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void One_by_one_and_all_at_once_give_the_same_index(int seed)
    {
        var corpus = new RandomCorpus(seed);
        SearchDocument[] documents = [.. Enumerable.Range(1, 300).Select(number => corpus.Document(number))];
        var single = Some.Index(documents);
        var bulk = new EmbeddedIndex(DocumentKind.Achievement);
        bulk.UpsertMany(documents).ShouldBe(300);
        for (var i = 0; i < 60; i++)
        {
            var query = new SearchQuery { Text = corpus.Query(), Take = 50 };
            var (left, right) = (single.Search(query), bulk.Search(query));
            right.Numbers().ShouldBe(left.Numbers());
            right.Hits.Select(hit => hit.Score).ShouldBe(left.Hits.Select(hit => hit.Score));
        }
    }

    private static void Change(RandomCorpus corpus, EmbeddedIndex index, Dictionary<Guid, SearchDocument> documents, long version)
    {
        for (var i = 0; i < 260; i++)
        {
            var number = corpus.Random.Next(1, 450);
            if (corpus.Random.Next(5) == 0)
            {
                index.Remove(Some.Id(number)).ShouldBe(documents.Remove(Some.Id(number)));
                continue;
            }
            var document = corpus.Document(number, version * 1000 + i);
            index.Upsert(document).ShouldBeTrue();
            documents[document.Id] = document;
        }
    }

    private static void Compare(RandomCorpus corpus, EmbeddedIndex index, SearchDocument[] documents)
    {
        var query = new SearchQuery
        {
            Text = corpus.Random.Next(6) == 0 ? "" : corpus.Query(),
            IncludeRestricted = corpus.Random.Next(2) == 0,
            Take = SearchQuery.LongestPage,
        };
        SearchDocument[] visible = [.. documents.Where(document => query.IncludeRestricted || document.Visibility == Visibility.Public)];
        var plan = index.PlanOf(query.Text);
        SearchDocument[] expected = [.. visible.Where(document => BruteForce.Holds(document, plan))];
        var found = AllPages(index, query);
        var complete = found.Where(hit => hit.Complete).Select(hit => hit.Document).ToArray();
        complete.Select(document => document.Id).Order().ShouldBe(expected.Select(document => document.Id).Order(), $"'{query.Text}'");
        complete.ShouldBeSubsetOf(visible);
        if (expected.Length >= KeywordSearch.EnoughComplete || query.Text.Length == 0)
            found.Count.ShouldBe(expected.Length);
        CompareFiltered(corpus, index, query, [.. found.Select(hit => hit.Document)]);
    }

    private static void CompareFiltered(RandomCorpus corpus, EmbeddedIndex index, SearchQuery query, SearchDocument[] universe)
    {
        var filter = corpus.Filter();
        var result = index.Search(query with { Filter = filter, Order = (SearchOrder)corpus.Random.Next(4) });
        var passing = universe.Where(document => BruteForce.Passes(document, filter)).ToArray();
        result.Total.ShouldBe(passing.Length);
        result.Hits.Count.ShouldBe(Math.Min(query.Take, passing.Length));
        result.Hits.Select(hit => hit.Document).ShouldBeSubsetOf(passing);
        foreach (var facet in Enum.GetValues<Facet>())
        {
            result.Facets[facet].ToDictionary(entry => entry.Code, entry => entry.Count)
                .ShouldBe(BruteForce.Counts(universe, filter, facet), ignoreOrder: true, $"{facet}");
        }
    }

    private static List<SearchHit> AllPages(EmbeddedIndex index, SearchQuery query)
    {
        var hits = new List<SearchHit>();
        int total;
        do
        {
            var page = index.Search(query with { Skip = hits.Count });
            total = page.Total;
            hits.AddRange(page.Hits);
        }
        while (hits.Count < total);
        hits.Count.ShouldBe(total);
        hits.Select(hit => hit.Document.Id).ShouldBeUnique();
        return hits;
    }
}
