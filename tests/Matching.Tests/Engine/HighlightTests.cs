using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

public sealed class HighlightTests
{
    [Theory]
    [InlineData("石墨烯", "<b>石墨烯</b>散热膜", "<b>[石墨烯]</b>散热膜")]
    [InlineData("gv971", "药物ＧＶ－９７１胶囊", "药物[ＧＶ－９７１]胶囊")]
    [InlineData("土豆", "马铃薯淀粉", "[马铃薯]淀粉")]
    [InlineData("kg", "每袋50㎏装", "每袋50[㎏]装")]
    [InlineData("led", "LED与FLEDA", "[LED]与FLEDA")]
    [InlineData("酶", "纤维素酶😀", "纤维素[酶]😀")]
    [InlineData("石墨烯 散热膜", "石墨烯散热膜", "[石墨烯散热膜]")]
    public void What_was_searched_is_marked_in_the_original_writing(string query, string title, string marked)
    {
        var index = Some.Index(Some.Achievement(1, title));
        var hit = index.Search(new SearchQuery { Text = query }).Hits.ShouldHaveSingleItem();
        Some.Marked(hit.Title).ShouldBe(marked);
        string.Concat(hit.Title.Select(segment => segment.Text)).ShouldBe(title);
    }

    [Fact]
    public void The_snippet_is_a_short_stretch_around_the_marks()
    {
        var summary = new string('甲', 300) + "石墨烯导热" + new string('乙', 300);
        var index = Some.Index(Some.Achievement(1, "材料", summary));
        var snippet = index.Search(new SearchQuery { Text = "石墨烯" }).Hits[0].Snippet;
        var text = string.Concat(snippet.Select(segment => segment.Text));
        text.Length.ShouldBe(120);
        summary.ShouldContain(text);
        snippet.Single(segment => segment.Hit).Text.ShouldBe("石墨烯");
    }

    [Fact]
    public void A_snippet_never_cuts_a_character_in_half()
    {
        var summary = string.Concat(Enumerable.Repeat("😀", 200)) + "石墨烯" + string.Concat(Enumerable.Repeat("😀", 200));
        for (var lead = 0; lead < 3; lead++)
        {
            var index = Some.Index(Some.Achievement(1, "材料", new string('甲', lead) + summary));
            var text = string.Concat(index.Search(new SearchQuery { Text = "石墨烯" }).Hits[0].Snippet.Select(segment => segment.Text));
            text.ShouldContain("石墨烯");
            char.IsLowSurrogate(text[0]).ShouldBeFalse();
            char.IsHighSurrogate(text[^1]).ShouldBeFalse();
        }
    }

    [Fact]
    public void Random_texts_are_shown_unchanged_whatever_is_marked()
    {
        var corpus = new RandomCorpus(7);
        var index = Some.Index([.. Enumerable.Range(1, 200).Select(number => corpus.Document(number))]);
        for (var i = 0; i < 100; i++)
        {
            foreach (var hit in index.Search(new SearchQuery { Text = corpus.Query(), IncludeRestricted = true }).Hits)
            {
                string.Concat(hit.Title.Select(segment => segment.Text)).ShouldBe(hit.Document.Title);
                string.Concat(hit.Snippet.Select(segment => segment.Text)).ShouldBe(hit.Document.Summary);
            }
        }
    }
}
