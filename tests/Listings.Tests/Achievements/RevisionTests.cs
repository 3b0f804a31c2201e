using System.Net;
using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Achievements;

public class RevisionTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    [Fact]
    public async Task The_old_text_stays_public_until_the_next_version_has_passed_both_reviews()
    {
        var published = await app.Published();
        var edited = await app.As(app.Author).Put(ListingsApp.Url(published.Id), new SaveDraft.Request(ListingsApp.Complete("第二代铝合金铸造工艺"), published.Version)).Read<AchievementView.Response>();
        (edited.State, edited.Revision, edited.Public!.Title).ShouldBe(("PUBLISHED", "DRAFT", "高强度铝合金铸造工艺"));
        (await app.Page(published.Id)).Title.ShouldBe("高强度铝合金铸造工艺");
        var submitted = await app.As(app.Author).Post(ListingsApp.Url(published.Id, "submit"), new SubmitAchievement.Request(edited.Version)).Read<AchievementView.Response>();
        var approved = await app.Approve(submitted);
        (await app.Page(published.Id)).Title.ShouldBe("高强度铝合金铸造工艺");
        var second = await app.Publish(approved);
        (second.Number, second.Revision, second.Public).ShouldBe((published.Number, null, null));
        (await app.Page(published.Id)).Title.ShouldBe("第二代铝合金铸造工艺");
        var facts = (await app.Published<AchievementPublished>()).Where(f => f.AchievementId == published.Id).ToList();
        facts.Select(f => f.Title).ShouldBe(["高强度铝合金铸造工艺", "第二代铝合金铸造工艺"]);
        facts[1].Version.ShouldBeGreaterThan(facts[0].Version);
    }

    [Fact]
    public async Task A_next_version_given_up_leaves_the_public_text()
    {
        var published = await app.Published();
        var edited = await app.As(app.Author).Put(ListingsApp.Url(published.Id), new SaveDraft.Request(ListingsApp.Complete("草率的修改稿"), published.Version)).Read<AchievementView.Response>();
        await app.As(app.Author).DeleteAsync(ListingsApp.Url(published.Id) + $"?version={edited.Version}").Succeeds();
        var now = await app.Get(published.Id);
        (now.State, now.Revision, now.Content.Title).ShouldBe(("PUBLISHED", null, "高强度铝合金铸造工艺"));
    }

    [Fact]
    public async Task The_public_bytes_follow_the_version()
    {
        var published = await app.Published();
        using var first = await app.As().GetAsync(ListingsApp.Url(published.Id, "public"));
        var tag = first.Headers.ETag!.Tag;
        var reader = app.As();
        reader.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", tag);
        (await reader.GetAsync(ListingsApp.Url(published.Id, "public"))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await app.As(app.Author).Post(ListingsApp.Url(published.Id, "suspend"), new SuspendAchievement.Request(published.Version, "权属争议")).Succeeds();
        using var after = await reader.GetAsync(ListingsApp.Url(published.Id, "public"));
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.Headers.ETag!.Tag.ShouldNotBe(tag);
    }

    [Fact]
    public async Task Suspended_and_archived_pages_keep_number_and_title_alone()
    {
        var published = await app.Published();
        var suspended = await app.As(app.Author).Post(ListingsApp.Url(published.Id, "suspend"), new SuspendAchievement.Request(published.Version, "权属争议")).Read<AchievementView.Response>();
        var page = await app.Page(published.Id);
        (page.Status, page.Number, page.Title, page.Text).ShouldBe(("SUSPENDED", published.Number, "高强度铝合金铸造工艺", null));
        var resumed = await app.As(app.Author).Post(ListingsApp.Url(published.Id, "resume"), new ResumeAchievement.Request(suspended.Version)).Read<AchievementView.Response>();
        (await app.Page(published.Id)).Text!.PublicSummary.ShouldStartWith("一种");
        await app.As(app.Author).Post(ListingsApp.Url(published.Id, "withdraw"), new WithdrawAchievement.Request(resumed.Version, "已自行实施")).Succeeds();
        var gone = await app.Page(published.Id);
        (gone.Status, gone.Text).ShouldBe(("ARCHIVED", null));
        (await app.Published<AchievementStatusChanged>()).Where(f => f.AchievementId == published.Id).Select(f => f.Status).ShouldBe(["SUSPENDED", "PUBLISHED", "ARCHIVED"]);
    }

    [Fact]
    public async Task A_right_that_ends_suspends_by_itself_on_the_next_day()
    {
        var published = await app.Published(ListingsApp.Complete() with
        {
            IpRights = [new AchievementForm.Right("INVENTION_PATENT", "ZL200610123456.7", null, AchievementForm.RightStatus.Granted, new DateOnly(2026, 3, 20))],
        });
        var start = app.Clock.GetUtcNow();
        try
        {
            app.Clock.Set(new DateTimeOffset(2026, 3, 20, 23, 59, 0, TimeSpan.FromHours(8)));
            await app.RunDueDeadlines();
            (await app.Get(published.Id)).State.ShouldBe("PUBLISHED");
            app.Clock.Set(new DateTimeOffset(2026, 3, 21, 0, 0, 1, TimeSpan.FromHours(8)));
            await app.RunDueDeadlines();
            var after = await app.Get(published.Id);
            (after.State, after.StateReason).ShouldBe(("SUSPENDED", "知识产权于 2026-03-20 到期"));
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [Fact]
    public async Task Completers_are_shown_to_the_owner_and_the_bureau_alone()
    {
        var published = await app.Published();
        (await app.As().GetStringAsync(ListingsApp.Url(published.Id, "public"))).ShouldNotContain("张某某");
        (await app.Get(published.Id)).Content.Completers.Count.ShouldBe(2);
        (await app.Get(published.Id, app.Reviewer)).Content.Completers[0].Name.ShouldBe("张某某");
        (await app.As(app.Company).GetAsync(ListingsApp.Url(published.Id)).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.As(app.Reviewer with { Roles = new HashSet<string> { Roles.Registrar } }).GetAsync(ListingsApp.Url(published.Id)).RefusedWith(404)).ShouldBe("listings/not-found");
    }
}
