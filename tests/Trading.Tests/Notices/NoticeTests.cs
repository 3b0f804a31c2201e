using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Tests.Notices;

/// <summary>From the agreed price of a public body to the deal, through HTTP.</summary>
public sealed class NoticeTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private const string Private = "13800000000";

    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_notice_shows_what_the_law_wants_runs_its_period_and_the_deal_follows()
    {
        var room = await app.AgreedWithUniversity();
        var draft = await app.As(room.Seller).GetAsync($"{room.Url}/notice").Read<DraftNotice.Response>();
        (draft.NoticeId, draft.PeriodZh).ShouldBe((null, "15 天"));
        draft.Summary.ShouldContain("低温等离子体");
        draft.Procedure.ShouldContain("青山大学");
        var prepared = await room.Prepare(related: true);
        var before = app.Clock.GetUtcNow();
        var published = await app.As(room.Seller).Post($"/api/trading/unit-notices/{prepared.Id}/publish", new PublishNotice.Request(prepared.Version)).Read<GetUnitNotice.Response>();
        published.Number!.ShouldMatch("^GS-2026-[0-9]{6}$");
        (await room.See()).State.ShouldBe("NOTICE");

        var page = await app.As().GetAsync($"/api/trading/notices/{published.Number}").Read<GetNotice.Response>();
        (page.State, page.SellerName, page.BuyerName, page.Price, page.Category).ShouldBe(("RUNNING", "青山大学", "海川制造有限公司", Money.Yuan(800_000m), "ZR01"));
        (page.RelatedParty, page.RelatedPartyStatement, page.TakesObjections).ShouldBe((true, "受让方由完成人参股，价格以评估为准。", true));
        page.Length.ShouldBe(new GetNotice.Period(15, "DAYS"));
        page.EndsAt.ShouldBe(TechMarket.Rules.RegionProfiles.Get("CN").At(before).NoticePeriod.EndFrom(before, TechMarket.Rules.WorkingCalendar.China));

        await app.PassUntil(page.EndsAt.AddSeconds(-1));
        (await room.See()).State.ShouldBe("NOTICE");
        await app.PassUntil(page.EndsAt);
        var seen = await room.See();
        (seen.State, seen.CurrentNotice!.State).ShouldBe(("CONTRACTING", "PASSED"));
        var deal = (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == room.Id);
        (deal.NoticeId, deal.RelatedParty, deal.Number).ShouldBe((published.Id, true, seen.Deal!.Number));
        (await app.Published<PriceNoticeChanged>()).Where(f => f.NoticeId == published.Id).OrderBy(f => f.Version).Select(f => (f.Version, f.Status)).ShouldBe([(2, "RUNNING"), (3, "PASSED")]);
        var stored = await app.InDb(db => db.Notices.SingleAsync(n => n.Number == published.Number));
        stored.EvidenceHash.ShouldBe(NoticeEvidence.HashOf(Encoding.UTF8.GetBytes(stored.Evidence!)));
        (await app.As().GetAsync($"/api/trading/notices/{published.Number}").Read<GetNotice.Response>()).EvidenceHash.ShouldBe(stored.EvidenceHash);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task Only_the_seller_of_an_agreed_public_price_prepares_one_and_a_stale_version_is_not_published()
    {
        var talks = await app.Talks(app.University);
        var body = new PrepareNotice.Request("一种废气处理方法与装置。", "可在公示期内实名提出异议。", false);
        await app.RefusesUnchanged(() => app.As(talks.Seller).Put($"{talks.Url}/notice", body), 409, "trading/wrong-state");
        var room = await app.AgreedWithUniversity();
        await app.RefusesUnchanged(() => app.As(room.Buyer).Put($"{room.Url}/notice", body), 403, "trading/not-your-move");
        await app.RefusesUnchanged(() => app.As(room.Seller).Put($"{room.Url}/notice", body with { RelatedParty = true }), 409, "trading/related-party-statement-needed");
        var first = await room.Prepare();
        var second = await room.Prepare();
        second.Id.ShouldBe(first.Id);
        var publish = $"/api/trading/unit-notices/{first.Id}/publish";
        await app.RefusesUnchanged(() => app.As(room.Seller).Post(publish, new PublishNotice.Request(first.Version)), 409, "platform/changed-meanwhile");
        await app.RefusesUnchanged(() => app.As(room.Seller.Colleague(Roles.Approver)).Post(publish, new PublishNotice.Request(second.Version)), 403, "platform/role-missing");
        await app.RefusesUnchanged(() => app.As(room.Buyer).Post(publish, new PublishNotice.Request(second.Version)), 404, "trading/notice-not-found");
        (await app.As(room.Buyer).GetAsync($"/api/trading/unit-notices/{first.Id}").RefusedWith(404)).ShouldBe("trading/notice-not-found");
        await app.As(room.Seller).Post(publish, new PublishNotice.Request(second.Version)).Succeeds();
        await app.RefusesUnchanged(() => app.As(room.Seller).Post(publish, new PublishNotice.Request(second.Version + 1)), 409, "trading/notice-wrong-state");

        var company = await app.Talks();
        await company.Accept(company.Buyer, await company.Offer(company.Seller)).Succeeds();
        await app.RefusesUnchanged(() => app.As(company.Seller).Put($"{company.Url}/notice", body), 409, "trading/notice-not-needed");
    }

    [Fact]
    public async Task An_objection_stops_the_clock_and_its_rejection_gives_the_remaining_days_back()
    {
        var notice = await app.Notice();
        await app.Pass(TimeSpan.FromDays(5));
        var objection = await notice.Object();
        (await notice.See()).State.ShouldBe("PAUSED");
        await app.PassUntil(notice.EndsAt.AddDays(4));
        (await notice.Room.See()).State.ShouldBe("NOTICE");
        await notice.Decide(objection, DecideObjection.Outcomes.Rejected).Succeeds();
        var again = await notice.See();
        (again.State, again.Objections.Single().State).ShouldBe(("RUNNING", "REJECTED"));
        again.EndsAt.ShouldBeGreaterThanOrEqualTo(app.Clock.GetUtcNow() + (notice.EndsAt - app.Clock.GetUtcNow()) + TimeSpan.FromDays(10));
        await app.PassUntil(again.EndsAt.AddSeconds(-1));
        (await notice.Room.See()).State.ShouldBe("NOTICE");
        await app.PassUntil(again.EndsAt);
        (await notice.Room.See()).State.ShouldBe("CONTRACTING");
        (await app.Published<PriceNoticeChanged>()).Where(f => f.NoticeId == notice.Id).Select(f => f.Status).ShouldBe(["RUNNING", "PAUSED", "RUNNING", "PASSED"]);
    }

    [Fact]
    public async Task Who_objects_is_sealed_in_the_database_absent_in_public_and_in_facts_and_shown_to_deciders_alone()
    {
        var notice = await app.Notice();
        var objection = await notice.Object();
        var everything = await app.InDb(async db => string.Join('\n', await db.Database.SqlQueryRaw<string>(
            "select o::text as \"Value\" from trading.objection o union all select a::text from trading.audit a union all select n::text from trading.notice n").ToListAsync()));
        everything.ShouldNotContain(Private);
        everything.ShouldNotContain("赵某某");
        (await app.As().GetStringAsync($"/api/trading/notices/{notice.Number}")).ShouldNotContain("赵某某");
        System.Text.Json.JsonSerializer.Serialize(await app.Published<PriceNoticeChanged>(), TechMarket.Platform.Data.Json.Options).ShouldNotContain("赵某某");
        var url = $"/api/trading/unit-notices/{notice.Id}";
        (await app.As(notice.Room.Seller).GetAsync(url).Read<GetUnitNotice.Response>()).Objections.Single().Name.ShouldBeNull();
        var decider = await app.As(notice.Decider).GetAsync(url).Read<GetUnitNotice.Response>();
        (decider.Objections.Single().Name, decider.Objections[0].Contact, decider.MayDecide).ShouldBe(("赵某某", Private, true));
        await app.RepeatsUnchanged(() => notice.PutObjection(objection));
        await app.RefusesUnchanged(() => notice.PutObjection(objection, name: "另一个人"), 409, "trading/id-reused");
        var elsewhere = await app.Notice();
        await app.RefusesUnchanged(() => elsewhere.PutObjection(objection), 404, "trading/objection-not-found");
    }

    [Fact]
    public async Task The_decider_is_an_approver_of_the_unit_who_did_not_negotiate()
    {
        var notice = await app.Notice();
        var objection = await notice.Object();
        var both = notice.Room.Seller with { Roles = new HashSet<string> { Roles.Publisher, Roles.Approver } };
        await app.RefusesUnchanged(() => notice.Decide(objection, DecideObjection.Outcomes.Rejected, by: both), 409, "trading/decider-negotiated");
        await app.RefusesUnchanged(() => notice.Decide(objection, DecideObjection.Outcomes.Rejected, by: notice.Room.Seller.Colleague(Roles.Publisher)), 403, "platform/role-missing");
        await app.RefusesUnchanged(
            () => notice.Decide(objection, DecideObjection.Outcomes.Rejected, by: People.Of(OrganisationKinds.University, "他校", "330100", true, Roles.Approver)), 404, "trading/notice-not-found");
        await app.RefusesUnchanged(() => notice.Decide(objection, DecideObjection.Outcomes.Upheld), 409, "trading/consequence-needed");
        await app.RefusesUnchanged(() => notice.Decide(Guid.CreateVersion7(), DecideObjection.Outcomes.Rejected), 404, "trading/objection-not-found");
        await notice.Decide(objection, DecideObjection.Outcomes.Rejected).Succeeds();
        await app.RefusesUnchanged(() => notice.Decide(objection, DecideObjection.Outcomes.Rejected), 409, "trading/objection-decided");
    }

    [Fact]
    public async Task An_upheld_objection_cancels_the_deal_and_frees_the_achievement()
    {
        var notice = await app.Notice();
        var objection = await notice.Object();
        await notice.Decide(objection, DecideObjection.Outcomes.Upheld, DecideObjection.Consequences.Cancel).Succeeds();
        var seen = await notice.Room.See();
        (seen.State, seen.Ended!.Outcome).ShouldBe(("CLOSED_LOST", "NOTICE_CANCELLED"));
        (await app.Published<NegotiationEnded>()).Single(f => f.NegotiationId == notice.Room.Id).WasAgreed.ShouldBeTrue();
        (await app.InDb(db => db.Claims.CountAsync(c => c.AchievementId == seen.Achievement.Id && c.ReleasedAt == null))).ShouldBe(0);
        await app.PassUntil(notice.EndsAt);
        (await app.DealsOf(seen.Achievement.Id)).ShouldBeEmpty();
        await app.RefusesUnchanged(() => notice.PutObjection(), 409, "trading/notice-not-running");
    }

    [Fact]
    public async Task A_notice_to_revise_is_replaced_by_a_corrected_one_with_its_full_period()
    {
        var notice = await app.Notice();
        await notice.Decide(await notice.Object(), DecideObjection.Outcomes.Upheld, DecideObjection.Consequences.Revise).Succeeds();
        (await notice.Room.See()).State.ShouldBe("AGREED");
        await app.Pass(TimeSpan.FromDays(3));
        var corrected = await notice.Room.Prepare(related: true);
        corrected.Id.ShouldNotBe(notice.Id);
        var running = await app.As(notice.Room.Seller).Post($"/api/trading/unit-notices/{corrected.Id}/publish", new PublishNotice.Request(corrected.Version)).Read<GetUnitNotice.Response>();
        (await notice.See()).ReplacedBy.ShouldBe(running.Number);
        running.EndsAt!.Value.ShouldBeGreaterThan(app.Clock.GetUtcNow().AddDays(15));
        await app.PassUntil(running.EndsAt.Value);
        (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == notice.Room.Id).NoticeId.ShouldBe(running.Id);
    }

    [Fact]
    public async Task Of_an_objection_and_the_end_at_the_same_moment_one_counts()
    {
        for (var i = 0; i < 6; i++)
        {
            var notice = await app.Notice();
            app.Clock.Set(notice.EndsAt.AddMilliseconds(-1));
            var objecting = Task.Run(() => notice.PutObjection());
            var ending = Task.Run(() => app.PassUntil(notice.EndsAt));
            await Task.WhenAll(objecting, ending);
            await app.RunAllDue();
            var objected = (await objecting).IsSuccessStatusCode;
            (await notice.See()).State.ShouldBe(objected ? "PAUSED" : "PASSED");
            (await app.Published<DealConcluded>()).Count(f => f.NegotiationId == notice.Room.Id).ShouldBe(objected ? 0 : 1);
        }
    }

    [Fact]
    public async Task An_end_that_is_run_twice_or_by_two_workers_concludes_one_deal()
    {
        var notice = await app.Notice();
        var run = (await app.InDb(db => db.Notices.SingleAsync(n => n.Number == notice.Number))).CurrentRun!.Value;
        // A worker that died after its commit and before it knew leaves the deadline to be run again.
        app.Clock.Set(notice.EndsAt);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => End(run)));
        await End(run);
        await app.InDb(async db =>
        {
            await db.SetDeadline(EndNotice.Kind, run, notice.EndsAt, CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        await app.RunAllDue();
        (await app.Published<DealConcluded>()).Count(f => f.NegotiationId == notice.Room.Id).ShouldBe(1);
        (await app.Published<PriceNoticeChanged>()).Count(f => f.NoticeId == notice.Id && f.Status == "PASSED").ShouldBe(1);
        (await app.DealsOf((await notice.Room.See()).Achievement.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_crash_between_the_end_and_its_commit_leaves_everything_as_it_was_until_it_is_run_again()
    {
        var notice = await app.Notice();
        var run = (await app.InDb(db => db.Notices.SingleAsync(n => n.Number == notice.Number))).CurrentRun!.Value;
        app.Clock.Set(notice.EndsAt.AddMilliseconds(-1));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await new EndNotice(db, TechMarket.Rules.RegionProfiles.Get("CN"), new FakeClock(notice.EndsAt)).Due(run, CancellationToken.None);
            await db.SaveChangesAsync();
            // The process dies here: nothing is committed.
        }
        (await notice.See()).State.ShouldBe("RUNNING");
        (await app.Published<DealConcluded>()).ShouldNotContain(f => f.NegotiationId == notice.Room.Id);
        await app.PassUntil(notice.EndsAt);
        (await app.Published<DealConcluded>()).Count(f => f.NegotiationId == notice.Room.Id).ShouldBe(1);
    }

    [Fact]
    public async Task The_public_list_pages_and_tells_running_from_ended()
    {
        var notice = await app.Notice();
        var running = await app.As().GetAsync("/api/trading/notices?phase=Running&size=1").Read<ListNotices.Response>();
        (running.Items.Single().Number, running.Size).ShouldBe((notice.Number, 1));
        var found = await app.As().GetAsync($"/api/trading/notices?q={notice.Number}").Read<ListNotices.Response>();
        found.Total.ShouldBe(1);
        await app.PassUntil(notice.EndsAt);
        var ended = await app.As().GetAsync("/api/trading/notices?phase=Ended").Read<ListNotices.Response>();
        ended.Items.ShouldContain(n => n.Number == notice.Number && n.State == "PASSED");
        (await app.As().GetAsync("/api/trading/notices?size=1000").RefusedWith(400)).ShouldBe("platform/invalid");
        var own = await app.As(notice.Room.Seller).GetAsync("/api/trading/unit-notices?state=PASSED").Read<ListUnitNotices.Response>();
        own.Items.ShouldContain(n => n.Id == notice.Id);
    }

    private async Task End(Guid run)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new EndNotice(db, TechMarket.Rules.RegionProfiles.Get("CN"), app.Clock).Due(run, CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
