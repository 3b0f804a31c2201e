using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Matching.Matches;
using TechMarket.Platform.Security;

namespace TechMarket.Matching.Tests.Matches;

public sealed class NewMatchesTests(MatchingFixture market) : IClassFixture<MatchingFixture>
{
    private readonly MatchingApp app = market.App;

    [Fact]
    public async Task A_new_good_match_is_told_once_whichever_side_comes_last_and_however_often_it_changes()
    {
        var achievement = await app.Take(app.Achievement("超声波管道结垢清洗机", "超声波", "管道结垢"));
        var demand = await app.Take(app.Demand("超声波管道结垢清洗", "超声波", "管道结垢"));
        var told = (await app.Told()).Where(f => f.DemandId == demand.DemandId).ShouldHaveSingleItem();
        (told.AchievementId, told.DemandOwnerId, told.AchievementOwnerId, told.DemandNumber, told.AchievementTitle).ShouldBe(
            (achievement.AchievementId, app.Company.OrganisationId, app.University.OrganisationId, demand.Number, achievement.Title));
        told.Score.ShouldBeInRange(0.45m, 1m);
        told.Terms.ShouldContain("管道结垢");

        await app.Take(demand with { Version = 2, Description = "改了说明" });
        await app.Take(achievement with { Version = 2 });
        (await app.Told()).Count(f => f.DemandId == demand.DemandId).ShouldBe(1);
    }

    [Fact]
    public async Task Looking_again_at_everything_from_several_places_at_once_tells_nothing_twice()
    {
        var demand = await app.Take(app.Demand("中药材真空冷冻干燥", "真空冷冻干燥"));
        var achievement = await app.Take(app.Achievement("中药材真空冷冻干燥设备", "真空冷冻干燥"));
        (await app.Told()).ShouldContain(f => f.DemandId == demand.DemandId && f.AchievementId == achievement.AchievementId);
        await app.InDb(db => db.MatchProgress.ExecuteDeleteAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<NewMatches>().FindUpTo(app.Feeder.Seen, CancellationToken.None);
        }));
        var pairs = (await app.Told()).Select(f => (f.DemandId, f.AchievementId)).ToList();
        pairs.Distinct().Count().ShouldBe(pairs.Count);
        (await app.InDb(db => db.MatchProgress.Select(p => p.Change).SingleAsync())).ShouldBe(app.Feeder.Seen);
    }

    [Fact]
    public async Task Two_processes_over_one_database_tell_it_once_and_both_find_it()
    {
        var second = new MatchingApp(app);
        await second.InitializeAsync();
        try
        {
            var achievement = app.Achievement("苹果采后气调贮藏工艺", "气调贮藏");
            var demand = app.Demand("苹果采后气调贮藏", "气调贮藏");
            await app.Hear(achievement);
            await second.Hear(demand);
            await app.Shown();
            await second.Shown();
            (await app.Titles("kind=demand&q=气调贮藏")).ShouldBe([demand.Title]);
            (await second.Titles("kind=achievement&q=气调贮藏")).ShouldBe([achievement.Title]);
            var told = (await app.Told()).Concat(await second.Told()).Where(f => f.DemandId == demand.DemandId).ToList();
            told.ShouldHaveSingleItem().AchievementId.ShouldBe(achievement.AchievementId);
        }
        finally
        {
            await second.DisposeAsync();
        }
    }

    [Fact]
    public async Task Its_own_need_and_an_unknown_owner_are_told_nothing()
    {
        var own = await app.Take(app.Achievement("铝合金半固态压铸", "半固态压铸") with { OwnerId = app.Company.OrganisationId });
        var posted = await app.Take(app.Demand("铝合金半固态压铸", "半固态压铸"));
        var unknown = await app.Take(app.Achievement("铝合金半固态压铸成套工艺", "半固态压铸") with { OwnerStated = false });
        var told = await app.Told();
        told.ShouldNotContain(f => f.DemandId == posted.DemandId && f.AchievementId == own.AchievementId);
        told.ShouldNotContain(f => f.AchievementId == unknown.AchievementId);
    }

    [Fact]
    public async Task A_need_for_institutes_alone_is_told_to_an_institute_and_to_no_enterprise()
    {
        var demand = await app.Take(app.Demand("放射性废液玻璃固化", "玻璃固化") with { Visibility = "verified_institutes" });
        var enterprise = await app.Take(app.Achievement("放射性废液玻璃固化炉", "玻璃固化") with
        {
            OwnerId = Guid.CreateVersion7(), OwnerName = "固化设备公司", OwnerKind = OrganisationKinds.Enterprise,
        });
        var institute = await app.Take(app.Achievement("放射性废液玻璃固化配方", "玻璃固化"));
        var told = (await app.Told()).Where(f => f.DemandId == demand.DemandId).Select(f => f.AchievementId).ToList();
        told.ShouldContain(institute.AchievementId);
        told.ShouldNotContain(enterprise.AchievementId);
    }
}
