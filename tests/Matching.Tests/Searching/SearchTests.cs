using TechMarket.Matching.Index;
using TechMarket.Matching.Searching;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Matching.Tests.Searching;

/// <summary>A small market everyone of this class searches.</summary>
public sealed class Catalogue : IAsyncLifetime
{
    internal MatchingApp App { get; } = new();

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        await App.Hear(App.Achievement("锂电池主动均衡管理芯片", "锂电池", "电池均衡"));
        await App.Hear(App.Achievement("锂电池隔膜涂覆工艺", "锂电池", "隔膜") with
        {
            FieldCode = "07", Maturity = 9, AreaCode = "330200", IpRights = [new IpRight("KNOW_HOW", null, null, null, null)], TransferWays = ["ASSIGNMENT", "EQUITY"],
            PricingMode = "LISTING", ExpectedPrice = Money.Yuan(2_000_000m),
        });
        await App.Hear(App.Achievement("马铃薯淀粉废水处理", "淀粉", "废水") with
        {
            FieldCode = "10", Maturity = 3, AreaCode = "620200", IpRights = [], PricingMode = null, ExpectedPrice = null, OwnerStated = false, OwnerName = "示例数据源", Source = "sample",
            ExternalId = "A0003",
        });
        await App.Hear(App.Achievement("海水淡化膜组件", "海水淡化") with { FieldCode = "10", Maturity = 7, AreaCode = "", ExpectedPrice = new Money(80_000m, "USD"), Status = "RESERVED" });
        await App.Hear(App.Demand("求锂电池热失控预警技术", "锂电池", "热失控"));
        await App.Shown();
    }

    public Task DisposeAsync() => App.DisposeAsync();
}

public sealed class SearchTests(Catalogue market) : IClassFixture<Catalogue>
{
    private readonly MatchingApp app = market.App;

    [Fact]
    public void Price_bands_begin_at_their_lower_bound_and_hold_yuan_alone()
    {
        new[] { 0m, 99_999.99m, 100_000m, 500_000m, 1_000_000m, 5_000_000m, 900_000_000m }.Select(a => PriceBands.Of(Money.Yuan(a)))
            .ShouldBe(["UNDER_10W", "UNDER_10W", "10W_50W", "50W_100W", "100W_500W", "FROM_500W", "FROM_500W"]);
        PriceBands.Of(null).ShouldBe("NEGOTIABLE");
        PriceBands.Of(new Money(1m, "USD")).ShouldBe("NEGOTIABLE");
        PriceBands.Comparable(new Money(1m, "USD")).ShouldBeNull();
    }

    [Fact]
    public async Task Words_find_with_the_words_marked_and_every_shown_fact()
    {
        var found = await app.Find("kind=achievement&q=隔膜");
        (found.Total, found.Complete, found.Page, found.Size).ShouldBe((1, 1, 1, 20));
        var item = found.Items.ShouldHaveSingleItem();
        string.Concat(item.Highlight.Title.Select(p => p.Hit ? $"[{p.Text}]" : p.Text)).ShouldBe("锂电池[隔膜]涂覆工艺");
        item.Highlight.Snippet.ShouldContain(p => p.Hit && p.Text == "隔膜");
        (item.Title, item.FieldCode, item.Maturity, item.AreaCode, item.PricingMode).ShouldBe(("锂电池隔膜涂覆工艺", "07", 9, "330200", "LISTING"));
        (item.Price, item.Budget, item.OwnerName, item.OwnerStated, item.Status, item.Complete)
            .ShouldBe((Money.Yuan(2_000_000m), null, "西北理工大学", true, "PUBLISHED", true));
        item.IpTypes.ShouldBe(["KNOW_HOW"]);
        item.TransferWays.ShouldBe(["ASSIGNMENT", "EQUITY"]);
    }

    [Fact]
    public async Task An_unknown_owner_is_named_as_a_data_source_and_another_currency_stays_what_it_is()
    {
        var posted = (await app.Find("kind=achievement&q=淀粉废水")).Items.ShouldHaveSingleItem();
        (posted.OwnerStated, posted.OwnerName, posted.Source, posted.ExternalId, posted.Price).ShouldBe((false, "示例数据源", "sample", "A0003", null));
        var foreign = (await app.Find("kind=achievement&q=海水淡化")).Items.ShouldHaveSingleItem();
        (foreign.Price, foreign.Status, foreign.AreaCode).ShouldBe((new Money(80_000m, "USD"), "RESERVED", null));
    }

    [Fact]
    public async Task Each_side_is_searched_alone()
    {
        (await app.Titles("kind=achievement&q=锂电池")).ShouldBe(["锂电池主动均衡管理芯片", "锂电池隔膜涂覆工艺"], ignoreOrder: true);
        var need = (await app.Find("kind=demand&q=锂电池")).Items.ShouldHaveSingleItem();
        (need.Title, need.Budget, need.Price, need.Status, need.DemandType, need.ValidUntil)
            .ShouldBe(("求锂电池热失控预警技术", Money.Yuan(500_000m), null, "OPEN", "PROCESS", new DateOnly(2026, 12, 31)));
    }

