using TechMarket.Matching.Engine;
using TechMarket.Matching.Matches;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Matching.Tests.Matches;

public sealed class GetMatchesTests(MatchingFixture market) : IClassFixture<MatchingFixture>
{
    private readonly MatchingApp app = market.App;

    [Fact]
    public void Reasons_speak_both_languages()
    {
        var field = CodeLists.TechField.Find("06")!.Name();
        Words(MatchReasonKind.SharedTerms, "电池均衡", "bms").ShouldBe(("SHARED_TERMS", "共同关键词：电池均衡、bms", "Shared terms: 电池均衡, bms"));
        Words(MatchReasonKind.SharedTerms).ShouldBe(("SHARED_TERMS", "用词相近", "Similar wording"));
        Words(MatchReasonKind.SameField, "06").ShouldBe(("SAME_FIELD", "同一技术领域：" + field.Zh, "Same technical field: " + field.En));
        Words(MatchReasonKind.MaturityFits, "6").ShouldBe(("MATURITY_FITS", "成熟度符合要求（TRL 6）", "Maturity as wanted (TRL 6)"));
        Words(MatchReasonKind.PriceWithinBudget, "1250000").ShouldBe(("PRICE_WITHIN_BUDGET", "报价 1,250,000 元在预算之内", "Price of CNY 1,250,000 is within the budget"));
        Words(MatchReasonKind.SameRegion, "620000").Item2.ShouldBe("同一地区：甘肃省");

        static (string, string, string) Words(MatchReasonKind kind, params string[] values)
        {
            var reason = ReasonTexts.Of(new MatchReason(kind, 0.1, values));
            return (reason.Kind, reason.Text, reason.TextEn);
        }
    }

    [Fact]
    public async Task A_need_meets_its_achievement_with_every_reason_and_back()
    {
        var achievement = await app.Take(app.Achievement("锂电池主动均衡管理芯片", "电池均衡", "BMS"));
        await app.Take(app.Achievement("马铃薯淀粉加工生产线", "淀粉") with { FieldCode = "10" });
        var demand = await app.Take(app.Demand("电池主动均衡电路", "电池均衡", "BMS"));

        var matches = await app.MatchesOf(demand);
        matches.NothingFits.ShouldBeFalse();
        var best = matches.Items[0];
        (best.Id, best.Number, best.Fits, best.Price, best.Budget, best.OwnerName).ShouldBe(
            (achievement.AchievementId, achievement.Number, true, Money.Yuan(300_000m), null, "西北理工大学"));
        best.Reasons.Select(r => r.Kind).ShouldBe(["SHARED_TERMS", "SAME_FIELD", "MATURITY_FITS", "PRICE_WITHIN_BUDGET", "SAME_REGION"]);
        best.Reasons.Sum(r => r.Contribution).ShouldBe(best.Score, 0.001);
        best.Reasons[0].Text.ShouldContain("电池均衡");
        best.Score.ShouldBeInRange(0.4, 1);

        var back = (await app.MatchesOf(achievement)).Items[0];
        (back.Id, back.Fits, back.Price, back.Budget).ShouldBe((demand.DemandId, true, null, Money.Yuan(500_000m)));
    }

    [Fact]
    public async Task When_nothing_answers_it_says_so_and_shows_only_what_is_near()
    {
        await app.Take(app.Achievement("水泵运行监控系统", "水泵", "监控"));
        var demand = await app.Take(app.Demand("内窥镜三通接头清洗消毒方案", "内窥镜", "清洁度判定") with { Description = "需要监控清洗过程", FieldCode = "04" });
        var matches = await app.MatchesOf(demand);
        matches.NothingFits.ShouldBeTrue();
        matches.Items.ShouldAllBe(i => !i.Fits);
    }

    [Fact]
    public async Task As_many_are_shown_as_asked_for()
    {
        for (var i = 0; i < 4; i++) await app.Hear(app.Achievement($"石墨烯散热膜第{i}代", "石墨烯", "散热膜"));
        var demand = await app.Take(app.Demand("求石墨烯散热膜", "石墨烯", "散热膜"));
        var two = await app.As().GetAsync($"/api/matching/demands/{demand.DemandId}/matches?size=2").Read<GetMatches.Response>();
        two.Items.Count.ShouldBe(2);
        (await app.MatchesOf(demand)).Items.Count(i => i.Fits).ShouldBe(4);
    }

    [Fact]
    public async Task What_is_unknown_of_the_other_side_or_no_longer_listed_is_absent()
    {
        var achievement = await app.Take(app.Achievement("光纤陀螺仪", "光纤陀螺"));
        await Absent("demands", Guid.CreateVersion7());
        await Absent("demands", achievement.AchievementId);
        await app.Take(new AchievementStatusChanged(
            achievement.AchievementId, 2, achievement.Number, achievement.Title, achievement.OwnerId, "ARCHIVED", null, app.Clock.GetUtcNow()));
        await Absent("achievements", achievement.AchievementId);

        async Task Absent(string side, Guid id) => (await app.AskMatches(side, id).RefusedWith(404)).ShouldBe("matching/not-listed");
    }
}
