using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

public sealed class SuggestionTests
{
    [Fact]
    public void Titles_and_keywords_complete_a_prefix_the_most_used_first()
    {
        var index = Some.Index(
            Some.Achievement(1, "锂电池回收", "", "锂电池"), Some.Achievement(2, "锂吸附剂", "", "锂电池"), Some.Achievement(3, "水泵"));
        index.Suggest("锂", 5).ShouldBe([new("锂电池", 2), new("锂吸附剂", 1), new("锂电池回收", 1)]);
        index.Suggest("锂电", 1).ShouldBe([new("锂电池", 2)]);
        index.Suggest("", 5).ShouldBeEmpty();
        index.Suggest("铀", 5).ShouldBeEmpty();
    }

    [Fact]
    public void Case_and_width_do_not_matter_and_the_original_writing_is_suggested()
    {
        var index = Some.Index(Some.Achievement(1, "BMS电池管理"));
        index.Suggest("ｂｍ", 5).ShouldBe([new("BMS电池管理", 1)]);
    }

    [Fact]
    public void What_no_document_has_any_more_is_not_suggested()
    {
        var index = Some.Index(Some.Achievement(1, "锂电池"), Some.Achievement(2, "锂矿"));
        index.Remove(Some.Id(1));
        index.Upsert(Some.Achievement(2, "锂盐") with { Version = 2 });
        index.Suggest("锂", 5).ShouldBe([new("锂盐", 1)]);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Suggestions_equal_a_scan_before_and_after_merging(int seed)
    {
        var corpus = new RandomCorpus(seed);
        var index = new EmbeddedIndex(DocumentKind.Achievement);
        var documents = new Dictionary<Guid, SearchDocument>();
        for (var i = 0; i < 900; i++)
        {
            var document = corpus.Document(corpus.Random.Next(1, 500), i + 1);
            index.Upsert(document);
            documents[document.Id] = document;
            if (i % 90 == 0)
                Compare(index, corpus, documents.Values);
        }
    }

    private static void Compare(EmbeddedIndex index, RandomCorpus corpus, IEnumerable<SearchDocument> documents)
    {
        var texts = documents.Where(document => document.Visibility == Visibility.Public)
            .SelectMany(document => document.Keywords.Prepend(document.Title)).Select(text => text.Trim()).ToList();
        var prefix = texts[corpus.Random.Next(texts.Count)];
        prefix = prefix[..Math.Min(prefix.Length, corpus.Random.Next(1, 4))];
        if (prefix.Trim().Length < prefix.Length)
            return;
        var expected = texts.CountBy(text => text).Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key.Length).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(10).Select(entry => new Suggestion(entry.Key, entry.Value));
        index.Suggest(prefix, 10).ShouldBe(expected, prefix);
    }
}