    [Theory]
    [InlineData("field=07", "锂电池隔膜涂覆工艺")]
    [InlineData("field=06&field=07&q=锂电池&ipType=INVENTION_PATENT", "锂电池主动均衡管理芯片")]
    [InlineData("region=620000&maturity=3", "马铃薯淀粉废水处理")]
    [InlineData("region=620200", "马铃薯淀粉废水处理")]
    [InlineData("minMaturity=7&priceBand=NEGOTIABLE", "海水淡化膜组件")]
    [InlineData("pricingMode=LISTING", "锂电池隔膜涂覆工艺")]
    [InlineData("priceBand=10W_50W", "锂电池主动均衡管理芯片")]
    [InlineData("transferWay=EQUITY", "锂电池隔膜涂覆工艺")]
    public async Task Every_filter_holds(string filters, string only) => (await app.Titles("kind=achievement&" + filters)).ShouldBe([only]);

    [Fact]
    public async Task Facets_count_what_each_choice_would_leave()
    {
        var facets = (await app.Find("kind=achievement&field=10")).Facets;
        Count("field", "06").ShouldBe(1);
        Count("field", "10").ShouldBe(2);
        Count("maturity", "3").ShouldBe(1);
        Count("maturity", "6").ShouldBe(0);
        Count("region", "620000").ShouldBe(1);
        Count("priceBand", "NEGOTIABLE").ShouldBe(2);
        Count("transferWay", "LICENSE").ShouldBe(2);
        Count("pricingMode", "NEGOTIATED").ShouldBe(1);
        Count("ipType", "INVENTION_PATENT").ShouldBe(1);
        foreach (var (code, count) in facets["field"]) (await app.Find("kind=achievement&size=0&field=" + code)).Total.ShouldBe(count, code);

        int Count(string facet, string code) => facets[facet].SingleOrDefault(c => c.Code == code)?.Count ?? 0;
    }

    [Fact]
    public async Task Without_words_the_newest_come_first_and_prices_sort_both_ways_with_the_unpriced_last()
    {
        (await app.Titles("kind=achievement")).ShouldBe(["海水淡化膜组件", "马铃薯淀粉废水处理", "锂电池隔膜涂覆工艺", "锂电池主动均衡管理芯片"]);
        (await app.Titles("kind=achievement&sort=newest&q=锂电池")).ShouldBe(["锂电池隔膜涂覆工艺", "锂电池主动均衡管理芯片"]);
        (await app.Titles("kind=achievement&sort=price_asc"))[..2].ShouldBe(["锂电池主动均衡管理芯片", "锂电池隔膜涂覆工艺"]);
        (await app.Titles("kind=achievement&sort=price_desc"))[..2].ShouldBe(["锂电池隔膜涂覆工艺", "锂电池主动均衡管理芯片"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var all = await app.Titles("kind=achievement");
        var pages = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var found = await app.Find($"kind=achievement&size=2&page={page}");
            (found.Total, found.Page, found.Size).ShouldBe((4, page, 2));
            pages.AddRange(found.Items.Select(i => i.Title));
        }
        pages.ShouldBe(all);
        (await app.Find("kind=achievement&size=0")).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kind=patent", "matching/unknown-kind")]
    [InlineData("kind=achievement&sort=cheapest", "matching/unknown-sort")]
    [InlineData("kind=achievement&page=501&size=20", "matching/too-deep")]
    [InlineData("", "platform/malformed")]
    [InlineData("kind=achievement&page=0", "platform/invalid")]
    [InlineData("kind=achievement&page=10001", "platform/invalid")]
    [InlineData("kind=achievement&size=101", "platform/invalid")]
    [InlineData("kind=achievement&size=-1", "platform/invalid")]
    [InlineData("kind=achievement&minMaturity=10", "platform/invalid")]
    [InlineData("kind=achievement&page=two", "platform/malformed")]
    [InlineData("kind=achievement&maturity=high", "platform/malformed")]
    [InlineData("kind=achievement&owner=me", "platform/malformed")]
    public async Task What_cannot_be_asked_is_refused(string query, string code) =>
        (await app.As().GetAsync("/api/matching/search?" + query).RefusedWith(400)).ShouldBe(code);

    [Fact]
    public async Task Words_or_filters_beyond_all_measure_are_refused()
    {
        (await app.As().GetAsync("/api/matching/search?kind=achievement&q=" + new string('电', 201)).RefusedWith(400)).ShouldBe("platform/invalid");
        var many = string.Concat(Enumerable.Range(0, 31).Select(i => $"&field={i}"));
        (await app.As().GetAsync("/api/matching/search?kind=achievement" + many).RefusedWith(400)).ShouldBe("platform/invalid");
        (await app.Titles("kind=achievement&q=" + new string('电', 200))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Beginnings_of_titles_and_keywords_are_offered()
    {
        (await Suggest("kind=achievement&q=锂电")).ShouldBe([("锂电池", 2), ("锂电池主动均衡管理芯片", 1), ("锂电池隔膜涂覆工艺", 1)], ignoreOrder: true);
        (await Suggest("kind=demand&q=热失")).ShouldBe([("热失控", 1)]);
        (await Suggest("kind=achievement&q=")).ShouldBeEmpty();
        (await Suggest("kind=achievement&q=" + new string('锂', 51))).ShouldBeEmpty();
        (await app.As().GetAsync("/api/matching/suggest?kind=patent&q=锂").RefusedWith(400)).ShouldBe("matching/unknown-kind");
    }

    private async Task<(string, int)[]> Suggest(string query) =>
        [.. (await app.As().GetAsync("/api/matching/suggest?" + query).Read<Suggest.Response>()).Items.Select(i => (i.Text, i.Documents))];
}
