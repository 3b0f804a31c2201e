using System.Text.Json;
using TechMarket.Listings.Achievements;
using TechMarket.Listings.Reviews;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Achievements;

public class SubmitAchievementTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    [Fact]
    public void A_complete_form_has_nothing_missing() => Completeness.MissingIn(ListingsApp.Complete()).ShouldBeEmpty();

    [Fact]
    public void Every_missing_field_is_named()
    {
        Completeness.MissingIn(new AchievementForm.Content()).Keys.ShouldBe(
            ["areaCode", "expectedPrice", "fieldCode", "form", "holderUnits", "ipRights", "keywords", "maturity", "pricingMode", "publicSummary", "secrecy.declared", "title", "transferWays"]);
    }

    [Fact]
    public void What_is_filled_in_wrongly_says_why()
    {
        var wrong = ListingsApp.Complete() with
        {
            FieldCode = "99", PriceNegotiable = true, PublicSummary = "详情请联系 13800138000 张老师,我们的工艺已经成熟可用。", TransferWays = ["GIFT"],
            IpRights = [new AchievementForm.Right("INVENTION_PATENT"), new AchievementForm.Right("KNOW_HOW"), new AchievementForm.Right("UTILITY_MODEL", "ZL1", Status: AchievementForm.RightStatus.Lapsed)],
            Completers = [new AchievementForm.Completer("甲", 1, null, 0.5m), new AchievementForm.Completer("乙", 2, null, 0.4m)],
        };
        Completeness.MissingIn(wrong).ShouldBe(new Dictionary<string, string>
        {
            ["completers"] = "shares", ["expectedPrice"] = "one-of-two", ["fieldCode"] = "unknown", ["ipRights[0].number"] = "number-required", ["ipRights[2].status"] = "lapsed",
            ["publicSummary"] = "personal-data", ["transferWays"] = "unknown",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task An_incomplete_draft_is_refused_with_its_fields_and_stays()
    {
        var draft = await app.Draft(ListingsApp.Complete() with { Keywords = [], AreaCode = null });
        var print = await app.Fingerprint();
        using var response = await app.As(app.Author).Post(ListingsApp.Url(draft.Id, "submit"), new SubmitAchievement.Request(draft.Version));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        ((int)response.StatusCode, problem.GetProperty("code").GetString()).ShouldBe((409, "listings/incomplete"));
        problem.GetProperty("facts").GetProperty("fields").GetRawText().ShouldBe("""{"areaCode":"required","keywords":"required"}""");
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task The_unit_hears_of_it_and_its_queue_holds_it()
    {
        var submitted = await app.Submitted();
        submitted.State.ShouldBe("UNIT_REVIEW");
        var fact = (await app.Published<AchievementSubmitted>()).Single(f => f.AchievementId == submitted.Id);
        (fact.Stage, fact.SubmittedBy, fact.OwnerId).ShouldBe(("unit", app.Author.PersonId, app.Author.OrganisationId));
        var queue = await app.As(app.Approver).GetAsync("/api/listings/reviews?size=100").Read<ListReviews.Response>();
        queue.Items.ShouldContain(i => i.Id == submitted.Id && i.Stage == "unit");
        (await app.As(app.Reviewer).GetAsync("/api/listings/reviews?size=100").Read<ListReviews.Response>()).Items.ShouldNotContain(i => i.Id == submitted.Id);
        var todo = await app.As(app.Approver).GetAsync("/api/listings/todo").Read<ListTodo.Response>();
        todo.Items.ShouldContain(i => i.Id == submitted.Id && i.Kind == "achievement-unit-review");
    }

    [Fact]
    public async Task An_unverified_organisation_cannot_submit()
    {
        var newcomer = app.Author with { Organisation = Guid.CreateVersion7(), Verified = false };
        var draft = await app.Draft(author: newcomer);
        (await app.As(newcomer).Post(ListingsApp.Url(draft.Id, "submit"), new SubmitAchievement.Request(draft.Version)).RefusedWith(403)).ShouldBe("platform/organisation-not-verified");
    }

    [Fact]
    public async Task What_is_in_review_cannot_be_edited_and_is_submitted_once()
    {
        var submitted = await app.Submitted();
        (await app.As(app.Author).Put(ListingsApp.Url(submitted.Id), new SaveDraft.Request(ListingsApp.Complete(), submitted.Version)).RefusedWith(409)).ShouldBe("listings/not-editable");
        (await app.As(app.Author).Post(ListingsApp.Url(submitted.Id, "submit"), new SubmitAchievement.Request(submitted.Version)).RefusedWith(409)).ShouldBe("listings/not-in-state");
    }
}
