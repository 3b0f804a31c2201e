using TechMarket.Listings.Achievements;
using TechMarket.Listings.Reviews;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Reviews;

public class ReviewTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    [Fact]
    public async Task Approved_by_the_unit_and_published_by_the_bureau_it_has_a_number_and_everyone_sees_it()
    {
        var published = await app.Published();
        published.State.ShouldBe("PUBLISHED");
        published.Number!.ShouldStartWith("CG-2026-");
        var fact = (await app.Published<AchievementPublished>()).Single(f => f.AchievementId == published.Id);
        (fact.Number, fact.Status, fact.FieldCode, fact.Maturity, fact.OwnerStated, fact.OwnerIsPublicInstitution).ShouldBe((published.Number, "PUBLISHED", "05", 7, true, true));
        fact.ExpectedPrice.ShouldBe(Money.Yuan(1_200_000m));
        var page = await app.As().GetAsync($"/api/listings/achievements/by-number/{published.Number}").Read<PublicAchievement.Response>();
        (page.Title, page.Status, page.Owner.Name, page.Owner.Verified).ShouldBe(("高强度铝合金铸造工艺", "PUBLISHED", "西陵大学", true));
        page.History.Select(h => h.Status).ShouldBe(["PUBLISHED"]);
        (await app.AuditBreak()).ShouldBeNull();
        var history = await app.As(app.Author).GetAsync(ListingsApp.Url(published.Id, "history")).Read<ListHistory.Response>();
        history.Items.Select(i => i.Action).ShouldBe(["start", "submit", "approve", "publish"]);
        history.Items[3].Person.ShouldBeNull();
        history.Items[3].Organisation.ShouldBe("市科技局");
    }

    [Fact]
    public async Task An_approver_does_not_approve_the_own_submission()
    {
        var both = app.Author.Colleague(Roles.Publisher, Roles.Approver);
        var submitted = await app.Submitted(author: both);
        var print = await app.Fingerprint();
        (await app.As(both).Post(ListingsApp.Url(submitted.Id, "approve"), new ApproveAchievement.Request(submitted.Version, true, true)).RefusedWith(409)).ShouldBe("listings/own-submission");
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Theory]
    [InlineData(false, true, "listings/holder-not-confirmed")]
    [InlineData(true, false, "listings/secrecy-not-cleared")]
    public async Task The_unit_confirms_the_rights_and_the_secrecy_review(bool holder, bool secrecy, string code)
    {
        var submitted = await app.Submitted();
        (await app.As(app.Approver).Post(ListingsApp.Url(submitted.Id, "approve"), new ApproveAchievement.Request(submitted.Version, holder, secrecy)).RefusedWith(409)).ShouldBe(code);
    }

    [Fact]
    public async Task Nobody_else_decides()
    {
        var submitted = await app.Submitted();
        var approve = new ApproveAchievement.Request(submitted.Version, true, true);
        var stranger = People.Of(OrganisationKinds.University, roles: [Roles.Approver]);
        (await app.As(app.Author).Post(ListingsApp.Url(submitted.Id, "approve"), approve).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As(stranger).Post(ListingsApp.Url(submitted.Id, "approve"), approve).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.As(app.Reviewer).Post(ListingsApp.Url(submitted.Id, "publish"), new PublishAchievement.Request(submitted.Version)).RefusedWith(404)).ShouldBe("listings/not-found");
        var approved = await app.Approve(submitted);
        var publish = new PublishAchievement.Request(approved.Version);
        (await app.As(app.Approver).Post(ListingsApp.Url(submitted.Id, "publish"), publish).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As(app.Reviewer with { Roles = new HashSet<string> { Roles.Registrar } }).Post(ListingsApp.Url(submitted.Id, "publish"), publish).RefusedWith(403))
            .ShouldBe("platform/role-missing");
        (await app.As(stranger).Post(ListingsApp.Url(submitted.Id, "return"), new ReturnAchievement.Request(approved.Version, "OTHER", "看看")).RefusedWith(404)).ShouldBe("listings/not-found");
    }

    [Fact]
    public async Task A_return_goes_back_with_its_reason_and_can_be_submitted_again()
    {
        var approved = await app.Approve(await app.Submitted());
        (await app.As(app.Reviewer).Post(ListingsApp.Url(approved.Id, "return"), new ReturnAchievement.Request(approved.Version, "NICE", "不好")).RefusedWith(400)).ShouldBe("listings/reason-unknown");
        var returned = await app.As(app.Reviewer).Post(ListingsApp.Url(approved.Id, "return"), new ReturnAchievement.Request(approved.Version, "DESCRIPTION_UNCLEAR", "请写明适用范围"))
            .Read<AchievementView.Response>();
        (returned.State, returned.Returned!.ReasonCode, returned.Returned.From).ShouldBe(("DRAFT", "DESCRIPTION_UNCLEAR", "platform"));
        var fact = (await app.Published<AchievementReturned>()).Single(f => f.AchievementId == approved.Id);
        (fact.Stage, fact.Reason, fact.SubmittedBy).ShouldBe(("platform", "表述不清楚:请写明适用范围", app.Author.PersonId));
        (await app.As(app.Author).GetAsync("/api/listings/todo").Read<ListTodo.Response>()).Items.ShouldContain(i => i.Id == approved.Id && i.Kind == "achievement-returned");
        var again = await app.As(app.Author).Post(ListingsApp.Url(approved.Id, "submit"), new SubmitAchievement.Request(returned.Version)).Read<AchievementView.Response>();
        (again.State, again.Returned).ShouldBe(("UNIT_REVIEW", null));
    }

    [Fact]
    public async Task A_stale_version_is_refused_everywhere()
    {
        var submitted = await app.Submitted();
        var approved = await app.Approve(submitted);
        var print = await app.Fingerprint();
        var stale = submitted.Version;
        (await app.As(app.Reviewer).Post(ListingsApp.Url(approved.Id, "publish"), new PublishAchievement.Request(stale)).RefusedWith(409)).ShouldBe("platform/changed-meanwhile");
        (await app.As(app.Reviewer).Post(ListingsApp.Url(approved.Id, "return"), new ReturnAchievement.Request(stale, "OTHER", "看看")).RefusedWith(409)).ShouldBe("platform/changed-meanwhile");
        (await app.Fingerprint()).ShouldBe(print);
    }
}
