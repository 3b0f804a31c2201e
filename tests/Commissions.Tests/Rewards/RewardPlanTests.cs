using TechMarket.Commissions.Rewards;
using TechMarket.Commissions.Todo;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Rewards;

public sealed class RewardPlanTests(SharedApp shared) : CommissionsTests(shared)
{
    private const string Root = "/api/commissions";

    private Caller Publisher { get; set; } = null!;

    private Caller Approver { get; set; } = null!;

    private Caller Treasurer { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Publisher = App.Holder.Colleague(Roles.Publisher);
        Approver = App.Holder.Colleague(Roles.Approver);
        Treasurer = App.Holder.Colleague(Roles.Finance);
    }

    [Fact]
    public async Task From_the_draft_to_the_award_that_was_paid()
    {
        var (plan, deal) = await Drafted();
        (plan.Status, plan.Number[..3], plan.Calculation.NetIncome, plan.Calculation.Award).ShouldBe(
            (RewardPlanStatus.Draft, "SY-", Money.Yuan(1_000_000), Money.Yuan(750_000)));
        plan.Calculation.Amounts.ShouldBe([Money.Yuan(500_000), Money.Yuan(200_000), Money.Yuan(50_000), Money.Yuan(250_000)]);
        (await Todo(Approver)).ShouldBeEmpty();
        plan = await Move(plan, "submit", Publisher);
        (await Todo(Approver)).ShouldBe(["reward-to-approve"]);
        plan = await Move(plan, "approve", Approver);
        (await Todo(Publisher)).ShouldBe(["reward-to-publish"]);
        plan = await Move(plan, "publish", Publisher);
        var number = plan.Notices.Single().Number;
        var notice = await App.As().GetAsync($"{Root}/reward-notices/{number}").Read<GetRewardNotice.Response>();
        (notice.RegistrationNumber, notice.TechnicalAmount, notice.Award, notice.TakesObjections).ShouldBe(("330100-2026-000001", Money.Yuan(1_000_000), Money.Yuan(750_000), true));
        notice.Parts.Select(p => (p.Name, p.Leader, p.Amount)).ShouldContain(("李四", true, Money.Yuan(200_000)));
        (await App.As().GetStringAsync($"{Root}/reward-notices/{number}")).ShouldNotContain("T0001");
        (await App.As().GetAsync($"{Root}/reward-notices").Read<ListRewardNotices.Response>()).Items.ShouldContain(n => n.Number == number);

        await App.Hear(App.Paid(deal, 300_000));
        (await Read(plan.Id)).Receipts.ShouldBeEmpty();
        App.Clock.Advance(notice.EndsAt - App.Clock.GetUtcNow());
        await App.RunDueDeadlines();
        plan = await Read(plan.Id);
        (plan.Status, plan.AwardDue).ShouldBe((RewardPlanStatus.Effective, Money.Yuan(187_500)));
        var rest = App.Paid(deal, 900_000);
        var id = await App.Hear(rest);
        await App.Hear(rest, id);
        await App.Hear(rest);
        plan = await Read(plan.Id, Treasurer);
        plan.Receipts.Select(r => r.Net).ShouldBe([Money.Yuan(250_000), Money.Yuan(750_000)]);
        plan.AwardDue.ShouldBe(Money.Yuan(750_000));
        (await Todo(Treasurer)).ShouldBe(["reward-to-pay"]);

        foreach (var due in plan.Receipts.SelectMany(r => r.Dues).Where(d => d.MayPay)) await Pay(due, "PAYROLL-01").Succeeds();
        plan = await Read(plan.Id);
        (plan.AwardPaid, plan.Receipts.SelectMany(r => r.Dues).Count(d => d.BankReference is null)).ShouldBe((Money.Yuan(750_000), 2));
        (await Todo(Treasurer)).ShouldBeEmpty();
        (await App.Published<RewardPlanChanged>()).Where(f => f.PlanId == plan.Id).Select(f => f.Status).ShouldBe(["SUBMITTED", "APPROVED", "NOTICE", "EFFECTIVE"]);
        plan.History.Select(h => h.Action).ShouldBe(["CREATED", "SUBMITTED", "APPROVED", "PUBLISHED", "EFFECTIVE"]);
    }

