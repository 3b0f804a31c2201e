using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Tests.Sales;

namespace TechMarket.Trading.Tests.FixedTerm;

/// <summary>From the first draft to the public page, and to its end.</summary>
public sealed class FixedTermOfferTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_university_s_offer_goes_through_unit_bureau_and_notice_before_anybody_takes_it_up()
    {
        var scene = await FixedTermScene.Of(app, app.University);
        var draft = await scene.Put().Read<GetFixedTermOffer.Response>();
        draft.Number.ShouldMatch("^XY-2026-[0-9]{6}$");
        (draft.State, draft.Kind, draft.Exclusive).ShouldBe(("DRAFT", "TRY_THEN_PAY", false));
        await app.RepeatsUnchanged(() => scene.Put());
        await scene.Do(scene.Holder, "submit", new SubmitFixedTermOffer.Request(draft.Version)).Succeeds();
        (await scene.See()).State.ShouldBe("UNIT_REVIEW");
        await app.RefusesUnchanged(() => app.As(scene.Bureau).GetAsync(scene.Url), 404, "trading/fixed-term-offer-not-found");
        await app.RefusesUnchanged(() => scene.Do(scene.Holder, "approve", new ApproveFixedTermOffer.Request(2)), 403, "platform/role-missing");
        await scene.Do(scene.Approver, "approve", new ApproveFixedTermOffer.Request(await scene.Version())).Succeeds();
        await app.RefusesUnchanged(() => app.As().GetAsync($"/api/trading/open-offers/{draft.Number}"), 404, "trading/fixed-term-offer-not-found");
        await app.RefusesUnchanged(() => scene.PostPublish(complete: false), 409, "trading/fixed-term-checklist-incomplete");
        var published = await scene.Publish();
        (published.State, published.Notice!.State).ShouldBe(("NOTICE", "RUNNING"));
        var notice = await app.As().GetAsync($"/api/trading/notices/{published.Notice.Number}").Read<GetNotice.Response>();
        (notice.PricingMode, notice.BuyerName, notice.Price).ShouldBe(("TRY_THEN_PAY", FixedTermNotices.AnyTaker, Money.Yuan(200_000m)));
        notice.PriceBasis!.ShouldContain(draft.Number);
        (await scene.Page(draft.Number)).TakesUp.ShouldBeFalse();
        var taker = TradingApp.Buyer();
        await app.RefusesUnchanged(() => scene.PutUptake(taker), 409, "trading/fixed-term-offer-not-open");
        await app.PassUntil(published.Notice.EndsAt);
        var page = await scene.Page(draft.Number);
        (page.State, page.TakesUp, page.PlacesLeft).ShouldBe(("PUBLISHED", true, 2));
        page.Examples.ShouldHaveSingleItem().Price.ShouldBe(Money.Yuan(200_000m));
        (await app.As().GetAsync($"/api/trading/open-offers?phase=Open&achievement={scene.Achievement.Number}").Read<ListOpenOffers.Response>()).Items.ShouldHaveSingleItem().Number.ShouldBe(draft.Number);
        (await scene.Statuses()).ShouldBe(["SUBMITTED", "NOTICE", "PUBLISHED"]);
        (await app.As(scene.Holder).GetAsync($"{scene.Url}/history").Read<Trading.Sales.GetSaleHistory.Response>()).Items.Select(i => i.Action)
            .ShouldBe(["drafted", "submitted", "approved", "published", "opened"]);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_company_s_offer_is_open_at_once_and_its_terms_never_change()
    {
        var scene = await FixedTermScene.Opened(app);
        var seen = await scene.See();
        (seen.State, seen.Notice, seen.OpenedAt is null).ShouldBe(("PUBLISHED", null, false));
        await app.RefusesUnchanged(() => scene.Put(scene.TryFirst(places: 9), seen.Version), 409, "trading/fixed-term-offer-wrong-state");
        await app.RefusesUnchanged(() => scene.Do(scene.Holder, "submit", new SubmitFixedTermOffer.Request(seen.Version)), 409, "trading/fixed-term-offer-wrong-state");
        await app.RefusesUnchanged(() => scene.PostPublish(), 409, "trading/fixed-term-offer-wrong-state");
    }

    [Fact]
    public async Task What_is_returned_is_written_anew()
    {
        var scene = await FixedTermScene.Of(app);
        await scene.Submitted();
        await app.RefusesUnchanged(() => scene.Do(scene.Approver, "return", new ReturnFixedTermOffer.Request(2, "价格依据不足")), 409, "trading/fixed-term-offer-wrong-state");
        await scene.Do(scene.Bureau, "return", new ReturnFixedTermOffer.Request(await scene.Version(), "请写明退出后资料如何归还")).Succeeds();
        var back = await scene.See();
        (back.State, back.Returned!.Stage).ShouldBe(("RETURNED", "platform"));
        await app.RefusesUnchanged(() => scene.Put(scene.TryFirst(places: 3), back.Version - 1), 409, "platform/changed-meanwhile");
        await app.RefusesUnchanged(() => scene.Put(scene.TryFirst(places: 3)), 409, "platform/changed-meanwhile");
        await scene.Put(scene.TryFirst(places: 3), back.Version).Succeeds();
        await scene.HandIn();
        (await scene.Publish()).PlacesLeft.ShouldBe(3);
    }

    [Fact]
    public async Task Only_the_owner_offers_only_what_is_on_the_market_and_only_terms_that_hold_together()
    {
        var scene = await FixedTermScene.Of(app);
        var stranger = People.Of(OrganisationKinds.University, "旁校", "330100", true, Roles.Publisher, Roles.Approver);
        await app.RefusesUnchanged(() => scene.Put(by: stranger), 409, "trading/not-your-achievement");
        await app.RefusesUnchanged(() => scene.Put(by: scene.Holder with { Verified = false }), 403, "platform/organisation-not-verified");
        await app.RefusesUnchanged(() => scene.Put(achievementId: Guid.CreateVersion7()), 404, "trading/achievement-not-found");
        var suspended = await app.Achievement(app.Company, status: "SUSPENDED");
        await app.RefusesUnchanged(() => scene.Put(achievementId: suspended.AchievementId), 409, "trading/fixed-term-achievement-not-published");
        var usual = scene.TryFirst();
        (FixedTermForm.Terms Terms, string Code)[] wrong =
        [
            (usual with { Trial = null }, "trading/fixed-term-terms-misplaced"),
            (usual with { Patent = new(FixedTermScene.Patent, "公告") }, "trading/fixed-term-terms-misplaced"),
            (usual with { Category = "XK08" }, "trading/fixed-term-open-licence-ordinary"),
            (usual with { Category = "XX99" }, "trading/category-unknown"),
            (usual with { LicenceExclusivity = null }, "trading/exclusivity-needed"),
            (usual with { PeriodMonths = null }, "trading/fixed-term-period-needed"),
            (usual with { Category = "ZR01", LicenceExclusivity = null }, "trading/fixed-term-period-needed"),
            (usual with { LicenceExclusivity = "EXCLUSIVE" }, "trading/fixed-term-one-taker-only"),
            (usual with { ReportMonths = null }, "trading/fixed-term-reports-needed"),
            (scene.TryFirst(threshold: 5m), "trading/fixed-term-threshold-misplaced"),
            (usual with { ValidUntil = scene.Today.AddDays(-1) }, "trading/fixed-term-validity-over"),
            (usual with { Price = FixedTermScene.Royalty(minimum: 2m, cap: 1m) }, "trading/fixed-term-bounds-reversed"),
        ];
        foreach (var (terms, code) in wrong) await app.RefusesUnchanged(() => scene.Put(terms), code == "trading/category-unknown" ? 400 : 409, code);
        await scene.Put().Succeeds();
        await app.RefusesUnchanged(() => app.As(stranger).GetAsync(scene.Url), 404, "trading/fixed-term-offer-not-found");
        await app.RefusesUnchanged(() => app.As(stranger).GetAsync($"{scene.Url}/history"), 404, "trading/fixed-term-offer-not-found");
        await app.RefusesUnchanged(() => scene.Put(by: stranger), 404, "trading/fixed-term-offer-not-found");
        await app.RefusesUnchanged(() => scene.Put(achievementId: suspended.AchievementId), 409, "trading/id-reused");
        await app.RefusesUnchanged(() => scene.Do(stranger, "submit", new SubmitFixedTermOffer.Request(1)), 404, "trading/fixed-term-offer-not-found");
    }

    [Fact]
    public async Task An_open_licence_rests_on_a_patent_on_record_that_lives()
    {
        var scene = await FixedTermScene.Of(app, kind: FixedTermKind.OpenLicense);
        var usual = scene.Open();
        await app.RefusesUnchanged(() => scene.Put(usual with { LicenceExclusivity = "EXCLUSIVE", Places = 1 }), 409, "trading/fixed-term-open-licence-ordinary");
        await app.RefusesUnchanged(() => scene.Put(usual with { Patent = new("ZL209900000001.X", "公告") }), 409, "trading/fixed-term-patent-not-on-record");
        await app.RefusesUnchanged(() => scene.Put(usual with { Price = FixedTermScene.Royalty(), ReportMonths = null }), 409, "trading/fixed-term-reports-needed");
        var model = await app.Achievement(app.Company);
        await app.Hear(model with { Version = 2, IpRights = [new IpRight("UTILITY_MODEL", "ZL2024", null, "GRANTED", null), new IpRight("INVENTION_PATENT", "ZL2025", null, "LAPSED", null)] });
        var other = new FixedTermScene(app, app.Company, model) { Kind = FixedTermKind.OpenLicense };
        await app.RefusesUnchanged(() => other.Put(usual with { Patent = new("ZL2024", "公告") }), 409, "trading/fixed-term-evaluation-report-needed");
        await app.RefusesUnchanged(() => other.Put(usual with { Patent = new("ZL2025", "公告", "评价报告") }), 409, "trading/fixed-term-patent-not-on-record");
        await other.Put(usual with { Patent = new("ZL2024", "公告", "评价报告 2026-1") }).Succeeds();
        var opening = await app.As(app.Company).GetAsync($"/api/trading/fixed-term-opening?q={model.Number}").Read<GetFixedTermOpening.Response>();
        opening.Achievements.ShouldHaveSingleItem().Patents.ShouldHaveSingleItem().Number.ShouldBe("ZL2024");
        (opening.UnitApproves, opening.Rules.Notice).ShouldBe((false, null));
    }

    [Fact]
    public async Task An_offer_and_an_exclusive_deal_keep_each_other_away()
    {
        var scene = await FixedTermScene.Opened(app, s => s.Open(), kind: FixedTermKind.OpenLicense);
        var room = await app.Talks(app.Company, achievement: scene.Achievement.AchievementId);
        var exclusive = await room.Offer(room.Seller, Room.Licence("EXCLUSIVE"));
        await app.RefusesUnchanged(() => room.Accept(room.Buyer, exclusive), 409, "trading/achievement-claimed");
        var ordinary = await room.Offer(room.Seller, Room.Licence("NON_EXCLUSIVE"));
        await room.Accept(room.Buyer, ordinary).Succeeds();
        var sale = new SaleScene(app, app.Company, scene.Achievement);
        await sale.Submitted();
        var version = await sale.Version();
        await app.RefusesUnchanged(() => sale.Do(sale.Bureau, "announce", new Trading.Sales.AnnounceSale.Request(version, new(true, true, true, true))), 409, "trading/achievement-claimed");

        var other = await FixedTermScene.Of(app);
        var second = await app.Talks(app.Company, achievement: other.Achievement.AchievementId);
        await second.Accept(second.Buyer, await second.Offer(second.Seller, Room.Assignment())).Succeeds();
        await other.Submitted();
        await app.RefusesUnchanged(() => other.PostPublish(), 409, "trading/achievement-claimed");

        var sold = await SaleScene.Announced(app, app.Company);
        var late = new FixedTermScene(app, app.Company, sold.Achievement);
        await late.Submitted();
        await app.RefusesUnchanged(() => late.PostPublish(), 409, "trading/achievement-in-sale");
    }

    [Fact]
    public async Task One_offer_of_a_kind_stands_at_a_time_and_withdrawing_frees_the_achievement()
    {
        var scene = await FixedTermScene.Opened(app);
        var again = new FixedTermScene(app, app.Company, scene.Achievement);
        await again.Submitted();
        await app.RefusesUnchanged(() => again.PostPublish(), 409, "trading/fixed-term-offer-stands");
        var applied = await scene.Applied(TradingApp.Buyer());
        (await scene.Claimed()).ShouldBeTrue();
        await scene.Withdraw().Succeeds();
        await app.RefusesUnchanged(() => scene.Withdraw(), 409, "trading/fixed-term-offer-wrong-state");
        (await scene.Claimed()).ShouldBeFalse();
        var uptake = await app.As(app.Company).GetAsync($"/api/trading/uptakes/{applied}").Read<GetUptake.Response>();
        (uptake.State, uptake.EndReason).ShouldBe(("WITHDRAWN", UptakeReasons.OfferOver));
        (await scene.Page((await scene.See()).Number)).State.ShouldBe("WITHDRAWN");
        await again.PostPublish().Succeeds();
    }

    [Fact]
    public async Task An_exclusive_offer_has_one_taker_and_tells_that_it_keeps_the_achievement()
    {
        var scene = await FixedTermScene.Opened(app, s => s.TryFirst(places: 1) with { Category = "ZR01", LicenceExclusivity = null, PeriodMonths = null });
        (await scene.See()).Exclusive.ShouldBeTrue();
        await scene.Withdraw().Succeeds();
        (await scene.Statuses()).ShouldBe(["SUBMITTED", "PUBLISHED", "WITHDRAWN", "RELEASED"]);
    }

    [Fact]
    public async Task After_its_last_day_nobody_takes_it_up()
    {
        var scene = await FixedTermScene.Opened(app, s => s.TryFirst() with { ValidUntil = s.Today.AddDays(3) });
        var end = (await scene.See()).EndsAt;
        await app.PassUntil(end);
        var seen = await scene.See();
        (seen.State, await scene.Claimed()).ShouldBe(("EXPIRED", false));
        await app.RefusesUnchanged(() => scene.PutUptake(TradingApp.Buyer()), 409, "trading/fixed-term-offer-not-open");
        await app.RunAllDue();
    }

    [Theory]
    [InlineData(true, "WITHDRAWN")]
    [InlineData(false, "RETURNED")]
    public async Task An_objection_that_holds_ends_the_offer_or_sends_it_back(bool cancel, string state)
    {
        var consequence = cancel ? DecideObjection.Consequences.Cancel : DecideObjection.Consequences.Revise;
        var scene = await FixedTermScene.Of(app, app.University);
        await scene.Submitted();
        var notice = (await scene.Publish()).Notice!;
        var objection = Guid.CreateVersion7();
        await app.As().Put($"/api/trading/notices/{notice.Number}/objections/{objection}", new ObjectToNotice.Request("赵某某", "13800000000", "入门费明显低于同类成果。")).Succeeds();
        await app.As(scene.Approver).Post(
            $"/api/trading/unit-notices/{notice.Id}/objections/{objection}/decide",
            new DecideObjection.Request(DecideObjection.Outcomes.Upheld, "计价方式需重新测算。", consequence)).Succeeds();
        (await scene.See()).State.ShouldBe(state);
        (await scene.Claimed()).ShouldBeFalse();
        if (state != "RETURNED") return;
        await scene.Put(scene.TryFirst(price: FixedTermScene.Fee(300_000m)), await scene.Version()).Succeeds();
        await scene.HandIn();
        var again = await scene.Publish();
        (again.State, again.Notice!.Number == notice.Number, await scene.Claimed()).ShouldBe(("NOTICE", false, true));
    }

    [Fact]
    public async Task An_offer_withdrawn_while_its_notice_runs_takes_the_notice_with_it()
    {
        var scene = await FixedTermScene.Of(app, app.University);
        await scene.Submitted();
        var notice = (await scene.Publish()).Notice!;
        await scene.Withdraw().Succeeds();
        (await app.As().GetAsync($"/api/trading/notices/{notice.Number}").Read<GetNotice.Response>()).State.ShouldBe("CANCELLED");
        await app.PassUntil(notice.EndsAt);
        (await scene.See()).State.ShouldBe("WITHDRAWN");
    }

    [Fact]
    public async Task An_achievement_that_leaves_the_market_takes_its_offers_along()
    {
        var scene = await FixedTermScene.Opened(app);
        await app.Hear(new AchievementStatusChanged(
            scene.Achievement.AchievementId, 9, scene.Achievement.Number, scene.Achievement.Title, scene.Holder.OrganisationId, "ARCHIVED", "专利失效", app.Clock.GetUtcNow()));
        (await scene.See()).State.ShouldBe("WITHDRAWN");
    }

    [Fact]
    public async Task Anyone_signed_in_tries_a_formula_out()
    {
        var answer = await app.As(TradingApp.Buyer()).Post(
            "/api/trading/fixed-term-price", new ReckonPrice.Request(FixedTermScene.Royalty(minimum: 20_000m), Money.Yuan(1_000_000m))).Read<ReckonPrice.Response>();
        (answer.Own!.Price, answer.Own.Bound, answer.Examples.Count).ShouldBe((Money.Yuan(30_000m), "NONE", 5));
        await app.RefusesUnchanged(() => app.As(TradingApp.Buyer()).Post("/api/trading/fixed-term-price", new ReckonPrice.Request(FixedTermScene.Royalty(), Money.Yuan(-1m))), 409, "trading/usage-report-sales-out-of-range");
    }

    [Fact]
    public async Task Everybody_finds_their_step_among_their_things_to_do()
    {
        var holder = People.Of(OrganisationKinds.University, "蓝海大学", "330100", true, Roles.Publisher);
        var scene = await FixedTermScene.Of(app, holder);
        await scene.Put().Succeeds();
        await scene.Do(holder, "submit", new SubmitFixedTermOffer.Request(1)).Succeeds();
        (await Kinds(scene.Approver)).ShouldBe(["fixed-term-offer-to-approve"]);
        await scene.Do(scene.Approver, "approve", new ApproveFixedTermOffer.Request(2)).Succeeds();
        (await Kinds(scene.Bureau)).ShouldContain("fixed-term-offer-to-review");
        await scene.Do(scene.Bureau, "return", new ReturnFixedTermOffer.Request(3, "请补充")).Succeeds();
        (await Kinds(holder)).ShouldBe(["fixed-term-offer-to-rewrite"]);
    }

    private async Task<IReadOnlyList<string>> Kinds(Caller caller) =>
        [.. (await app.As(caller).GetAsync("/api/trading/todo").Read<GetTodo.Response>()).Items.Select(i => i.Kind)];
}
