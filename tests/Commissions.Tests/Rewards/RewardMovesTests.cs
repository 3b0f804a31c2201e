using TechMarket.Commissions.Rewards;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Commissions.Tests.Rewards;

/// <summary>Every transition a plan or its notice does not list is refused and changes nothing.</summary>
public sealed class RewardMovesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly RewardActor Author = new(Guid.CreateVersion7(), "作者");
    private static readonly RewardActor Approver = new(Guid.CreateVersion7(), "审批人");
    private static readonly RewardFloor Floor = RegionProfiles.Get("CN").At(Now).RewardFloor;
    private static readonly RewardRegistration Registration = new("1", "code", Money.Yuan(1_000), Money.Yuan(900), Now);
    private static readonly RewardContract Contract = new(Guid.CreateVersion7(), "CJ", null, "成果", Guid.CreateVersion7(), "大学", "企业", Guid.CreateVersion7(), "HT", Money.Yuan(1_000));
    private static readonly RewardContent Content = new("办法", [], [new(RewardRole.MainContributor, "张三", 7000), new(RewardRole.Unit, "学校", 3000)]);

    private static readonly Dictionary<string, Action<RewardPlan>> Moves = new()
    {
        ["edit"] = p => p.Edit(p.Version, Contract, Content, Floor, Author),
        ["submit"] = p => p.Submit(p.Version, Floor, "法", Author, Now),
        ["return"] = p => p.Return(p.Version, "不清楚", Approver, Now),
        ["approve"] = p => p.Approve(p.Version, Approver, Now),
        ["publish"] = p => Publish(p),
        ["revise"] = p => p.Revise("有误", Approver, Now),
        ["take-effect"] = p => p.TakeEffect(Now),
        ["withdraw"] = p => p.Withdraw(p.Version, "不做了", Author, Now),
        ["book"] = p => p.Book(Guid.CreateVersion7(), Guid.CreateVersion7(), Money.Yuan(100), [], default, Guid.CreateVersion7, Now, Now),
    };

    private static readonly HashSet<(RewardPlanStatus, string)> Allowed =
    [
        (RewardPlanStatus.Draft, "edit"), (RewardPlanStatus.Draft, "submit"), (RewardPlanStatus.Draft, "withdraw"),
        (RewardPlanStatus.Submitted, "return"), (RewardPlanStatus.Submitted, "approve"), (RewardPlanStatus.Submitted, "withdraw"),
        (RewardPlanStatus.Returned, "edit"), (RewardPlanStatus.Returned, "submit"), (RewardPlanStatus.Returned, "withdraw"),
        (RewardPlanStatus.Approved, "return"), (RewardPlanStatus.Approved, "publish"), (RewardPlanStatus.Approved, "withdraw"),
        (RewardPlanStatus.Notice, "revise"), (RewardPlanStatus.Notice, "take-effect"), (RewardPlanStatus.Notice, "withdraw"),
        (RewardPlanStatus.Effective, "book"),
    ];

    public static TheoryData<RewardPlanStatus, string, bool> Cases()
    {
        var cases = new TheoryData<RewardPlanStatus, string, bool>();
        foreach (var status in Enum.GetValues<RewardPlanStatus>())
            foreach (var move in Moves.Keys) cases.Add(status, move, Allowed.Contains((status, move)));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_moves_only_as_listed(RewardPlanStatus status, string move, bool allowed)
    {
        var plan = PlanIn(status);
        plan.Status.ShouldBe(status);
        var before = (plan.Version, plan.Status, plan.History.Count);
        if (allowed)
        {
            Moves[move](plan);
            return;
        }
        Should.Throw<ProblemException>(() => Moves[move](plan)).Code.ShouldBe("commissions/reward-plan-wrong-state");
        (plan.Version, plan.Status, plan.History.Count).ShouldBe(before);
    }

    [Fact]
    public void A_notice_that_is_over_takes_no_objection_and_does_not_pass_again()
    {
        foreach (var over in new Action<RewardNotice>[] { n => n.Pass(n.EndsAt), n => n.Cancel("不做了", Author, Now), Upheld })
        {
            var notice = Publish(PlanIn(RewardPlanStatus.Approved));
            over(notice);
            var state = notice.State;
            Should.Throw<ProblemException>(() => notice.Object(Objection(notice), Now)).Code.ShouldBe("commissions/reward-notice-not-running");
            Should.Throw<ProblemException>(() => notice.Pass(notice.EndsAt)).Code.ShouldBe("commissions/reward-notice-not-running");
            Should.Throw<ProblemException>(() => notice.Cancel("不做了", Author, Now)).Code.ShouldBe("commissions/reward-notice-not-running");
            notice.State.ShouldBe(state);
        }
    }

    [Fact]
    public void A_notice_does_not_pass_early_or_with_an_open_objection_and_gives_the_lost_time_back()
    {
        var notice = Publish(PlanIn(RewardPlanStatus.Approved));
        notice.EndsAt.ShouldBe(ChinaTime.EndOf(WorkingCalendar.China.AddWorkingDays(new DateOnly(2026, 3, 2), 15)));
        Should.Throw<ProblemException>(() => notice.Pass(notice.EndsAt.AddSeconds(-1)));
        var objection = Objection(notice);
        notice.Object(objection, Now.AddDays(1));
        Should.Throw<ProblemException>(() => notice.Pass(notice.EndsAt));
        var end = notice.EndsAt;
        notice.Reject(objection.Id, "经核实不属实", Approver, Guid.CreateVersion7(), Now.AddDays(4)).ShouldBeTrue();
        notice.EndsAt.ShouldBe(end.AddDays(3));
        Should.Throw<ProblemException>(() => notice.Uphold(objection.Id, "又属实了", Approver, Now)).Code.ShouldBe("commissions/reward-objection-decided");
    }

    private static void Upheld(RewardNotice notice)
    {
        var objection = Objection(notice);
        notice.Object(objection, Now);
        notice.Uphold(objection.Id, "属实", Approver, Now);
    }

    private static RewardObjection Objection(RewardNotice notice) => new(Guid.CreateVersion7(), notice.Id, [], "理由理由理由理由理由", Now, Now);

    private static RewardNotice Publish(RewardPlan plan) => plan.Publish(
        plan.Version, new RewardNoticeId(Guid.CreateVersion7()), "JL-2026-000001", Registration, new Period(15, PeriodUnit.WorkingDays), WorkingCalendar.China,
        Guid.CreateVersion7(), Author, Now);

    private static RewardPlan PlanIn(RewardPlanStatus status)
    {
        var plan = RewardPlan.Draft(new RewardPlanId(Guid.CreateVersion7()), "SY-2026-000001", Contract, Content, Floor, Author, Now);
        string[] path = status switch
        {
            RewardPlanStatus.Draft => [],
            RewardPlanStatus.Submitted => ["submit"],
            RewardPlanStatus.Returned => ["submit", "return"],
            RewardPlanStatus.Approved => ["submit", "approve"],
            RewardPlanStatus.Notice => ["submit", "approve", "publish"],
            RewardPlanStatus.Effective => ["submit", "approve", "publish", "take-effect"],
            _ => ["withdraw"],
        };
        foreach (var move in path) Moves[move](plan);
        return plan;
    }
}
