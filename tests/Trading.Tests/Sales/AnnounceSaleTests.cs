using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>From the first draft to the public page.</summary>
public sealed class AnnounceSaleTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_sale_goes_through_the_unit_and_the_bureau_to_its_public_page()
    {
        var scene = await SaleScene.Of(app);
        var draft = await scene.Put().Read<GetSale.Response>();
        draft.Number.ShouldMatch("^GP-2026-[0-9]{6}$");
        (draft.State, draft.ShortestPeriod.Value).ShouldBe(("DRAFT", 10));
        await app.RefusesUnchanged(() => scene.Do(scene.Seller, "submit", new SubmitSale.Request(draft.Version)), 409, "trading/sale-documents-needed");
        await scene.AddDocument();
        await app.RefusesUnchanged(() => scene.Do(scene.Seller, "submit", new SubmitSale.Request(draft.Version)), 409, "platform/changed-meanwhile");
        await scene.Do(scene.Seller, "submit", new SubmitSale.Request(await scene.Version())).Succeeds();
        (await scene.See()).State.ShouldBe("UNIT_REVIEW");
        await app.RefusesUnchanged(() => app.As(scene.Bureau).GetAsync(scene.Url), 404, "trading/sale-not-found");
        await app.RefusesUnchanged(() => scene.Do(scene.Seller, "approve", new ApproveSale.Request(3)), 403, "platform/role-missing");
        (await scene.Statuses()).ShouldBeEmpty();
        await scene.Do(scene.Approver, "approve", new ApproveSale.Request(await scene.Version())).Succeeds();
        var seen = await scene.See(scene.Bureau);
        (seen.State, seen.ApprovedByName).ShouldBe(("SUBMITTED", "同事"));
        await app.RefusesUnchanged(() => app.As().GetAsync($"/api/trading/announcements/{draft.Number}"), 404, "trading/sale-not-found");
        await app.RefusesUnchanged(
            () => scene.Do(scene.Bureau, "announce", new AnnounceSale.Request(seen.Version, new(false, true, true, true))), 409, "trading/sale-checklist-incomplete");
        var announced = await scene.Announce();
        (announced.State, announced.Announcements.Count).ShouldBe(("ANNOUNCED", 1));
        (await scene.Statuses()).ShouldBe(["SUBMITTED", "ANNOUNCED"]);
        var page = await scene.Page(draft.Number);
        (page.State, page.Terms.BasePrice, page.UnderRevision, page.Result).ShouldBe(("ANNOUNCED", Money.Yuan(1_000_000m), false, null));
        page.EndsAt.ShouldBe(announced.EndsAt!.Value);
        page.Documents.ShouldHaveSingleItem();
        page.Terms.Priorities.ShouldHaveSingleItem().Name.ShouldBe("");
        using var file = await app.As().GetAsync($"/api/trading/announcements/{draft.Number}/documents/{page.Documents[0].Id}");
        file.IsSuccessStatusCode.ShouldBeTrue();
        (await app.As().GetAsync("/api/trading/announcements?phase=Open").Read<ListAnnouncements.Response>()).Items.ShouldContain(i => i.Number == draft.Number);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_company_has_no_unit_review()
    {
        var scene = await SaleScene.Of(app, app.Company);
        await scene.Put().Succeeds();
        await scene.AddDocument();
        await scene.Do(scene.Seller, "submit", new SubmitSale.Request(await scene.Version())).Succeeds();
        (await scene.See()).State.ShouldBe("SUBMITTED");
    }

    [Fact]
    public async Task What_is_returned_is_written_anew()
    {
        var scene = await SaleScene.Of(app);
        await scene.Submitted();
        await scene.Do(scene.Bureau, "return", new ReturnSale.Request(await scene.Version(), "受让方条件限定本地企业，请修改")).Succeeds();
        var back = await scene.See();
        (back.State, back.Returned!.Stage, back.Returned.Reason).ShouldBe(("RETURNED", "platform", "受让方条件限定本地企业，请修改"));
        await scene.Put(SaleScene.Terms(1_200_000m), back.Version).Succeeds();
        await app.RefusesUnchanged(() => scene.Put(SaleScene.Terms(1_300_000m), back.Version), 409, "platform/changed-meanwhile");
        await scene.HandIn();
        (await scene.Announce()).Terms.BasePrice.ShouldBe(Money.Yuan(1_200_000m));
    }

    [Fact]
    public async Task Announced_terms_do_not_change_and_a_change_is_announced_anew()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        await scene.Qualified(party);
        var version = await scene.Version();
        await app.RefusesUnchanged(() => scene.Put(SaleScene.Terms(900_000m), version), 409, "trading/sale-wrong-state");
        await app.RefusesUnchanged(() => scene.Do(scene.Seller, "withdraw", new WithdrawSale.Request(version, "不卖了")), 409, "trading/sale-wrong-state");
        await scene.Do(scene.Seller, "revise", new ReviseSale.Request(version, "补充一项专利，底价相应调整")).Succeeds();
        var number = (await scene.See()).Number;
        var page = await scene.Page(number);
        (page.UnderRevision, page.RevisionReason, page.Terms.BasePrice).ShouldBe((true, "补充一项专利，底价相应调整", Money.Yuan(1_000_000m)));
        (await scene.Decisions()).ShouldHaveSingleItem().Decision.ShouldBe("RETURN");
        (await scene.Mine(party)).Party!.State.ShouldBe("WITHDRAWN");
        await app.RefusesUnchanged(() => scene.PutRegistration(party), 409, "trading/sale-wrong-state");
        await scene.Put(SaleScene.Terms(1_500_000m), await scene.Version()).Succeeds();
        await scene.HandIn();
        app.Clock.Advance(TimeSpan.FromDays(2));
        var again = await scene.Announce();
        (again.Announcements.Count, again.Announcements[0].ReplacedBecause).ShouldBe((2, "补充一项专利，底价相应调整"));
        page = await scene.Page(number);
        (page.Round, page.Terms.BasePrice, page.Earlier.Single().BasePrice).ShouldBe((2, Money.Yuan(1_500_000m), Money.Yuan(1_000_000m)));
        // The party registers for the new announcement and owes the new deposit.
        await scene.Registered(party);
        (await scene.Mine(party)).Party!.Deposit!.Amount.ShouldBe(Money.Yuan(150_000m));
    }

    [Fact]
    public async Task While_a_sale_runs_nobody_negotiates_for_the_achievement()
    {
        var scene = await SaleScene.Of(app);
        var achievement = await app.Achievement(app.University);
        var other = new SaleScene(app, app.University, achievement);
        var room = await app.Talks(app.University, achievement: achievement.AchievementId);
        await other.Submitted();
        var offer = await room.Offer(room.Seller);
        await other.Announce();
        (await room.See()).State.ShouldBe("CLOSED_LOST");
        await app.RefusesUnchanged(() => room.Accept(room.Buyer, offer), 409, "trading/wrong-state");
        await app.RefusesUnchanged(() => app.PostOpening(TradingApp.Buyer(), achievement.AchievementId), 409, "trading/achievement-in-sale");
        await app.RefusesUnchanged(() => scene.Put(id: Guid.CreateVersion7(), achievementId: achievement.AchievementId), 409, "trading/sale-running");
    }

    [Fact]
    public async Task An_agreement_that_stands_is_in_the_way_of_an_announcement()
    {
        var room = await app.AgreedWithUniversity();
        var seen = await room.See();
        var fact = await app.InDb(db => Task.FromResult(db.KnownAchievements.Single(a => a.Id == seen.Achievement.Id)));
        var scene = new SaleScene(app, app.University, (await app.Achievement(app.University)) with { AchievementId = fact.Id });
        await scene.Submitted();
        var version = await scene.Version();
        await app.RefusesUnchanged(
            () => scene.Do(scene.Bureau, "announce", new AnnounceSale.Request(version, new(true, true, true, true))), 409, "trading/achievement-claimed");
    }

    [Fact]
    public async Task Only_the_owner_sells_and_only_what_is_on_the_market()
    {
        var scene = await SaleScene.Of(app);
        var stranger = People.Of(OrganisationKinds.University, "旁校", "330100", true, Roles.Publisher, Roles.Approver);
        await app.RefusesUnchanged(() => scene.Put(by: stranger), 409, "trading/not-your-achievement");
        await app.RefusesUnchanged(() => scene.Put(by: app.University with { Verified = false }), 403, "platform/organisation-not-verified");
        await app.RefusesUnchanged(() => scene.Put(achievementId: Guid.CreateVersion7()), 404, "trading/achievement-not-found");
        await app.RefusesUnchanged(() => scene.Put(SaleScene.Terms(length: 5)), 409, "trading/sale-period-too-short");
        await scene.Put().Succeeds();
        await app.RepeatsUnchanged(() => scene.Put());
        await app.RefusesUnchanged(() => app.As(stranger).GetAsync(scene.Url), 404, "trading/sale-not-found");
        await app.RefusesUnchanged(() => scene.Do(stranger, "submit", new SubmitSale.Request(1)), 404, "trading/sale-not-found");
    }

    [Fact]
    public async Task Two_reviewers_at_once_announce_once()
    {
        for (var i = 0; i < 4; i++)
        {
            var scene = await SaleScene.Of(app);
            await scene.Submitted();
            var version = await scene.Version();
            var request = new AnnounceSale.Request(version, new(true, true, true, true));
            var back = new ReturnSale.Request(version, "补充材料");
            var answers = await Task.WhenAll(scene.Do(scene.Bureau, "announce", request), scene.Do(scene.Bureau, "return", back), scene.Do(scene.Bureau, "announce", request));
            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
            (await scene.Statuses()).Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task The_bureau_ends_an_announced_sale_for_a_published_cause()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        await scene.Qualified(party);
        var version = await scene.Version();
        await app.RefusesUnchanged(() => scene.Do(scene.Seller, "terminate", new TerminateSale.Request(version, "权属争议，终止挂牌")), 404, "trading/sale-not-found");
        await scene.Do(scene.Bureau, "terminate", new TerminateSale.Request(version, "权属争议，终止挂牌")).Succeeds();
        var seen = await scene.See();
        (seen.State, (await scene.Page(seen.Number)).EndReason).ShouldBe(("WITHDRAWN", "权属争议，终止挂牌"));
        (await scene.Decisions()).ShouldHaveSingleItem().Decision.ShouldBe("RETURN");
        (await app.PostOpening(TradingApp.Buyer(), scene.Achievement.AchievementId).RefusedWith(409)).ShouldBe("trading/not-negotiable");
    }

    [Fact]
    public async Task An_achievement_that_leaves_the_market_takes_its_sale_along()
    {
        var scene = await SaleScene.Announced(app);
        await app.Hear(new AchievementStatusChanged(
            scene.Achievement.AchievementId, 9, scene.Achievement.Number, scene.Achievement.Title, app.University.OrganisationId, "ARCHIVED", "专利无效", app.Clock.GetUtcNow()));
        (await scene.See()).State.ShouldBe("WITHDRAWN");
    }
}
