using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Problems;
using TechMarket.Rules;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Tests.Notices;

/// <summary>The notice's state machine and its clock, without a database.</summary>
public sealed class PriceNoticeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly NoticeContents Contents = new("摘要", "程序", null, false, null);
    private static readonly DealTerms Terms = new("ZR01", null, Money.Yuan(100m), "LUMP_SUM", null, null, [], null, null, null, null, null);

    /// <summary>What DOMAIN 7 lists; everything else is refused.</summary>
    private static readonly Dictionary<(NoticeState, string), NoticeState> Listed = new()
    {
        [(NoticeState.Prepared, "rewrite")] = NoticeState.Prepared,
        [(NoticeState.Prepared, "publish")] = NoticeState.Running,
        [(NoticeState.Running, "object")] = NoticeState.Paused,
        [(NoticeState.Running, "pass")] = NoticeState.Passed,
        [(NoticeState.Paused, "object")] = NoticeState.Paused,
        [(NoticeState.Paused, "reject")] = NoticeState.Running,
        [(NoticeState.Paused, "cancel")] = NoticeState.Cancelled,
        [(NoticeState.Paused, "revise")] = NoticeState.Revised,
    };

    public static TheoryData<string, string> EveryStepInEveryState()
    {
        var all = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<NoticeState>())
            foreach (var step in new[] { "rewrite", "publish", "object", "reject", "cancel", "revise", "pass" })
                all.Add(state, step);
        return all;
    }

    [Theory, MemberData(nameof(EveryStepInEveryState))]
    public void A_step_leads_where_it_is_listed_and_is_refused_everywhere_else(string stateName, string step)
    {
        var state = Enum.Parse<NoticeState>(stateName);
        var (notice, now) = In(state);
        var before = Print(notice);
        if (Listed.TryGetValue((state, step), out var to))
        {
            Take(notice, step, step == "pass" ? notice.EndsAt!.Value : now);
            notice.State.ShouldBe(to);
        }
        else
        {
            Should.Throw<ProblemException>(() => Take(notice, step, notice.EndsAt ?? now)).Code
                .ShouldBeOneOf("trading/notice-wrong-state", "trading/notice-not-running", "trading/objection-decided", "trading/objection-not-found");
            Print(notice).ShouldBe(before);
        }
    }

    [Fact]
    public void The_period_is_so_many_full_days_after_the_day_of_publication()
    {
        var (notice, _) = In(NoticeState.Running);
        // 2 March 10:00 in China, then 15 full days: the end is midnight after 17 March.
        notice.EndsAt.ShouldBe(new DateTimeOffset(2026, 3, 18, 0, 0, 0, TimeSpan.FromHours(8)));
        Should.Throw<ProblemException>(() => notice.Pass(notice.EndsAt!.Value.AddTicks(-1))).Code.ShouldBe("trading/notice-wrong-state");
        notice.Pass(notice.EndsAt!.Value);
        notice.EvidenceHash.ShouldBe(NoticeEvidence.HashOf(System.Text.Encoding.UTF8.GetBytes(notice.Evidence!)));
    }

    [Fact]
    public void An_objection_at_the_end_comes_too_late_whether_or_not_the_worker_has_been_there()
    {
        var (notice, _) = In(NoticeState.Running);
        Should.Throw<ProblemException>(() => Take(notice, "object", notice.EndsAt!.Value)).Code.ShouldBe("trading/notice-not-running");
        Take(notice, "object", notice.EndsAt!.Value.AddTicks(-1));
        notice.State.ShouldBe(NoticeState.Paused);
    }

    [Fact]
    public void It_runs_again_only_when_the_last_open_objection_is_rejected()
    {
        var (notice, now) = In(NoticeState.Paused);
        Take(notice, "object", now);
        var (first, second) = (notice.Objections[0].Id, notice.Objections[1].Id);
        notice.Reject(first, Decided(now), Guid.CreateVersion7()).ShouldBeFalse();
        notice.State.ShouldBe(NoticeState.Paused);
        notice.Reject(second, Decided(now), Guid.CreateVersion7()).ShouldBeTrue();
        Should.Throw<ProblemException>(() => notice.Reject(first, Decided(now), Guid.CreateVersion7())).Code.ShouldBe("trading/objection-decided");
    }

    [Fact]
    public void One_upheld_objection_settles_the_others()
    {
        var (notice, now) = In(NoticeState.Paused);
        Take(notice, "object", now);
        notice.Uphold(notice.Objections[1].Id, true, Decided(now));
        notice.Objections.Select(o => o.State).ShouldBe([ObjectionState.Settled, ObjectionState.Upheld]);
    }

    [Fact]
    public void A_related_party_is_stated() =>
        Should.Throw<ProblemException>(() => PriceNotice.Prepare(new NoticeId(Guid.CreateVersion7()), null, Subject(), Contents with { RelatedParty = true }, Guid.CreateVersion7(), Start))
            .Code.ShouldBe("trading/related-party-statement-needed");

    [Fact]
    public void However_often_it_is_interrupted_it_is_announced_for_the_whole_period_and_never_ends_within_a_day() =>
        Prop.ForAll(
            Gen.Choose(1, 300_000).Two().ListOf().ToArbitrary(),
            interruptions =>
            {
                var (notice, now) = In(NoticeState.Running);
                var whole = notice.EndsAt!.Value - now;
                foreach (var (after, pause) in interruptions)
                {
                    now = now.AddSeconds(after);
                    if (now >= notice.EndsAt) break;
                    Take(notice, "object", now);
                    now = now.AddSeconds(pause);
                    Take(notice, "reject", now);
                }
                var end = notice.EndsAt.Value;
                notice.Pass(end);
                var run = notice.Runs.Aggregate(TimeSpan.Zero, (sum, r) => sum + (r.Until!.Value - r.From));
                return run >= whole && run < whole + TimeSpan.FromDays(notice.Runs.Count) && ChinaTime.StartOf(ChinaTime.DayOf(end)) == end;
            }).QuickCheckThrowOnFailure();

    private static (PriceNotice Notice, DateTimeOffset Now) In(NoticeState state)
    {
        var notice = PriceNotice.Prepare(new NoticeId(Guid.CreateVersion7()), null, Subject(), Contents, Guid.CreateVersion7(), Start);
        string[] way = state switch
        {
            NoticeState.Prepared => [],
            NoticeState.Running => ["publish"],
            NoticeState.Paused => ["publish", "object"],
            NoticeState.Passed => ["publish"],
            NoticeState.Cancelled => ["publish", "object", "cancel"],
            _ => ["publish", "object", "revise"],
        };
        foreach (var step in way) Take(notice, step, Start);
        if (state == NoticeState.Passed) notice.Pass(notice.EndsAt!.Value);
        notice.State.ShouldBe(state);
        return (notice, Start);
    }

    private static void Take(PriceNotice notice, string step, DateTimeOffset now)
    {
        var open = notice.Objections.FirstOrDefault(o => o.State == ObjectionState.Open) ?? (notice.Objections.Count > 0 ? notice.Objections[^1] : null);
        var objection = open?.Id ?? new ObjectionId(Guid.CreateVersion7());
        switch (step)
        {
            case "rewrite": notice.Rewrite(Contents, Guid.CreateVersion7(), now); break;
            case "publish": notice.Publish(notice.Version, "GS-2026-000001", new Period(15, PeriodUnit.Days), WorkingCalendar.China, Guid.CreateVersion7(), now); break;
            case "object": notice.Object(new Objection(new ObjectionId(Guid.CreateVersion7()), notice.Id, [1], "价格过低", now, now.AddDays(15)), now); break;
            case "reject": notice.Reject(objection, Decided(now), Guid.CreateVersion7()); break;
            case "cancel": notice.Uphold(objection, true, Decided(now)); break;
            case "revise": notice.Uphold(objection, false, Decided(now)); break;
            default: notice.Pass(now); break;
        }
    }

    private static Decision Decided(DateTimeOffset at) => new(Guid.CreateVersion7(), "审批人", "经核实", at);

    private static NoticeSubject Subject() => new(
        "NEGOTIATED", Guid.CreateVersion7(), "CG-2026-000001", "成果", Guid.CreateVersion7(), "青山大学", Guid.CreateVersion7(), "海川制造", Terms);

    private static string Print(PriceNotice notice) => JsonSerializer.Serialize(notice, Json.Options);
}
