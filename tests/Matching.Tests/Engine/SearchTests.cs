using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

public sealed class SearchTests
{
    [Fact]
    public void A_document_is_found_as_soon_as_it_is_added_and_gone_as_soon_as_it_is_removed()
    {
        var index = Some.Index(Some.Achievement(1, "钛酸锂负极材料"));
        index.Find("钛酸锂").ShouldBe([1]);
        index.Remove(Some.Id(1)).ShouldBeTrue();
        index.Find("钛酸锂").ShouldBeEmpty();
        index.Count.ShouldBe(0);
        index.Remove(Some.Id(1)).ShouldBeFalse();
    }

    [Fact]
    public void A_newer_version_replaces_and_an_older_or_equal_one_is_ignored()
    {
        var index = Some.Index(Some.Achievement(1, "旧题目陶瓷") with { Version = 5 });
        index.Upsert(Some.Achievement(1, "更旧题目电池") with { Version = 4 }).ShouldBeFalse();
        index.Upsert(Some.Achievement(1, "同版题目电池") with { Version = 5 }).ShouldBeFalse();
        index.Find("电池").ShouldBeEmpty();
        index.Upsert(Some.Achievement(1, "新题目水泵") with { Version = 6 }).ShouldBeTrue();
        index.Find("陶瓷").ShouldBeEmpty();
        index.Find("水泵").ShouldBe([1]);
        index.Count.ShouldBe(1);
    }

    [Fact]
    public void A_late_message_cannot_bring_a_removed_document_back()
    {
        var index = Some.Index(Some.Achievement(1, "电池") with { Version = 3 });
        index.Remove(Some.Id(1), version: 4).ShouldBeTrue();
        index.Upsert(Some.Achievement(1, "电池") with { Version = 4 }).ShouldBeFalse();
        index.Count.ShouldBe(0);
        index.Upsert(Some.Achievement(1, "电池") with { Version = 5 }).ShouldBeTrue();
        index.Remove(Some.Id(1), version: 4).ShouldBeFalse();
        index.Find("电池").ShouldBe([1]);
    }

    [Fact]
    public void A_removal_that_comes_first_wins_over_the_older_document_that_comes_late()
    {
        var index = Some.Index();
        index.Remove(Some.Id(1), version: 7).ShouldBeFalse();
        index.Upsert(Some.Achievement(1, "电池") with { Version = 6 }).ShouldBeFalse();
        index.Count.ShouldBe(0);
    }

    [Fact]
    public void Documents_of_the_other_kind_or_without_a_title_are_refused()
    {
        var index = Some.Index();
        Should.Throw<ArgumentException>(() => index.Upsert(Some.Achievement(1, "电池") with { Kind = DocumentKind.Demand }));
        Should.Throw<ArgumentException>(() => index.Upsert(Some.Achievement(1, " ")));
        index.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("酶", new[] { 1, 2 })]
    [InlineData("gv971", new[] { 3 })]
    [InlineData("GV-971", new[] { 3 })]
    [InlineData("ＧＶ－９７１", new[] { 3 })]
    [InlineData("971", new[] { 3 })]
    [InlineData("nmc811", new[] { 4 })]
    [InlineData("NMC 811", new[] { 4 })]
    [InlineData("3D打印", new[] { 5 })]
    [InlineData("增材制造", new[] { 5 })]
    [InlineData("土豆", new[] { 6 })]
    [InlineData("馬鈴薯", new[] { 6 })]
    [InlineData("马铃薯", new[] { 6 })]
    [InlineData("废水", new[] { 7 })]
    [InlineData("50kg", new[] { 7 })]
    [InlineData("3.5", new[] { 8 })]
    [InlineData("35", new int[0])]
    [InlineData("😀", new int[0])]
    [InlineData("，。！", new int[0])]
    [InlineData("\uD83D", new int[0])]
    public void Chinese_Latin_and_mixed_terms_are_found_in_any_way_of_writing(string query, int[] expected)
    {
        var index = Some.Index(
            Some.Achievement(1, "酶"),
            Some.Achievement(2, "纤维素酶的固定化"),
            Some.Achievement(3, "治疗药物GV-971胶囊😀"),
            Some.Achievement(4, "高镍正极NMC811"),
            Some.Achievement(5, "金属增材制造工艺"),
            Some.Achievement(6, "马铃薯淀粉"),
            Some.Achievement(7, "污水处理", "日处理50㎏"),
            Some.Achievement(8, "精度3.5微米"));
        index.Find(query).ShouldBe(expected);
    }

    [Fact]
    public void Characters_of_two_keywords_side_by_side_are_no_term()
    {
        var index = Some.Index(Some.Achievement(1, "甲乙", "", "锂电", "池塘"));
        index.Find("电池").ShouldBeEmpty();
        index.Find("锂电").ShouldBe([1]);
    }

