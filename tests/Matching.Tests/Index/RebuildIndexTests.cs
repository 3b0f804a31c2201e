using Microsoft.EntityFrameworkCore;
using TechMarket.Matching.Index;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Matching.Tests.Index;

public sealed class RebuildIndexTests(MatchingFixture market) : IClassFixture<MatchingFixture>
{
    private const string Url = "/api/matching/index/rebuild";
    private readonly MatchingApp app = market.App;

    [Fact]
    public async Task Searches_go_on_and_never_find_less_while_it_is_made_anew()
    {
        for (var i = 0; i < 60; i++) await app.Hear(app.Achievement($"碳纤维缠绕气瓶{i}号", "碳纤维缠绕"));
        await app.Shown();
        using var ended = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            var totals = new List<int>();
            while (!ended.IsCancellationRequested) totals.Add((await app.Find("kind=achievement&q=碳纤维缠绕&size=1")).Total);
            return totals;
        });
        for (var i = 0; i < 5; i++)
            (await app.As(MatchingApp.Administrator()).PostAsync(Url, null).Read<RebuildIndex.Response>()).Achievements.ShouldBeGreaterThanOrEqualTo(60);
        await ended.CancelAsync();
        var seen = await searching;
        seen.ShouldNotBeEmpty();
        seen.ShouldAllBe(total => total == 60);
    }

    [Fact]
    public async Task What_comes_meanwhile_is_found_and_its_matches_are_told()
    {
        var demand = app.Demand("求贵金属催化剂回收", "贵金属催化剂");
        var achievement = app.Achievement("贵金属催化剂回收工艺", "贵金属催化剂");
        await Task.WhenAll(
            app.As(MatchingApp.Administrator()).PostAsync(Url, null).Succeeds(), app.Hear(achievement), app.Hear(demand),
            app.As(MatchingApp.Administrator()).PostAsync(Url, null).Succeeds());
        await app.Shown();
        (await app.Find("kind=achievement&q=贵金属催化剂")).Total.ShouldBe(1);
        (await app.Told()).Count(f => f.DemandId == demand.DemandId).ShouldBe(1);
    }

    [Fact]
    public async Task The_administrator_sees_what_the_index_holds_and_that_nothing_waits()
    {
        await app.Hear(app.Achievement("液氢储罐绝热结构", "液氢储罐"));
        await app.Shown();
        var shown = await app.As(MatchingApp.Administrator()).GetAsync("/api/matching/index").Read<GetIndex.Response>();
        var rebuilt = await app.As(MatchingApp.Administrator()).PostAsync(Url, null).Read<RebuildIndex.Response>();
        shown.ShouldBe(new GetIndex.Response(rebuilt.Achievements, rebuilt.Demands, 0, null));
        (await app.As(app.University).GetAsync("/api/matching/index").RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As().GetAsync("/api/matching/index").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
    }

    [Fact]
    public async Task It_is_the_bureau_administrators_alone_and_is_written_down()
    {
        var before = await app.Fingerprint();
        (await app.As().PostAsync(Url, null).RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        foreach (var other in new[]
        {
            People.Of(OrganisationKinds.Enterprise, roles: Roles.Administrator), People.Of(OrganisationKinds.Bureau, roles: Roles.Reviewer), app.University,
        })
            (await app.As(other).PostAsync(Url, null).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.Fingerprint()).ShouldBe(before);
        var administrator = MatchingApp.Administrator();
        await app.As(administrator).PostAsync(Url, null).Succeeds();
        (await app.InDb(db => db.AuditTrail.CountAsync(r => r.Action == "rebuild" && r.PersonId == administrator.PersonId))).ShouldBe(1);
        (await app.AuditBreak()).ShouldBeNull();
    }
}
