using TechMarket.Demands.Needs;
using TechMarket.Demands.Reviews;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Demands.Tests.Needs;

public class DemandTests(DemandsApp app) : IClassFixture<DemandsApp>
{
    [Fact]
    public async Task Published_by_the_bureau_it_has_a_number_and_everyone_sees_it()
    {
        var submitted = await app.Submitted();
        submitted.State.ShouldBe("REVIEW");
        (await app.As(app.Reviewer).GetAsync("/api/demands/reviews?size=100").Read<ListReviews.Response>()).Items.ShouldContain(i => i.Id == submitted.Id);
        (await app.As(app.Reviewer).GetAsync("/api/demands/todo").Read<ListTodo.Response>()).Items.ShouldContain(i => i.Id == submitted.Id && i.Kind == "demand-review");
        var opened = await app.Publish(submitted);
        (opened.State, opened.Number!.StartsWith("XQ-2026-", StringComparison.Ordinal)).ShouldBe(("OPEN", true));
        var fact = (await app.Published<DemandPublished>()).Single(f => f.DemandId == opened.Id);
        (fact.Number, fact.Visibility, fact.WantedMaturity, fact.Status, fact.Budget).ShouldBe((opened.Number, "public", 6, "OPEN", Money.Yuan(800_000m)));
        var page = await app.As().GetAsync($"/api/demands/by-number/{opened.Number}").Read<PublicDemand.Response>();
        (page.Title, page.Status, page.Owner.Verified, page.DeadlinePassed).ShouldBe(("铝合金铸件气孔缺陷控制", "OPEN", true, false));
        (await app.AuditBreak()).ShouldBeNull();
        var history = await app.As(app.Buyer).GetAsync(DemandsApp.Url(opened.Id, "history")).Read<ListHistory.Response>();
        history.Items.Select(i => i.Action).ShouldBe(["start", "submit", "publish"]);
    }