    [Fact]
    public void Complete_matches_come_first_and_partial_ones_only_fill_up_a_short_list()
    {
        var index = Some.Index(
            Some.Achievement(1, "石墨烯散热膜"),
            Some.Achievement(2, "石墨烯", "石墨烯石墨烯石墨烯", "石墨烯"),
            Some.Achievement(3, "散热膜", "", "散热膜"),
            Some.Achievement(4, "水泵"));
        var result = index.Search(new SearchQuery { Text = "石墨烯 散热" });
        (result.Total, result.Complete).ShouldBe((3, 1));
        result.Hits[0].ShouldSatisfyAllConditions(hit => hit.Document.Number().ShouldBe(1), hit => hit.Complete.ShouldBeTrue());
        result.Hits.Skip(1).ShouldAllBe(hit => !hit.Complete);

        for (var number = 10; number < 10 + KeywordSearch.EnoughComplete; number++)
            index.Upsert(Some.Achievement(number, "石墨烯用于散热"));
        result = index.Search(new SearchQuery { Text = "石墨烯 散热" });
        (result.Total, result.Complete).ShouldBe((KeywordSearch.EnoughComplete + 1, KeywordSearch.EnoughComplete + 1));
    }

    [Fact]
    public void A_term_in_the_title_ranks_above_the_same_term_in_the_summary()
    {
        var index = Some.Index(
            Some.Achievement(1, "一种装置", "可以用于水泵的装置"),
            Some.Achievement(2, "水泵装置", "一种可以使用的装置"));
        index.Search(new SearchQuery { Text = "水泵" }).Numbers().ShouldBe([2, 1]);
    }

    [Fact]
    public void Without_text_the_newest_come_first()
    {
        var index = Some.Index(Some.Achievement(1, "甲"), Some.Achievement(3, "丙"), Some.Achievement(2, "乙"));
        index.Search(new SearchQuery { Text = "  " }).Numbers().ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void Prices_sort_both_ways_with_unpriced_documents_last()
    {
        var index = Some.Index(
            Some.Achievement(1, "电池") with { Price = 200.50m },
            Some.Achievement(2, "电池"),
            Some.Achievement(3, "电池") with { Price = 200.49m },
            Some.Achievement(4, "电池") with { Price = 0m });
        index.Search(new SearchQuery { Text = "电池", Order = SearchOrder.PriceAscending }).Numbers().ShouldBe([4, 3, 1, 2]);
        index.Search(new SearchQuery { Text = "电池", Order = SearchOrder.PriceDescending }).Numbers().ShouldBe([1, 3, 4, 2]);
        index.Search(new SearchQuery { Text = "电池", Order = SearchOrder.Newest }).Numbers().ShouldBe([4, 3, 2, 1]);
    }

    [Fact]
    public void What_only_verified_institutes_may_see_is_neither_found_nor_counted_nor_suggested_nor_matched_for_others()
    {
        var index = Some.Index(Some.Achievement(1, "保密电池", "", "保密") with { Visibility = Visibility.VerifiedInstitutes, FieldCode = "06" });
        var result = index.Search(new SearchQuery { Text = "电池" });
        result.Total.ShouldBe(0);
        result.Facets[Facet.Field].ShouldBeEmpty();
        index.Suggest("保密", 5).ShouldBeEmpty();
        index.MatchTo(new MatchQuery { Title = "保密电池" }).Candidates.ShouldBeEmpty();
        index.Search(new SearchQuery { Text = "电池", IncludeRestricted = true }).Total.ShouldBe(1);
        index.MatchTo(new MatchQuery { Title = "保密电池", IncludeRestricted = true }).Candidates.Count.ShouldBe(1);
    }

    [Fact]
    public void Pages_beyond_the_limit_are_refused_and_endless_text_is_cut()
    {
        var index = Some.Index(Some.Achievement(1, "电池"));
        Should.Throw<ArgumentOutOfRangeException>(() => index.Search(new SearchQuery { Skip = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => index.Search(new SearchQuery { Take = SearchQuery.LongestPage + 1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => index.Search(new SearchQuery { Skip = int.MaxValue }));
        index.Find("电池" + new string('锂', 5_000_000)).ShouldBeEmpty();
        var endless = new string('电', 5_000_000) + "尾巴";
        index.Upsert(Some.Achievement(2, "长文", endless)).ShouldBeTrue();
        index.Find("尾巴").ShouldBeEmpty();
        index.MatchTo(new MatchQuery { Text = endless }).Candidates.Count.ShouldBe(1);
    }

    [Fact]
    public void A_word_learned_later_is_found_in_older_documents_too()
    {
        var index = Some.Index(Some.Achievement(1, "用于量子点背光的装置"), Some.Achievement(2, "量子", "点背"));
        index.Upsert(Some.Achievement(3, "显示屏", "", "量子点背光"));
        index.PlanOf("量子点背光").Units.ShouldHaveSingleItem().Written.Whole.ShouldNotBe(0UL);
        index.Find("量子点背光").ShouldBe([1, 3]);
    }

    [Fact]
    public void Compacting_keeps_what_is_left()
    {
        var index = Some.Index();
        for (var number = 1; number <= 1200; number++)
            index.Upsert(Some.Achievement(number, number % 2 == 0 ? "电池" : "水泵"));
        for (var number = 1; number <= 1200; number += 2)
            index.Remove(Some.Id(number)).ShouldBeTrue();
        index.Rows.ShouldBeLessThan(1000);
        index.Count.ShouldBe(600);
        index.Search(new SearchQuery { Text = "电池" }).Total.ShouldBe(600);
        index.Search(new SearchQuery { Text = "水泵" }).Total.ShouldBe(0);
        index.Upsert(Some.Achievement(2, "水泵") with { Version = 2 }).ShouldBeTrue();
        index.Find("水泵").ShouldBe([2]);
    }
}
