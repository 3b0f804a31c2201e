using System.Diagnostics;
using TechMarket.Matching.Engine;
using TechMarket.Matching.Index;
using TechMarket.Messages;

namespace TechMarket.Matching.Tests.Index;

public sealed class ReactionTests(MatchingFixture market) : IClassFixture<MatchingFixture>
{
    private readonly MatchingApp app = market.App;

    [Theory]
    [InlineData("PUBLISHED", true)]
    [InlineData("RESERVED", true)]
    [InlineData("OPEN", true)]
    [InlineData("MATCHING", true)]
    [InlineData("NEGOTIATING", true)]
    [InlineData("CONTRACTED", false)]
    [InlineData("TRANSFERRED", false)]
    [InlineData("LICENSED", false)]
    [InlineData("SUSPENDED", false)]
    [InlineData("ARCHIVED", false)]
    [InlineData("SOLVED", false)]
    [InlineData("EXPIRED", false)]
    [InlineData("WITHDRAWN", false)]
    public void A_status_says_whether_it_can_be_found(string status, bool findable)
    {
        var entry = new Entry { Id = Guid.CreateVersion7(), Kind = DocumentKind.Achievement };
        entry.Hear(status, 5).ShouldBeTrue();
        entry.Findable.ShouldBeFalse("no text yet");
        entry.Hear(Text("甲"), "PUBLISHED", 4).ShouldBeTrue();
        (entry.Findable, entry.Status).ShouldBe((findable, status));
    }

    [Fact]
    public void An_older_or_the_same_version_changes_nothing()
    {
        var entry = new Entry { Id = Guid.CreateVersion7(), Kind = DocumentKind.Achievement };
        entry.Hear(Text("新"), "RESERVED", 3).ShouldBeTrue();
        entry.Hear(Text("旧"), "PUBLISHED", 2).ShouldBeFalse();
        entry.Hear(Text("同"), "PUBLISHED", 3).ShouldBeFalse();
        entry.Hear("ARCHIVED", 3).ShouldBeFalse();
        (entry.Document!.Text.Title, entry.Status, entry.DocumentVersion, entry.StatusVersion).ShouldBe(("新", "RESERVED", 3L, 3L));
    }

    [Fact]
    public async Task What_was_heard_is_found_within_two_seconds()
    {
        var clock = Stopwatch.StartNew();
        await app.Hear(app.Achievement("页岩气压裂返排液处理", "压裂返排液"));
        while ((await app.Find("kind=achievement&q=压裂返排液")).Total == 0)
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task The_same_message_twice_is_one_change()
    {
        var fact = app.Achievement("磁悬浮鼓风机", "磁悬浮");
        var message = await app.Hear(fact);
        await app.Shown();
        var before = await app.Fingerprint();
        await app.Hear(fact, message);
        (await app.Fingerprint()).ShouldBe(before);
        (await app.Find("kind=achievement&q=磁悬浮")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_status_heard_before_its_text_holds_when_the_text_comes()
    {
        var fact = app.Achievement("钛合金粉末床熔融", "粉末床熔融");
        await app.Take(Moved(fact, 2, "ARCHIVED"));
        await app.Take(fact);
        (await app.Find("kind=achievement&q=粉末床熔融")).Total.ShouldBe(0);
        await app.Take(Moved(fact, 3, "PUBLISHED"));
        (await app.Titles("kind=achievement&q=粉末床熔融")).ShouldBe([fact.Title]);
    }

    [Fact]
    public async Task An_older_text_that_comes_late_does_not_replace_the_newer()
    {
        var fact = app.Demand("求微通道换热器", "微通道换热器");
        await app.Take(fact with { Version = 2, Title = "求紧凑型微通道换热器" });
        await app.Take(fact);
        (await app.Titles("kind=demand&q=微通道换热器")).ShouldBe(["求紧凑型微通道换热器"]);
    }

    [Fact]
    public async Task What_is_archived_is_no_longer_found_offered_or_counted_until_it_comes_back()
    {
        var fact = await app.Take(app.Achievement("双循环地热发电机组", "双循环地热"));
        (await app.Find("kind=achievement&q=双循环地热")).Total.ShouldBe(1);
        await app.Take(Moved(fact, 2, "ARCHIVED"));
        var gone = await app.Find("kind=achievement&q=双循环地热");
        gone.Total.ShouldBe(0);
        gone.Facets["field"].ShouldBeEmpty();
        await app.Take(Moved(fact, 3, "PUBLISHED"));
        (await app.Find("kind=achievement&q=双循环地热")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_need_that_expires_leaves_and_a_renewed_one_returns()
    {
        var fact = await app.Take(app.Demand("求生物质气化焦油脱除", "焦油脱除"));
        await app.Take(new DemandStatusChanged(fact.DemandId, 2, fact.Number, fact.Title, fact.OwnerId, "EXPIRED", null, app.Clock.GetUtcNow()));
        (await app.Find("kind=demand&q=焦油脱除")).Total.ShouldBe(0);
        await app.Take(new DemandStatusChanged(fact.DemandId, 3, fact.Number, fact.Title, fact.OwnerId, "NEGOTIATING", null, app.Clock.GetUtcNow()));
        (await app.Find("kind=demand&q=焦油脱除")).Items.ShouldHaveSingleItem().Status.ShouldBe("NEGOTIATING");
    }

    private AchievementStatusChanged Moved(AchievementPublished fact, long version, string status) =>
        new(fact.AchievementId, version, fact.Number, fact.Title, fact.OwnerId, status, null, app.Clock.GetUtcNow());

    private static Listed Text(string title) =>
        new(new SearchDocument { Id = Guid.CreateVersion7(), Kind = DocumentKind.Achievement, Title = title }, null, null, OwnerStated: true);
}