    [Fact]
    public async Task One_shown_to_verified_institutes_alone_is_not_there_for_others()
    {
        var opened = await app.Opened(DemandsApp.Complete() with { Visibility = DemandForm.Audience.VerifiedInstitutes });
        (await app.Published<DemandPublished>()).Single(f => f.DemandId == opened.Id).Visibility.ShouldBe("verified_institutes");
        foreach (var url in new[] { DemandsApp.Url(opened.Id, "public"), $"/api/demands/by-number/{opened.Number}" })
        {
            foreach (var caller in new[] { null, app.Stranger, app.Institute with { Verified = false } })
                (await app.As(caller).GetAsync(url).RefusedWith(404)).ShouldBe("demands/not-found");
            foreach (var caller in new[] { app.Institute, app.Buyer, app.Reviewer })
            {
                using var answer = await app.As(caller).GetAsync(url);
                answer.IsSuccessStatusCode.ShouldBeTrue();
                answer.Headers.CacheControl!.Private.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Sending_the_first_save_twice_is_one_draft_and_other_content_under_its_id_is_refused()
    {
        var id = Guid.CreateVersion7();
        var first = await app.Draft(id: id);
        var print = await app.Fingerprint();
        (await app.Draft(id: id)).Version.ShouldBe(first.Version);
        (await app.As(app.Buyer).Put(DemandsApp.Url(id), new SaveDraft.Request(DemandsApp.Complete("别的题目"))).RefusedWith(409)).ShouldBe("demands/id-taken");
        (await app.As(app.Stranger).Put(DemandsApp.Url(id), new SaveDraft.Request(DemandsApp.Complete())).RefusedWith(404)).ShouldBe("demands/not-found");
        (await app.As(app.Buyer).Put(DemandsApp.Url(id), new SaveDraft.Request(DemandsApp.Complete(), first.Version + 1)).RefusedWith(409)).ShouldBe("platform/changed-meanwhile");
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task Only_the_own_organisation_sees_a_draft_and_only_a_purchaser_writes()
    {
        var draft = await app.Draft();
        (await app.As(app.Stranger).GetAsync(DemandsApp.Url(draft.Id)).RefusedWith(404)).ShouldBe("demands/not-found");
        (await app.As(app.Reviewer).GetAsync(DemandsApp.Url(draft.Id)).RefusedWith(404)).ShouldBe("demands/not-found");
        (await app.As(app.Institute).Put(DemandsApp.Url(Guid.CreateVersion7()), new SaveDraft.Request(DemandsApp.Complete())).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As(app.Stranger).Post(DemandsApp.Url(draft.Id, "submit"), new SubmitDemand.Request(draft.Version)).RefusedWith(404)).ShouldBe("demands/not-found");
    }

    [Fact]
    public async Task An_incomplete_or_unverified_one_is_not_submitted()
    {
        var draft = await app.Draft(DemandsApp.Complete() with { Indicators = null });
        (await app.As(app.Buyer).Post(DemandsApp.Url(draft.Id, "submit"), new SubmitDemand.Request(draft.Version)).RefusedWith(409)).ShouldBe("demands/incomplete");
        (await app.As(app.Buyer with { Verified = false }).Post(DemandsApp.Url(draft.Id, "submit"), new SubmitDemand.Request(draft.Version)).RefusedWith(403))
            .ShouldBe("platform/organisation-not-verified");
    }

    [Fact]
    public async Task A_return_names_its_reason_and_only_the_bureau_decides()
    {
        var submitted = await app.Submitted();
        (await app.As(app.Buyer).Post(DemandsApp.Url(submitted.Id, "publish"), new PublishDemand.Request(submitted.Version)).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As(app.Reviewer).Post(DemandsApp.Url(submitted.Id, "return"), new ReturnDemand.Request(submitted.Version, "NICE", "不好")).RefusedWith(400)).ShouldBe("demands/reason-unknown");
        var returned = await app.As(app.Reviewer).Post(DemandsApp.Url(submitted.Id, "return"), new ReturnDemand.Request(submitted.Version, "INCOMPLETE", "请补充指标")).Read<DemandView.Response>();
        (returned.State, returned.Returned!.Reason).ShouldBe(("DRAFT", "请补充指标"));
        (await app.Published<DemandReturned>()).ShouldContain(f => f.DemandId == submitted.Id && f.Reason == "材料不完整:请补充指标" && f.SubmittedBy == app.Buyer.PersonId);
        (await app.As(app.Buyer).GetAsync("/api/demands/todo").Read<ListTodo.Response>()).Items.ShouldContain(i => i.Id == submitted.Id && i.Kind == "demand-returned");
    }

    [Fact]
    public async Task The_old_text_stays_until_the_next_version_passed()
    {
        var opened = await app.Opened();
        var edited = await app.As(app.Buyer).Put(DemandsApp.Url(opened.Id), new SaveDraft.Request(DemandsApp.Complete("气孔与缩松一并控制"), opened.Version)).Read<DemandView.Response>();
        (edited.State, edited.Revision, edited.Public!.Title).ShouldBe(("OPEN", "DRAFT", "铝合金铸件气孔缺陷控制"));
        (await app.Page(opened.Id)).Title.ShouldBe("铝合金铸件气孔缺陷控制");
        var submitted = await app.As(app.Buyer).Post(DemandsApp.Url(opened.Id, "submit"), new SubmitDemand.Request(edited.Version)).Read<DemandView.Response>();
        (await app.Publish(submitted)).Number.ShouldBe(opened.Number);
        (await app.Page(opened.Id)).Title.ShouldBe("气孔与缩松一并控制");
    }

    [Fact]
    public async Task It_expires_by_itself_is_renewed_and_withdrawn()
    {
        var opened = await app.Opened();
        var start = app.Clock.GetUtcNow();
        try
        {
            app.Clock.Set(new DateTimeOffset(2026, 7, 1, 0, 0, 1, TimeSpan.FromHours(8)));
            await app.RunDueDeadlines();
            var expired = await app.Get(opened.Id);
            expired.State.ShouldBe("EXPIRED");
            (await app.Page(opened.Id)).DeadlinePassed.ShouldBeTrue();
            (await app.As(app.Buyer).Post(DemandsApp.Url(opened.Id, "renew"), new RenewDemand.Request(expired.Version, new DateOnly(2026, 6, 30))).RefusedWith(409)).ShouldBe("demands/day-passed");
            var renewed = await app.As(app.Buyer).Post(DemandsApp.Url(opened.Id, "renew"), new RenewDemand.Request(expired.Version, new DateOnly(2026, 9, 30))).Read<DemandView.Response>();
            (renewed.State, renewed.Content.ValidUntil).ShouldBe(("OPEN", new DateOnly(2026, 9, 30)));
            await app.As(app.Buyer).Post(DemandsApp.Url(opened.Id, "withdraw"), new WithdrawDemand.Request(renewed.Version, "已自行解决")).Succeeds();
            var page = await app.Page(opened.Id);
            (page.Status, page.Text).ShouldBe(("WITHDRAWN", null));
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [Fact]
    public async Task A_shortlist_moves_an_open_one_to_matching_and_stays_the_enterprises_own()
    {
        var opened = await app.Opened();
        var achievement = Guid.CreateVersion7();
        (await app.As(app.Buyer).PutAsync(DemandsApp.Url(opened.Id, $"shortlist/{achievement}"), null).RefusedWith(404)).ShouldBe("demands/achievement-unknown");
        await app.Hear(Known(achievement, 2, "新的题目"));
        await app.Hear(Known(achievement, 1, "旧的题目"));
        var listed = await app.As(app.Buyer).PutAsync(DemandsApp.Url(opened.Id, $"shortlist/{achievement}"), null).Read<DemandView.Response>();
        (listed.State, listed.Shortlist.Single().Title).ShouldBe(("MATCHING", "新的题目"));
        var print = await app.Fingerprint();
        await app.As(app.Buyer).PutAsync(DemandsApp.Url(opened.Id, $"shortlist/{achievement}"), null).Succeeds();
        (await app.Fingerprint()).ShouldBe(print);
        (await app.Get(opened.Id, app.Reviewer)).Shortlist.ShouldBeEmpty();
        (await app.As().GetStringAsync(DemandsApp.Url(opened.Id, "public"))).ShouldNotContain("新的题目");
        (await app.As(app.Buyer).DeleteAsync(DemandsApp.Url(opened.Id, $"shortlist/{achievement}")).Read<DemandView.Response>()).Shortlist.ShouldBeEmpty();
    }

    [Fact]
    public async Task Published_at_once_the_numbers_have_no_gap()
    {
        var before = await app.InDb(db => Task.FromResult(db.Demands.Count(d => d.Number != null)));
        var waiting = new List<(Guid Id, uint Version)>();
        for (var i = 0; i < 6; i++)
        {
            var submitted = await app.Submitted(DemandsApp.Complete($"需求第{i}号课题"));
            waiting.Add((submitted.Id, submitted.Version));
        }
        var answers = await Task.WhenAll(waiting.Concat(waiting).Select(w => app.As(app.Reviewer).Post(DemandsApp.Url(w.Id, "publish"), new PublishDemand.Request(w.Version))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(6);
        var numbers = await app.InDb(db => Task.FromResult(db.Demands.Where(d => d.Number != null).Select(d => d.Number!).ToList()));
        numbers.Order().ShouldBe(Enumerable.Range(1, before + 6).Select(n => $"XQ-2026-{n:D6}"));
    }

    static AchievementPublished Known(Guid id, long version, string title) => new(
        id, version, "CG-2026-000001", null, null, title, [], "05", 0, null, [], "s", [], null, null, Guid.CreateVersion7(), "o", "university", true, true, false, "PUBLISHED",
        new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
}
