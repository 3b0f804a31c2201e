using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Achievements;

public class SaveDraftTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    [Fact]
    public async Task Clicks_at_once_are_one_draft()
    {
        for (var round = 0; round < 8; round++)
        {
            var id = Guid.CreateVersion7();
            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.As(app.Author).Put(ListingsApp.Url(id), new SaveDraft.Request(ListingsApp.Complete()))));
            answers.ShouldContain(a => a.IsSuccessStatusCode);
            answers.All(a => a.IsSuccessStatusCode || (int)a.StatusCode == 409).ShouldBeTrue();
            (await app.InDb(db => Task.FromResult(db.AuditTrail.Count(r => r.SubjectId == id)))).ShouldBe(1);
            await app.As(app.Author).Put(ListingsApp.Url(id), new SaveDraft.Request(ListingsApp.Complete())).Succeeds();
        }
    }

    [Fact]
    public async Task A_half_filled_form_is_kept_as_it_is()
    {
        var draft = await app.Draft(new AchievementForm.Content { Title = "新" });
        draft.State.ShouldBe("DRAFT");
        draft.Content.Title.ShouldBe("新");
        draft.Actions.ShouldBe(["edit", "discard", "submit", "confidential"]);
        draft.Owner.Name.ShouldBe("西陵大学");
    }

    [Fact]
    public async Task Sending_the_first_save_twice_is_one_draft_and_other_content_under_its_id_is_refused()
    {
        var id = Guid.CreateVersion7();
        var first = await app.Draft(id: id);
        var print = await app.Fingerprint();
        (await app.Draft(id: id)).Version.ShouldBe(first.Version);
        (await app.As(app.Author).Put(ListingsApp.Url(id), new SaveDraft.Request(ListingsApp.Complete("别的题目"))).RefusedWith(409)).ShouldBe("listings/id-taken");
        (await app.As(app.Company).Put(ListingsApp.Url(id), new SaveDraft.Request(ListingsApp.Complete())).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task A_save_over_a_newer_one_is_refused()
    {
        var draft = await app.Draft();
        await app.As(app.Author).Put(ListingsApp.Url(draft.Id), new SaveDraft.Request(ListingsApp.Complete("第二稿的题目"), draft.Version)).Succeeds();
        var print = await app.Fingerprint();
        (await app.As(app.Author).Put(ListingsApp.Url(draft.Id), new SaveDraft.Request(ListingsApp.Complete("第三稿的题目"), draft.Version)).RefusedWith(409))
            .ShouldBe("platform/changed-meanwhile");
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task Only_a_publisher_writes_and_only_the_own_organisation_sees_a_draft()
    {
        (await app.As(app.Approver).Put(ListingsApp.Url(Guid.CreateVersion7()), new SaveDraft.Request(ListingsApp.Complete())).RefusedWith(403)).ShouldBe("platform/role-missing");
        var draft = await app.Draft();
        (await app.As(app.Company).GetAsync(ListingsApp.Url(draft.Id)).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.As(app.Reviewer).GetAsync(ListingsApp.Url(draft.Id)).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.As().GetAsync(ListingsApp.Url(draft.Id, "public")).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.Get(draft.Id, app.Approver)).Actions.ShouldBe(["confidential"]);
    }

    [Fact]
    public async Task What_is_too_long_names_its_field()
    {
        var content = ListingsApp.Complete(new string('长', 101)) with { Keywords = [new string('词', 31)] };
        using var response = await app.As(app.Author).Put(ListingsApp.Url(Guid.CreateVersion7()), new SaveDraft.Request(content));
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(400, body);
        body.ShouldContain("platform/invalid");
        body.ShouldContain("content.title");
        body.ShouldContain("content.keywords");
    }

    [Fact]
    public async Task A_discarded_draft_is_gone()
    {
        var draft = await app.Draft();
        await app.As(app.Author).DeleteAsync(ListingsApp.Url(draft.Id) + $"?version={draft.Version}").Succeeds();
        (await app.As(app.Author).GetAsync(ListingsApp.Url(draft.Id)).RefusedWith(404)).ShouldBe("listings/not-found");
    }

    [Fact]
    public async Task My_list_finds_by_words_and_state_a_page_at_a_time()
    {
        var author = People.Of(OrganisationKinds.Institute, "轻工研究院", roles: [Roles.Publisher]);
        foreach (var title in new[] { "陶瓷釉料配方", "陶瓷窑炉节能", "造纸黑液回收" }) await app.Draft(ListingsApp.Complete(title), author);
        await app.Submitted(ListingsApp.Complete("陶瓷膜过滤"), author);
        (await List("")).Total.ShouldBe(4);
        (await List("text=陶瓷&state=DRAFT")).Items.Select(i => i.Title).ShouldBe(["陶瓷窑炉节能", "陶瓷釉料配方"], ignoreOrder: true);
        (await List("text=%25")).Total.ShouldBe(0);
        var second = await List("size=3&page=2");
        (second.Items.Count, second.Total).ShouldBe((1, 4));

        Task<ListMyAchievements.Response> List(string query) => app.As(author).GetAsync("/api/listings/achievements?" + query).Read<ListMyAchievements.Response>();
    }
}
