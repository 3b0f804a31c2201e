using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

public sealed class MatchingTests
{
    private static readonly SearchDocument Battery = Some.Achievement(1, "锂电池主动均衡管理芯片", "电池组主动均衡电路与监控", "电池均衡", "BMS") with
    {
        FieldCode = "06", Maturity = 6, AreaCode = "620402", Price = 500_000m,
    };

    [Fact]
    public void Reasons_name_what_fits_and_add_up_to_the_score()
    {
        var index = Some.Index(Battery, Some.Achievement(2, "马铃薯淀粉加工") with { FieldCode = "09" });
        var best = index.MatchTo(new MatchQuery
        {
            Title = "电池主动均衡电路", Keywords = ["电池均衡", "BMS"], Text = "希望引进成熟技术",
            FieldCode = "06", Maturity = 5, AreaCode = "620100", Amount = 600_000m,
        }).Candidates.ShouldHaveSingleItem();
        best.Document.ShouldBe(Battery);
        best.Answers.ShouldBeTrue();
        best.Reasons.Select(reason => reason.Kind).ShouldBe(
            [MatchReasonKind.SharedTerms, MatchReasonKind.SameField, MatchReasonKind.MaturityFits, MatchReasonKind.PriceWithinBudget, MatchReasonKind.SameRegion]);
        best.Reasons[0].Values.ShouldContain("电池均衡");
        best.Reasons[0].Values.ShouldContain("bms");
        best.Reasons[4].Values.ShouldBe(["620000"]);
        best.Reasons.Sum(reason => reason.Contribution).ShouldBe(best.Score, 1e-9);
        best.Score.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void What_is_unknown_or_does_not_fit_gives_no_reason()
    {
        var reasons = MatchScore.Circumstances(
            new MatchQuery { FieldCode = "01", Maturity = 7, AreaCode = "210000", Amount = 499_999m }, Battery);
        reasons.ShouldBeEmpty();
        MatchScore.Circumstances(new MatchQuery(), Battery with { Maturity = 0, Price = null, AreaCode = "", FieldCode = "" }).ShouldBeEmpty();
    }

    [Fact]
    public void The_way_back_from_an_achievement_to_demands_reads_price_and_maturity_from_the_other_side()
    {
        var demand = Battery with { Kind = DocumentKind.Demand, Budget = 500_000m, Price = null, Maturity = 6 };
        MatchScore.Circumstances(MatchQuery.From(Battery), demand).Select(reason => reason.Kind).ShouldBe(
            [MatchReasonKind.SameField, MatchReasonKind.MaturityFits, MatchReasonKind.PriceWithinBudget, MatchReasonKind.SameRegion]);
        MatchScore.Circumstances(MatchQuery.From(Battery with { Price = 500_001m, Maturity = 5 }), demand).Select(reason => reason.Kind)
            .ShouldBe([MatchReasonKind.SameField, MatchReasonKind.SameRegion]);
    }

    [Fact]
    public void Nothing_fits_when_no_candidate_holds_what_was_asked()
    {
        var index = Some.Index(Battery, Some.Achievement(2, "马铃薯淀粉废水处理"), Some.Achievement(3, "水泵运行监控"));
        var result = index.MatchTo(new MatchQuery { Title = "内窥镜三通接头清洗消毒方案", Keywords = ["内窥镜", "清洁度判定"], Text = "需要监控清洗过程" });
        result.NothingFits.ShouldBeTrue();
        result.Candidates.ShouldAllBe(candidate => !candidate.Answers);
        index.MatchTo(new MatchQuery { Title = "马铃薯淀粉废水" }).NothingFits.ShouldBeFalse();
        index.MatchTo(new MatchQuery()).ShouldSatisfyAllConditions(
            empty => empty.NothingFits.ShouldBeTrue(), empty => empty.Candidates.ShouldBeEmpty());
    }

    [Fact]
    public void Filters_keep_out_what_does_not_pass_however_well_it_matches()
    {
        var index = Some.Index(Battery, Battery with { Id = Some.Id(2), FieldCode = "01" });
        index.MatchTo(new MatchQuery { Title = "电池均衡", Filter = new SearchFilter { Fields = ["01"] } })
            .Candidates.ShouldHaveSingleItem().Document.Id.ShouldBe(Some.Id(2));
    }

    [Fact]
    public void A_removed_document_is_no_longer_matched()
    {
        var index = Some.Index(Battery);
        index.Remove(Battery.Id);
        index.MatchTo(MatchQuery.From(Battery)).Candidates.ShouldBeEmpty();
    }
}
