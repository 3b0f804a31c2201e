using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;
using TechMarket.Trading.FixedTerm;

namespace TechMarket.Trading.Tests.FixedTerm;

/// <summary>What takers do with an offer, from the application to the deal or the way out.</summary>
public sealed class UptakeTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Free_use_a_price_by_time_and_a_deal_with_nothing_typed_twice()
    {
        var trial = await FixedTermScene.Trial(app);
        var seen = await trial.See();
        (seen.State, seen.Side, seen.StartsOn, seen.EndsOn).ShouldBe(("TRIAL", "TAKER", trial.Offer.Today, trial.Offer.Today.AddMonths(6).AddDays(-1)));
        (await app.DealsOf(trial.Offer.Achievement.AchievementId)).ShouldBeEmpty();
        await app.PassUntil(seen.TrialEndsAt!.Value);
        var due = await trial.See();
        (due.State, due.TriggeredBy, due.Price!.Price).ShouldBe(("PAY_DUE", "TIME", Money.Yuan(200_000m)));
        due.PayBy.ShouldBe(ChinaTime.EndOf(trial.Offer.Today.AddDays(30)));
        await app.RefusesUnchanged(() => trial.Convert(199_999m), 409, "trading/uptake-price-changed");
        await app.RefusesUnchanged(() => trial.Do(trial.Offer.Holder, "convert", new ConvertUptake.Request(Money.Yuan(200_000m))), 403, "trading/not-your-move");
        await trial.Convert(200_000m).Succeeds();
        await app.RepeatsUnchanged(() => trial.Convert(200_000m));
        var converted = await trial.See();
        converted.State.ShouldBe("CONVERTED");
        var deal = (await app.DealsOf(trial.Offer.Achievement.AchievementId)).ShouldHaveSingleItem();
        (deal.Id.Value, deal.PricingMode, deal.Price, deal.BuyerId, deal.UptakeId!.Value.Value).ShouldBe(
            (converted.Deal!.Id, "TRY_THEN_PAY", Money.Yuan(200_000m), trial.Taker.OrganisationId, trial.Id));
        (deal.Terms.Category, deal.Terms.PaymentMode, deal.Terms.LicenceExclusivity, deal.Terms.StartsOn, deal.Terms.EndsOn).ShouldBe(
            ("XK01", "LUMP_SUM", "NON_EXCLUSIVE", trial.Offer.Today, trial.Offer.Today.AddMonths(36).AddDays(-1)));
        (await app.Published<DealConcluded>()).Single(f => f.DealId == deal.Id.Value).Terms.Price.ShouldBe(Money.Yuan(200_000m));
        var line = await app.As(trial.Taker).GetAsync($"/api/trading/deal-line?dealId={deal.Id}").Read<Trading.Deals.GetDealLine.Response>();
        line.Stops.Select(s => s.Key).ShouldBe(["listed", "uptake", "deal", "signing", "registration", "settlement"]);
        // The time to conclude runs out without effect.
        await app.PassUntil(due.PayBy!.Value);
        (await trial.See()).State.ShouldBe("CONVERTED");
        (await trial.Statuses()).ShouldBe(["APPLIED", "TRIAL", "PAY_DUE", "CONVERTED"]);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_public_body_s_deals_share_the_notice_of_their_formula()
    {
        var scene = await FixedTermScene.Opened(app, s => s.Open(), app.University, FixedTermKind.OpenLicense);
        await scene.Applied(TradingApp.Buyer("甲公司"));
        await scene.Applied(TradingApp.Buyer("乙公司"));
        var deals = await app.DealsOf(scene.Achievement.AchievementId);
        deals.Count.ShouldBe(2);
        deals.Select(d => d.NoticeId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        deals.ShouldAllBe(d => d.PricingMode == "OPEN_LICENSE" && d.Terms.Category == "XK08" && d.Price == Money.Yuan(50_000m));
    }

    [Fact]
    public async Task An_open_licence_comes_about_by_notice_and_the_holder_has_no_choice()
    {
        var scene = await FixedTermScene.Opened(app, s => s.Open(FixedTermScene.Royalty(0.02m, entry: 10_000m)), kind: FixedTermKind.OpenLicense);
        var taker = TradingApp.Buyer();
        var id = Guid.CreateVersion7();
        await app.RefusesUnchanged(() => scene.PutUptake(taker, id, FixedTermScene.Application(accepts: false)), 409, "trading/terms-not-accepted");
        await app.RefusesUnchanged(() => scene.PutUptake(taker, id, FixedTermScene.Application(related: true)), 409, "trading/related-party-statement-needed");
        await app.RefusesUnchanged(() => scene.PutUptake(taker with { Verified = false }, id), 403, "platform/organisation-not-verified");
        await app.RefusesUnchanged(() => scene.PutUptake(scene.Holder with { Roles = new HashSet<string> { Roles.Purchaser } }, id), 409, "trading/fixed-term-own-offer");
        await app.RefusesUnchanged(() => scene.PutUptake(taker.Colleague(Roles.Publisher), id), 403, "platform/role-missing");
        await scene.PutUptake(taker, id).Succeeds();
        await app.RepeatsUnchanged(() => scene.PutUptake(taker, id));
        await app.RefusesUnchanged(() => scene.PutUptake(TradingApp.Buyer(), id), 409, "trading/id-reused");
        await app.RefusesUnchanged(() => scene.PutUptake(taker), 409, "trading/fixed-term-already-taken");
        var uptake = new TrialScene(app, scene, taker, id);
        await app.RefusesUnchanged(() => uptake.Screen(false), 409, "trading/uptake-wrong-state");
        var seen = await uptake.See();
        (seen.State, seen.StartsOn, seen.NextReport!.From).ShouldBe(("CONVERTED", scene.Today, scene.Today));
        var deal = (await app.DealsOf(scene.Achievement.AchievementId)).ShouldHaveSingleItem();
        (deal.Terms.PaymentMode, deal.Price, deal.Terms.RoyaltyRate, deal.Terms.RoyaltyBase).ShouldBe(("ENTRY_FEE_PLUS_ROYALTY", Money.Yuan(10_000m), 0.02m, "SALES"));
        // A withdrawal touches no licence given before, and the taker goes on reporting.
        await scene.Withdraw().Succeeds();
        var report = await uptake.Report(1_000_000m);
        await uptake.Confirm(report).Succeeds();
        (await uptake.See()).SoFar!.Price.ShouldBe(Money.Yuan(30_000m));
        (await uptake.See()).State.ShouldBe("CONVERTED");
    }

    [Fact]
    public async Task The_holder_screens_who_applies()
    {
        var scene = await FixedTermScene.Opened(app);
        var taker = TradingApp.Buyer();
        await app.RefusesUnchanged(() => scene.PutUptake(taker, request: FixedTermScene.Application(purpose: "试用")), 409, "trading/fixed-term-purpose-needed");
        var trial = new TrialScene(app, scene, taker, await scene.Applied(taker));
        await app.RefusesUnchanged(() => trial.Screen(false, reason: null), 400, "platform/malformed");
        await app.RefusesUnchanged(() => trial.Screen(true, by: taker), 403, "trading/not-your-move");
        await app.RefusesUnchanged(() => trial.Do(scene.Holder, "screen", new ScreenUptake.Request(99, true)), 409, "platform/changed-meanwhile");
        var stranger = People.Of(OrganisationKinds.Enterprise, "旁人", "330100", true, [.. Roles.All]);
        await app.RefusesUnchanged(() => app.As(stranger).GetAsync(trial.Url), 404, "trading/uptake-not-found");
        await app.RefusesUnchanged(() => app.As(stranger).GetAsync($"{trial.Url}/history"), 404, "trading/uptake-not-found");
        await app.RefusesUnchanged(() => trial.Do(stranger, "screen", new ScreenUptake.Request(1, true)), 404, "trading/uptake-not-found");
        await trial.Screen(false, reason: "用途与范围不符").Succeeds();
        (await trial.See()).EndReason.ShouldBe("用途与范围不符");
        // Refused once, it may ask again, and take that back.
        var again = new TrialScene(app, scene, taker, await scene.Applied(taker));
        await app.RefusesUnchanged(() => again.Do(scene.Holder, "take-back", new TakeBackUptake.Request(1, "误操作")), 403, "trading/not-your-move");
        await again.Do(taker, "take-back", new TakeBackUptake.Request(1, "计划调整")).Succeeds();
        (await again.See()).State.ShouldBe("WITHDRAWN");
        await app.RefusesUnchanged(() => again.Screen(true), 409, "trading/uptake-wrong-state");
        await app.RefusesUnchanged(() => again.PutReport(scene.Today, scene.Today, 0m), 409, "trading/uptake-wrong-state");
    }

    [Fact]
    public async Task Of_two_who_want_the_last_place_at_once_one_gets_it()
    {
        for (var i = 0; i < 3; i++)
        {
            var scene = await FixedTermScene.Opened(app, s => s.Open(places: 1), kind: FixedTermKind.OpenLicense);
            Caller[] takers = [TradingApp.Buyer("甲公司"), TradingApp.Buyer("乙公司")];
            var answers = await Task.WhenAll(takers.Select(t => scene.PutUptake(t)));
            answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 409]);
            (await app.DealsOf(scene.Achievement.AchievementId)).ShouldHaveSingleItem();
            (await scene.Page((await scene.See()).Number)).PlacesLeft.ShouldBe(0);
            await app.RefusesUnchanged(() => scene.PutUptake(TradingApp.Buyer()), 409, "trading/fixed-term-no-place-left");
        }
        var tried = await FixedTermScene.Opened(app, s => s.TryFirst(places: 1));
        TrialScene[] both = [.. await Task.WhenAll(new[] { "甲公司", "乙公司" }.Select(async name => { var t = TradingApp.Buyer(name); return new TrialScene(app, tried, t, await tried.Applied(t)); }))];
        var accepted = await Task.WhenAll(both.Select(t => t.Screen(true)));
        accepted.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 409]);
    }

    [Fact]
    public async Task Reports_follow_each_other_and_stay_once_confirmed()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Sales, threshold: 1_000_000m));
        var start = trial.Offer.Today;
        await app.PassUntil(ChinaTime.StartOf(start.AddDays(20)));
        await app.RefusesUnchanged(() => trial.PutReport(start.AddDays(1), start.AddDays(5), 1m), 409, "trading/usage-report-gap");
        await app.RefusesUnchanged(() => trial.PutReport(start, start.AddDays(21), 1m), 409, "trading/usage-report-in-future");
        await app.RefusesUnchanged(() => trial.PutReport(start, start.AddDays(-1), 1m), 409, "trading/period-reversed");
        await app.RefusesUnchanged(() => trial.PutReport(start, start.AddDays(9), -1m), 409, "trading/usage-report-sales-out-of-range");
        await app.RefusesUnchanged(() => trial.PutReport(start, start.AddDays(9), 1m, by: trial.Offer.Holder), 403, "trading/not-your-move");
        var report = Guid.CreateVersion7();
        await trial.PutReport(start, start.AddDays(9), 100_000m, report).Succeeds();
        await app.RepeatsUnchanged(() => trial.PutReport(start, start.AddDays(9), 100_000m, report));
        await app.RefusesUnchanged(() => trial.PutReport(start, start.AddDays(8), 100_000m, report), 409, "trading/id-reused");
        await app.RefusesUnchanged(() => trial.PutReport(start.AddDays(5), start.AddDays(12), 1m), 409, "trading/usage-report-overlaps");
        await app.RefusesUnchanged(() => trial.Confirm(Guid.CreateVersion7()), 404, "trading/usage-report-not-found");
        await app.RefusesUnchanged(() => trial.Confirm(report, by: trial.Taker), 403, "trading/not-your-move");
        await app.RefusesUnchanged(() => trial.Dispute(report, Guid.CreateVersion7()), 409, "trading/usage-report-answered");
        await trial.Dispute(report).Succeeds();
        await app.RefusesUnchanged(() => trial.Dispute(report), 409, "trading/usage-report-answered");
        (await trial.See()).SoFar!.Sales.ShouldBe(Money.Yuan(0m));
        await app.RefusesUnchanged(() => trial.Exit(), 409, "trading/usage-report-disputed");
        var stale = await trial.Version();
        await trial.PutReport(start, start.AddDays(9), 120_000m, report).Succeeds();
        // Nobody confirms figures that were changed meanwhile.
        await app.RefusesUnchanged(() => trial.Confirm(report, version: stale), 409, "platform/changed-meanwhile");
        await trial.Confirm(report).Succeeds();
        await app.RepeatsUnchanged(() => trial.Confirm(report));
        await app.RefusesUnchanged(() => trial.PutReport(start, start.AddDays(9), 1m, report), 409, "trading/usage-report-confirmed");
        (await trial.See()).Reports.ShouldHaveSingleItem().State.ShouldBe("CONFIRMED");
        (await app.As(trial.Taker).GetAsync($"{trial.Url}/history").Read<Trading.Sales.GetSaleHistory.Response>()).Items.Select(i => i.Action)
            .ShouldBe(["applied", "accepted", "report-filed", "report-disputed", "report-filed", "report-confirmed"]);
    }

    [Fact]
    public async Task Sales_that_reach_the_threshold_make_the_price_due_and_silence_confirms()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Sales, FixedTermScene.Royalty(0.03m, 10_000m, 20_000m, 60_000m), threshold: 1_000_000m));
        var first = await trial.Report(400_000m);
        await trial.Confirm(first).Succeeds();
        var state = await trial.See();
        (state.State, state.SoFar!.Price).ShouldBe(("TRIAL", Money.Yuan(22_000m)));
        await trial.Report(600_000m);
        (await trial.See()).State.ShouldBe("TRIAL");
        await app.PassUntil((await trial.See()).Reports[0].AnswerBy);
        var due = await trial.See();
        (due.State, due.TriggeredBy, due.Price!.Price, due.Price.Sales, due.Reports[0].AnsweredByName).ShouldBe(("PAY_DUE", "SALES", Money.Yuan(40_000m), Money.Yuan(1_000_000m), null));
        await app.RefusesUnchanged(() => trial.Exit(), 409, "trading/uptake-wrong-state");
        await trial.Convert(40_000m).Succeeds();
        var deal = (await app.DealsOf(trial.Offer.Achievement.AchievementId)).ShouldHaveSingleItem();
        (deal.Terms.PaymentMode, deal.Terms.RoyaltyRate, deal.Terms.Milestones.Single().Amount).ShouldBe(("ENTRY_FEE_PLUS_ROYALTY", 0.03m, Money.Yuan(40_000m)));
        deal.Terms.Other!.ShouldContain("已付部分抵扣");
    }

    [Fact]
    public async Task At_the_cap_the_deal_has_no_royalty_left()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Sales, FixedTermScene.Royalty(0.03m, cap: 60_000m)));
        await trial.Confirm(await trial.Report(9_000_000m)).Succeeds();
        (await trial.See()).Price!.Bound.ShouldBe("CAP");
        await trial.Convert(60_000m).Succeeds();
        var deal = (await app.DealsOf(trial.Offer.Achievement.AchievementId)).ShouldHaveSingleItem();
        (deal.Terms.PaymentMode, deal.Terms.RoyaltyRate).ShouldBe(("LUMP_SUM", null));
    }

    [Fact]
    public async Task By_decision_the_taker_keeps_it_and_the_last_report_makes_the_price()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Decision, FixedTermScene.Royalty(0.1m, 10_000m)));
        await app.Pass(TimeSpan.FromDays(40));
        await app.RefusesUnchanged(() => trial.Do(trial.Offer.Holder, "decide", new DecideTrial.Request(2)), 403, "trading/not-your-move");
        await app.RefusesUnchanged(() => trial.Do(trial.Taker, "decide", new DecideTrial.Request(99)), 409, "platform/changed-meanwhile");
        await trial.Decide().Succeeds();
        var seen = await trial.See();
        (seen.State, seen.ReckonTo, seen.NextReport!.To).ShouldBe(("TRIGGERED", trial.Offer.Today, trial.Offer.Today));
        await app.RefusesUnchanged(() => trial.Decide(), 409, "trading/uptake-wrong-state");
        await trial.Confirm(await trial.Report(50_000m)).Succeeds();
        (await trial.See()).Price!.Price.ShouldBe(Money.Yuan(15_000m));
    }

    [Fact]
    public async Task Without_a_decision_the_free_period_simply_ends()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Decision));
        await app.PassUntil((await trial.See()).TrialEndsAt!.Value);
        var seen = await trial.See();
        (seen.State, seen.EndReason).ShouldBe(("EXITED", UptakeReasons.FreePeriodOver));
        await app.RefusesUnchanged(() => trial.Decide(), 409, "trading/uptake-wrong-state");
    }

    [Fact]
    public async Task Before_the_trigger_the_taker_leaves_for_free_with_a_last_report()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Sales, threshold: 100m));
        await app.Pass(TimeSpan.FromDays(10));
        await app.RefusesUnchanged(() => trial.Exit(null), 409, "trading/usage-report-final-needed");
        await app.RefusesUnchanged(() => trial.Exit(100m), 409, "trading/uptake-trigger-met");
        await app.RefusesUnchanged(() => trial.Do(trial.Taker, "exit", new ExitTrial.Request(1, "不合适", new(Guid.CreateVersion7(), Money.Yuan(0m)))), 409, "platform/changed-meanwhile");
        await trial.Exit(99m).Succeeds();
        var seen = await trial.See();
        (seen.State, seen.Reports.ShouldHaveSingleItem().Final, seen.EndReason).ShouldBe(("EXITED", true, "试用效果不理想"));
        (await app.DealsOf(trial.Offer.Achievement.AchievementId)).ShouldBeEmpty();
        (await trial.Offer.See()).PlacesLeft.ShouldBe(2);
        await app.PassUntil(seen.TrialEndsAt!.Value);
        (await trial.See()).State.ShouldBe("EXITED");
    }

    [Fact]
    public async Task Too_few_sales_end_the_trial_with_its_last_report()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Sales, threshold: 1_000m));
        await trial.Confirm(await trial.Report(10m)).Succeeds();
        await app.PassUntil((await trial.See()).TrialEndsAt!.Value);
        (await trial.See()).State.ShouldBe("TRIAL");
        await app.RefusesUnchanged(() => trial.Exit(), 409, "trading/uptake-free-period-over");
        await trial.Confirm(await trial.Report(10m)).Succeeds();
        (await trial.See()).EndReason.ShouldBe(UptakeReasons.FreePeriodOver);
    }

    [Fact]
    public async Task Without_the_last_report_the_taker_is_in_default_and_both_have_heard_of_it_before()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Time, FixedTermScene.Royalty(), guarantee: null));
        await app.PassUntil((await trial.See()).TrialEndsAt!.Value);
        var seen = await trial.See();
        seen.State.ShouldBe("TRIGGERED");
        (await trial.Reminded()).ShouldBe(["REPORT_DUE", "REPORT_OVERDUE", "TRIAL_ENDS"], ignoreOrder: true);
        await app.PassUntil(seen.LastReportBy!.Value);
        seen = await trial.See();
        (seen.State, seen.EndReason).ShouldBe(("DEFAULTED", UptakeReasons.ReportMissing));
        await app.RefusesUnchanged(() => trial.Do(trial.Offer.Holder, "guarantee-claim", new ClaimGuarantee.Request(seen.Version, "请承担保证责任")), 409, "trading/uptake-no-guarantee");
    }

    [Fact]
    public async Task Who_does_not_conclude_in_time_is_in_default_and_the_guarantee_is_called_on()
    {
        var trial = await FixedTermScene.Trial(app);
        await app.PassUntil((await trial.See()).TrialEndsAt!.Value);
        var due = await trial.See();
        await app.PassUntil(due.PayBy!.Value);
        (await trial.Reminded()).ShouldContain("PAYMENT_DUE");
        var seen = await trial.See();
        (seen.State, seen.EndReason).ShouldBe(("DEFAULTED", UptakeReasons.NotConcluded));
        await app.RefusesUnchanged(() => trial.Convert(200_000m), 409, "trading/uptake-wrong-state");
        (await trial.Offer.See()).PlacesLeft.ShouldBe(2);
        await app.RefusesUnchanged(() => trial.Do(trial.Taker, "guarantee-claim", new ClaimGuarantee.Request(seen.Version, "请承担保证责任")), 403, "trading/not-your-move");
        await trial.Do(trial.Offer.Holder, "guarantee-claim", new ClaimGuarantee.Request(seen.Version, "请保险人承担保证责任")).Succeeds();
        (await trial.See()).State.ShouldBe("GUARANTEE_CLAIM");
        await app.RefusesUnchanged(() => trial.Do(trial.Offer.Holder, "guarantee-claim", new ClaimGuarantee.Request(seen.Version + 1, "再次主张")), 409, "trading/uptake-wrong-state");
    }

    [Fact]
    public async Task Nobody_is_in_default_while_the_achievement_is_suspended_and_nothing_is_owed_once_it_is_gone()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Decision));
        await trial.Decide().Succeeds();
        var due = await trial.See();
        await app.Hear(Status(trial, 8, "SUSPENDED"));
        await app.RefusesUnchanged(() => trial.Convert(200_000m), 409, "trading/achievement-not-available");
        await app.PassUntil(due.PayBy!.Value);
        var seen = await trial.See();
        (seen.State, seen.PayBy > due.PayBy).ShouldBe(("PAY_DUE", true));
        await app.Hear(Status(trial, 9, "ARCHIVED"));
        await app.PassUntil(seen.PayBy!.Value);
        seen = await trial.See();
        (seen.State, seen.EndReason).ShouldBe(("EXITED", "ACHIEVEMENT_WITHDRAWN"));
    }

    [Fact]
    public async Task A_trial_goes_on_when_its_offer_is_withdrawn_and_the_achievement_stays_bound()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Decision, places: 1) with { Category = "ZR01", LicenceExclusivity = null, PeriodMonths = null });
        await trial.Offer.Withdraw().Succeeds();
        (await trial.Offer.Claimed()).ShouldBeTrue();
        await trial.Decide().Succeeds();
        await trial.Convert(200_000m).Succeeds();
        (await trial.Offer.Claimed()).ShouldBeTrue();
        var deal = (await app.DealsOf(trial.Offer.Achievement.AchievementId)).ShouldHaveSingleItem();
        // The contract is never signed: the achievement is free again.
        await app.Hear(new ContractEnded(
            Guid.CreateVersion7(), "HT-2026-000001", deal.Id.Value, deal.AchievementId, null, "合同", deal.SellerId, deal.BuyerId, "VOID", "未签署", deal.BuyerId, app.Clock.GetUtcNow()));
        var seen = await trial.See();
        (seen.State, seen.EndReason, await trial.Offer.Claimed()).ShouldBe(("DEFAULTED", UptakeReasons.NotSigned, false));
        (await trial.Offer.Statuses()).ShouldContain("RELEASED");
    }

    [Fact]
    public async Task The_achievement_is_free_once_a_non_exclusive_contract_has_taken_effect_and_the_offer_is_over()
    {
        var trial = await FixedTermScene.Trial(app, s => s.TryFirst(TrialTrigger.Decision));
        await trial.Decide().Succeeds();
        await trial.Convert(200_000m).Succeeds();
        await trial.Offer.Withdraw().Succeeds();
        (await trial.Offer.Claimed()).ShouldBeTrue();
        var deal = (await app.DealsOf(trial.Offer.Achievement.AchievementId)).ShouldHaveSingleItem();
        await app.Hear(Effective(deal));
        await app.Hear(Effective(deal));
        (await trial.Offer.Claimed()).ShouldBeFalse();
        (await trial.See()).State.ShouldBe("CONVERTED");
    }

    [Fact]
    public async Task Both_sides_find_their_steps_and_their_lists()
    {
        var holder = People.Of(OrganisationKinds.Enterprise, "云山技术公司", "330200", true, Roles.Publisher);
        var scene = await FixedTermScene.Opened(app, s => s.TryFirst(TrialTrigger.Sales), holder);
        var taker = TradingApp.Buyer();
        var trial = new TrialScene(app, scene, taker, await scene.Applied(taker));
        (await Kinds(holder)).ShouldBe(["uptake-to-screen"]);
        await trial.Screen(true).Succeeds();
        (await Kinds(taker)).ShouldBeEmpty();
        var next = (await trial.See()).NextReport!;
        await app.PassUntil(ChinaTime.StartOf(next.To));
        (await Kinds(taker)).ShouldBe(["usage-report-to-file"]);
        var report = await trial.Report(1m);
        (await Kinds(holder)).ShouldBe(["usage-report-to-answer"]);
        await trial.Dispute(report).Succeeds();
        (await Kinds(taker)).ShouldBe(["usage-report-to-correct"]);
        await trial.Confirm(report).Succeeds();
        (await Kinds(taker)).ShouldBe(["uptake-to-conclude"]);
        var mine = await app.As(taker).GetAsync("/api/trading/uptakes?state=PAY_DUE").Read<ListUptakes.Response>();
        mine.Items.ShouldHaveSingleItem().Price.ShouldBe(Money.Yuan(200_000m));
        (await app.As(holder).GetAsync("/api/trading/uptakes?side=Holder").Read<ListUptakes.Response>()).Items.ShouldHaveSingleItem().TakerName.ShouldBe(taker.OrganisationName);
        var offers = await app.As(holder).GetAsync("/api/trading/fixed-term-offers").Read<ListFixedTermOffers.Response>();
        (offers.Items.Single().Taken, offers.Items.Single().Applied).ShouldBe((1, 0));
        await app.PassUntil((await trial.See()).PayBy!.Value);
        (await Kinds(holder)).ShouldBe(["guarantee-to-claim"]);
    }

    private AchievementStatusChanged Status(TrialScene trial, long version, string status) => new(
        trial.Offer.Achievement.AchievementId, version, trial.Offer.Achievement.Number, trial.Offer.Achievement.Title, trial.Offer.Holder.OrganisationId, status, "专利争议",
        app.Clock.GetUtcNow());

    private ContractEffective Effective(Trading.Deals.Deal deal) => new(
        Guid.CreateVersion7(), "HT-2026-000002", deal.Id.Value, deal.AchievementId, "合同", deal.Terms.Category, deal.Terms.LicenceExclusivity, deal.SellerId, deal.BuyerId, null,
        deal.Price, app.Clock.GetUtcNow());

    private async Task<IReadOnlyList<string>> Kinds(Caller caller) =>
        [.. (await app.As(caller).GetAsync("/api/trading/todo").Read<GetTodo.Response>()).Items.Select(i => i.Kind)];
}