    [Fact]
    public async Task The_same_draft_twice_is_one_and_a_deal_has_one_plan_until_it_is_withdrawn()
    {
        var deal = await Concluded();
        var request = new CreateRewardPlan.Request(Guid.CreateVersion7(), deal.DealId, Content());
        var plan = await App.As(Publisher).Post($"{Root}/reward-plans", request).Read<GetRewardPlan.Response>();
        var before = await App.Fingerprint();
        await App.As(Publisher).Post($"{Root}/reward-plans", request).Succeeds();
        (await App.Fingerprint()).ShouldBe(before);
        await Refuses(409, "commissions/reward-plan-id-reused", () => App.As(Publisher).Post($"{Root}/reward-plans", request with { Content = Content(basis: "另一办法") }));
        await Refuses(409, "commissions/reward-plan-exists", () => App.As(Publisher).Post($"{Root}/reward-plans", request with { Id = Guid.CreateVersion7() }));
        await App.As(Publisher).Post($"{Root}/reward-plans/{plan.Id}/withdraw", new WithdrawRewardPlan.Request(plan.Version, "重新拟定")).Succeeds();
        await App.As(Publisher).Post($"{Root}/reward-plans", request with { Id = Guid.CreateVersion7() }).Succeeds();
    }

    [Fact]
    public async Task A_plan_below_the_floor_is_refused_with_the_rule_and_one_that_does_not_add_up_too()
    {
        var (below, _) = await Drafted(Content([new(RewardRole.MainContributor, "张三", 4_999), new(RewardRole.Unit, "学校", 5_001)]));
        using var answer = await App.As(Publisher).Post($"{Root}/reward-plans/{below.Id}/submit", new SubmitRewardPlan.Request(below.Version));
        var problem = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode, problem.Contains("commissions/reward-below-floor", StringComparison.Ordinal), problem.Contains("45", StringComparison.Ordinal)).ShouldBe((409, true, true));
        problem.ShouldContain("49.99%");
        var (open, _) = await Drafted(Content([new(RewardRole.MainContributor, "张三", 6_000)]));
        await Refuses(409, "commissions/reward-shares-open", () => Try(open, "submit", Publisher));
        var (none, _) = await Drafted(Content(deductions: [new("DEAL_COST", Money.Yuan(1_200_000), "全部成本")]));
        await Refuses(409, "commissions/reward-net-income-none", () => Try(none, "submit", Publisher));
    }

    [Fact]
    public async Task Two_approvals_at_once_are_one()
    {
        var (plan, _) = await Drafted();
        plan = await Move(plan, "submit", Publisher);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Try(plan, "approve", App.Holder.Colleague(Roles.Approver))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await App.Published<RewardPlanChanged>()).Count(f => f.PlanId == plan.Id && f.Status == "APPROVED").ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_and_a_stale_page_decides_nothing()
    {
        var both = App.Holder.Colleague(Roles.Publisher, Roles.Approver);
        var (plan, _) = await Drafted(by: both);
        await Refuses(409, "platform/changed-meanwhile", () => Try(plan with { Version = 9 }, "submit", both));
        plan = await Move(plan, "submit", both);
        await Refuses(409, "commissions/reward-own-plan", () => Try(plan, "approve", both));
        await Refuses(409, "platform/changed-meanwhile", () => Try(plan with { Version = plan.Version - 1 }, "approve", Approver));
        await Refuses(409, "commissions/reward-plan-wrong-state", () => App.As(both).Put($"{Root}/reward-plans/{plan.Id}", new EditRewardPlan.Request(plan.Version, Content())));
        plan = await App.As(Approver).Post($"{Root}/reward-plans/{plan.Id}/return", new ReturnRewardPlan.Request(plan.Version, "请补充依据")).Read<GetRewardPlan.Response>();
        (plan.Status, plan.Reason).ShouldBe((RewardPlanStatus.Returned, "请补充依据"));
        (await Todo(both)).ShouldBe(["reward-returned"]);
        plan = await App.As(both).Put($"{Root}/reward-plans/{plan.Id}", new EditRewardPlan.Request(plan.Version, Content(basis: "校发〔2026〕2号"))).Read<GetRewardPlan.Response>();
        plan.Basis.ShouldBe("校发〔2026〕2号");
    }

    [Fact]
    public async Task Other_organisations_find_nothing_and_other_roles_may_not()
    {
        var (plan, deal) = await Drafted();
        var stranger = App.Stranger with { Roles = Roles.All.ToHashSet() };
        await Refuses(404, "commissions/reward-plan-not-found", () => App.As(stranger).GetAsync($"{Root}/reward-plans/{plan.Id}"));
        await Refuses(404, "commissions/reward-plan-not-found", () => App.As(stranger).GetAsync($"{Root}/reward-plans/{plan.Id}/document.html"));
        await Refuses(404, "commissions/reward-plan-not-found", () => Try(plan, "submit", stranger));
        await Refuses(404, "commissions/reward-plan-not-found", () => Try(plan, "approve", stranger));
        await Refuses(404, "commissions/reward-deal-not-found", () => App.As(stranger).Post($"{Root}/reward-plans", new CreateRewardPlan.Request(Guid.CreateVersion7(), deal.DealId, Content())));
        await Refuses(403, "platform/role-missing", () => Try(plan, "submit", Approver));
        await Refuses(403, "platform/role-missing", () => Try(plan, "approve", Publisher));
        await Refuses(403, "platform/role-missing", () => App.As(App.Holder.Colleague(Roles.Purchaser)).GetAsync($"{Root}/reward-plans/{plan.Id}"));
        (await App.As(stranger).GetAsync($"{Root}/reward-plans").Read<ListRewardPlans.Response>()).Total.ShouldBe(0);
        await Refuses(409, "commissions/reward-public-only", () => App.As(Publisher with { PublicInstitution = false }).Post($"{Root}/reward-plans", new CreateRewardPlan.Request(Guid.CreateVersion7(), deal.DealId, Content())));
    }

    [Fact]
    public async Task A_plan_needs_a_contract_in_effect_known_deductions_and_a_registration_of_its_amount()
    {
        var deal = App.Deal(await App.Achievement());
        await App.Hear(deal);
        var request = new CreateRewardPlan.Request(Guid.CreateVersion7(), deal.DealId, Content());
        await Refuses(409, "commissions/reward-contract-missing", () => App.As(Publisher).Post($"{Root}/reward-plans", request));
        await App.Hear(App.Effective(deal));
        await Refuses(409, "commissions/reward-deduction-unfit", () => App.As(Publisher).Post($"{Root}/reward-plans", request with { Content = Content(deductions: [new("DINNER", Money.Yuan(1), "晚餐")]) }));
        await Refuses(409, "commissions/reward-share-twice", () => App.As(Publisher).Post($"{Root}/reward-plans", request with { Content = Content([new(RewardRole.Unit, "学校", 1), new(RewardRole.Unit, "学校", 2)]) }));
        var plan = await App.As(Publisher).Post($"{Root}/reward-plans", request).Read<GetRewardPlan.Response>();
        plan = await Move(await Move(plan, "submit", Publisher), "approve", Approver);
        await Refuses(409, "commissions/reward-not-registered", () => Try(plan, "publish", Publisher));
        await App.Hear(App.Registered(deal, 900_000, amount: 1_100_000));
        await Refuses(409, "commissions/reward-contract-changed", () => Try(plan, "publish", Publisher));
    }

    [Fact]
    public async Task An_objection_stops_the_clock_and_the_unit_decides_and_publishes_why()
    {
        var (plan, number) = await Announced();
        var (first, objection) = (Guid.CreateVersion7(), new ObjectToReward.Request("赵六", "13800000000", "主要贡献人员遗漏了我本人"));
        await App.As().Put($"{Root}/reward-notices/{number}/objections/{first}", objection).Succeeds();
        var before = await App.Fingerprint();
        await App.As().Put($"{Root}/reward-notices/{number}/objections/{first}", objection).Succeeds();
        (await App.Fingerprint()).ShouldBe(before);
        await Refuses(409, "commissions/reward-objection-id-reused", () => App.As().Put($"{Root}/reward-notices/{number}/objections/{first}", objection with { Name = "钱七" }));
        await Refuses(404, "commissions/reward-notice-not-found", () => App.As().Put($"{Root}/reward-notices/JL-2026-999999/objections/{Guid.CreateVersion7()}", objection));
        (await Todo(Approver)).ShouldBe(["reward-objection"]);
        (await Read(plan.Id, Approver)).Notices[0].Objections[0].Contact.ShouldBe("13800000000");
        (await Read(plan.Id, Publisher)).Notices[0].Objections[0].Contact.ShouldBeNull();
        (await App.As().GetStringAsync($"{Root}/reward-notices/{number}")).ShouldNotContain("赵六");
        App.Clock.Advance(TimeSpan.FromDays(60));
        await App.RunDueDeadlines();
        (await Read(plan.Id)).Status.ShouldBe(RewardPlanStatus.Notice);

        await Refuses(403, "platform/role-missing", () => Decide(plan, first, DecideRewardObjection.Outcomes.Rejected, Publisher));
        await Refuses(404, "commissions/reward-objection-not-found", () => Decide(plan, Guid.CreateVersion7(), DecideRewardObjection.Outcomes.Rejected, Approver));
        await Decide(plan, first, DecideRewardObjection.Outcomes.Rejected, Approver).Succeeds();
        await Refuses(409, "commissions/reward-objection-decided", () => Decide(plan, first, DecideRewardObjection.Outcomes.Upheld, Approver));
        var second = Guid.CreateVersion7();
        await App.As().Put($"{Root}/reward-notices/{number}/objections/{second}", objection with { Name = "孙八" }).Succeeds();
        var upheld = await Decide(plan, second, DecideRewardObjection.Outcomes.Upheld, Approver).Read<GetRewardPlan.Response>();
        (upheld.Status, upheld.Reason).ShouldBe((RewardPlanStatus.Returned, "经核实后决定如此"));
        var notice = await App.As().GetAsync($"{Root}/reward-notices/{number}").Read<GetRewardNotice.Response>();
        (notice.State, notice.TakesObjections, notice.Objections.Count).ShouldBe((RewardNoticeState.Revised, false, 2));
        await Refuses(409, "commissions/reward-notice-not-running", () => App.As().Put($"{Root}/reward-notices/{number}/objections/{Guid.CreateVersion7()}", objection));
    }

    [Fact]
    public async Task Withdrawing_a_plan_cancels_its_notice_and_its_end_does_nothing()
    {
        var (plan, number) = await Announced();
        await App.As(Publisher).Post($"{Root}/reward-plans/{plan.Id}/withdraw", new WithdrawRewardPlan.Request(plan.Version, "合同另议")).Succeeds();
        (await App.As().GetAsync($"{Root}/reward-notices/{number}").Read<GetRewardNotice.Response>()).State.ShouldBe(RewardNoticeState.Cancelled);
        App.Clock.Advance(TimeSpan.FromDays(60));
        await App.RunDueDeadlines();
        (await Read(plan.Id)).Status.ShouldBe(RewardPlanStatus.Withdrawn);
    }

    [Fact]
    public async Task An_award_is_paid_exactly_once_by_the_units_finance()
    {
        var (plan, _, deal) = await Effective();
        await App.Hear(App.Paid(deal, 100_000));
        var receipt = (await Read(plan.Id, Treasurer)).Receipts.Single();
        var (due, unit) = (receipt.Dues[0], receipt.Dues[^1]);
        await Refuses(409, "commissions/amount-differs", () => Pay(due with { Amount = due.Amount + Money.Yuan(0.01m) }, "BANK-1"));
        await Refuses(409, "commissions/reward-not-payable", () => Pay(unit, "BANK-1"));
        await Refuses(403, "platform/role-missing", () => Pay(due, "BANK-1", Publisher));
        await Refuses(404, "commissions/reward-due-not-found", () => Pay(due, "BANK-1", App.Stranger));
        await Refuses(409, "commissions/paid-in-future", () => Pay(due, "BANK-1", days: 1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Pay(due, $"RACE-{i}")));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        await Refuses(409, "commissions/already-paid", () => Pay(due, "BANK-2"));
        var change = await Should.ThrowAsync<Npgsql.PostgresException>(() => App.InDb(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
            db.Database, "update commissions.reward_payment set bank_reference = 'X'")));
        change.MessageText.ShouldContain("append-only");
    }

    [Fact]
    public async Task A_preview_works_out_what_is_written_so_far()
    {
        var deal = await Concluded();
        var preview = await App.As(Publisher).Post($"{Root}/reward-previews", new PreviewReward.Request(
            deal.DealId, [new("DEAL_TAXES", Money.Yuan(200_000), "增值税")], [new(RewardRole.MainContributor, "张三", 4_000)])).Read<RewardCalculation>();
        (preview.NetIncome, preview.BasisPoints, preview.Amounts!.Single(), preview.Floors.Single().Met).ShouldBe((Money.Yuan(1_000_000), 4_000, Money.Yuan(400_000), false));
        var choice = await App.As(Publisher).GetAsync($"{Root}/reward-deals").Read<ListRewardDeals.Response>();
        (choice.Items.Single().DealId, choice.Items[0].Registered, choice.Deductions.Count).ShouldBe((deal.DealId, true, 3));
    }

    [Fact]
    public async Task The_document_shows_shares_and_rule_and_escapes_what_people_wrote()
    {
        var (plan, _) = await Drafted(Content(basis: "<b>办法</b>"));
        var html = await App.As(Publisher).GetStringAsync($"{Root}/reward-plans/{plan.Id}/document.html?lang=zh");
        html.ShouldContain("500,000.00");
        html.ShouldContain("下限依据:促进科技成果转化法 45。");
        html.ShouldContain("&lt;b&gt;办法");
    }

    private static CreateRewardPlan.Content Content(IReadOnlyList<RewardShare>? shares = null, IReadOnlyList<RewardDeduction>? deductions = null, string basis = "校发〔2026〕1号") => new(
        basis,
        deductions ?? [new("DEAL_TAXES", Money.Yuan(150_000), "增值税及附加"), new("DEAL_COST", Money.Yuan(50_000), "评估费")],
        shares ??
        [
            new(RewardRole.MainContributor, "张三", 5_000, "T0001"), new(RewardRole.Contributor, "李四", 2_000, "T0002", true), new(RewardRole.TransferOffice, "王五", 500),
            new(RewardRole.Unit, "学校", 2_500),
        ]);

    private async Task<DealConcluded> Concluded()
    {
        var deal = App.Deal(await App.Achievement());
        await App.Hear(deal);
        await App.Hear(App.Effective(deal));
        await App.Hear(App.Registered(deal, 1_000_000));
        return deal;
    }

    private async Task<(GetRewardPlan.Response Plan, DealConcluded Deal)> Drafted(CreateRewardPlan.Content? content = null, Caller? by = null)
    {
        var deal = await Concluded();
        var request = new CreateRewardPlan.Request(Guid.CreateVersion7(), deal.DealId, content ?? Content());
        return (await App.As(by ?? Publisher).Post($"{Root}/reward-plans", request).Read<GetRewardPlan.Response>(), deal);
    }

    private async Task<(GetRewardPlan.Response Plan, string Number)> Announced()
    {
        var (plan, _) = await Drafted();
        plan = await Move(await Move(await Move(plan, "submit", Publisher), "approve", Approver), "publish", Publisher);
        return (plan, plan.Notices.Single().Number);
    }

    private async Task<(GetRewardPlan.Response Plan, string Number, DealConcluded Deal)> Effective()
    {
        var (plan, deal) = await Drafted();
        plan = await Move(await Move(await Move(plan, "submit", Publisher), "approve", Approver), "publish", Publisher);
        App.Clock.Advance(plan.Notices[0].EndsAt - App.Clock.GetUtcNow());
        await App.RunDueDeadlines();
        return (await Read(plan.Id), plan.Notices[0].Number, deal);
    }

    private Task<HttpResponseMessage> Try(GetRewardPlan.Response plan, string move, Caller by) =>
        App.As(by).Post($"{Root}/reward-plans/{plan.Id}/{move}", new SubmitRewardPlan.Request(plan.Version));

    private Task<GetRewardPlan.Response> Move(GetRewardPlan.Response plan, string move, Caller by) => Try(plan, move, by).Read<GetRewardPlan.Response>();

    private Task<HttpResponseMessage> Decide(GetRewardPlan.Response plan, Guid objection, DecideRewardObjection.Outcomes outcome, Caller by) =>
        App.As(by).Post($"{Root}/reward-plans/{plan.Id}/objections/{objection}/decide", new DecideRewardObjection.Request(outcome, "经核实后决定如此"));

    private Task<GetRewardPlan.Response> Read(Guid id, Caller? by = null) => App.As(by ?? Publisher).GetAsync($"{Root}/reward-plans/{id}").Read<GetRewardPlan.Response>();

    private Task<HttpResponseMessage> Pay(GetRewardPlan.Due due, string reference, Caller? by = null, int days = 0) =>
        App.As(by ?? Treasurer).Put($"{Root}/reward-dues/{due.Id}/payment", new PayReward.Request(due.Amount, reference, ChinaTime.DayOf(App.Clock.GetUtcNow()).AddDays(days)));

    private async Task<IEnumerable<string>> Todo(Caller by) => (await App.As(by).GetAsync($"{Root}/todo").Read<GetTodo.Response>()).Items.Select(i => i.Kind);
}
