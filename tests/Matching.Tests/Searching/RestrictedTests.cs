using TechMarket.Matching.Searching;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Matching.Tests.Searching;

/// <summary>A need shown to verified institutes alone does not exist for anybody else.</summary>
public sealed class RestrictedTests(MatchingFixture market) : IClassFixture<MatchingFixture>
{
    private readonly MatchingApp app = market.App;

    [Fact]
    public async Task It_is_found_counted_offered_and_matched_for_verified_institutes_and_the_bureau_alone()
    {
        var secret = await app.Take(app.Demand("求深海密封舱焊接工艺", "深海密封舱") with { Visibility = "verified_institutes" });
        var fitting = await app.Take(app.Achievement("深海密封舱焊接工艺与装备", "深海密封舱"));
        Caller[] insiders =
        [
            app.University, People.Of(OrganisationKinds.Institute, "海洋研究所"), People.Of(OrganisationKinds.Bureau, "科技局", roles: Roles.Reviewer),
        ];
        Caller?[] outsiders =
        [
            null, People.Of(OrganisationKinds.Enterprise, "别家公司"), People.Of(OrganisationKinds.University, "未核验大学", verified: false),
            People.Of(OrganisationKinds.IndividualBroker, "经纪人"),
        ];
        foreach (var insider in insiders)
        {
            (await app.Titles("kind=demand&q=深海密封舱", insider)).ShouldBe([secret.Title]);
            (await app.MatchesOf(fitting, insider)).Items.ShouldContain(i => i.Id == secret.DemandId);
            (await app.MatchesOf(secret, insider)).Items.ShouldContain(i => i.Id == fitting.AchievementId);
        }
        foreach (var outsider in outsiders)
        {
            var found = await app.Find("kind=demand&q=深海密封舱", outsider);
            (found.Total, found.Items.Count).ShouldBe((0, 0));
            found.Facets.Values.ShouldAllBe(f => f.Count == 0);
            (await app.MatchesOf(fitting, outsider)).Items.ShouldNotContain(i => i.Id == secret.DemandId);
            (await app.AskMatches("demands", secret.DemandId, outsider).RefusedWith(404)).ShouldBe("matching/not-listed");
        }
        (await app.As(app.University).GetAsync("/api/matching/suggest?kind=demand&q=深海").Read<Suggest.Response>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_poster_finds_it_among_its_own_without_learning_of_others()
    {
        var mine = await app.Take(app.Demand("求高温合金叶片修复") with { Visibility = "verified_institutes" });
        await app.Take(app.Demand("求高温合金涡轮盘") with { Visibility = "verified_institutes", OwnerId = Guid.CreateVersion7(), OwnerName = "对手公司" });
        var found = await app.Find($"kind=demand&q=高温合金&owner={app.Company.OrganisationId}", app.Company);
        found.Items.ShouldHaveSingleItem().Id.ShouldBe(mine.DemandId);
        found.Facets.Keys.ShouldNotContain("owner");
        found.Facets.Keys.ShouldNotContain("visibility");
        (await app.MatchesOf(mine, app.Company)).Items.ShouldNotContain(i => i.Id == mine.DemandId);
        (await app.Find($"kind=demand&owner={app.Company.OrganisationId}", People.Of(OrganisationKinds.Enterprise))).Items.ShouldNotContain(i => i.Id == mine.DemandId);
    }
}
