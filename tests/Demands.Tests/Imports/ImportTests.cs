using TechMarket.Demands.Imports;
using TechMarket.Demands.Needs;
using TechMarket.Messages;
using TechMarket.Platform.Imports;
using TechMarket.Testing;

namespace TechMarket.Demands.Tests.Imports;

public class ImportTests(DemandsApp app) : IClassFixture<DemandsApp>
{
    [Fact]
    public async Task A_trusted_sources_rows_are_open_at_once_also_after_their_last_day()
    {
        (await app.Import(DemandsApp.Row("P1"))).Ok.ShouldBe(1);
        var page = await ByExternal("P1");
        (page.Status, page.DeadlinePassed, page.ValidUntil, page.Owner.Stated, page.Owner.Name).ShouldBe(("OPEN", true, new DateOnly(2020, 12, 31), false, "示例数据源"));
        page.Text!.CooperationWays.ShouldBe(["COMMISSIONED_DEVELOPMENT"]);
        await app.RunDueDeadlines();
        (await ByExternal("P1")).Status.ShouldBe("OPEN");
        var fact = (await app.Published<DemandPublished>()).Single(f => f.ExternalId == "P1");
        (fact.Source, fact.Visibility, fact.OwnerStated, fact.Status).ShouldBe(("sample", "public", false, "OPEN"));
    }

    [Fact]
    public async Task One_whose_day_lies_ahead_ends_by_itself_and_a_changed_row_opens_it_again()
    {
        await app.Import(DemandsApp.Row("P2", deadline: "2026-03-10"));
        var start = app.Clock.GetUtcNow();
        try
        {
            app.Clock.Set(new DateTimeOffset(2026, 3, 11, 0, 0, 1, TimeSpan.FromHours(8)));
            await app.RunDueDeadlines();
            for (var i = 0; i < 100 && (await ByExternal("P2")).Status != "EXPIRED"; i++) await Task.Delay(20);
            (await ByExternal("P2")).Status.ShouldBe("EXPIRED");
            (await app.Import(DemandsApp.Row("P2", deadline: "2026-05-10"))).Updated.ShouldBe(1);
            (await ByExternal("P2")).Status.ShouldBe("OPEN");
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [Fact]
    public async Task The_shipped_sample_is_taken_whole_and_a_second_time_changes_nothing()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TechMarket.sln"))) folder = Path.GetDirectoryName(folder)!;
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "deploy/sample/demands.jsonl"));
        var first = await app.Import(bytes);
        (first.Ok, first.Updated, first.Unchanged, first.Refused).ShouldBe((first.Total, 0, 0, 0));
        first.Total.ShouldBeGreaterThan(150);
        await app.Settle();
        var facts = app.Delivered.Of<DemandPublished>().Count;
        var again = await app.Import(bytes);
        (again.Ok, again.Updated, again.Unchanged, again.Refused).ShouldBe((0, 0, again.Total, 0));
        (await app.Published<DemandPublished>()).Count.ShouldBe(facts);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task Bad_rows_are_reported_and_do_not_hold_up_the_others()
    {
        var import = await app.Import(string.Join('\n', DemandsApp.Row("R1"), DemandsApp.Row("R2", deadline: "明年"), DemandsApp.Row("R3", field: "炼金术"), "{", DemandsApp.Row("R4")));
        (import.Ok, import.Refused).ShouldBe((2, 3));
        var refused = await app.As(app.DataSource).GetAsync($"/api/demands/imports/{import.Id}/rows?outcome=REFUSED").Read<ImportRoutes.ImportedRowList>();
        refused.Items.Select(r => (r.Row, r.ExternalId, r.Code)).ShouldBe([(2, "R2", "imports/field-invalid"), (3, "R3", "imports/field-invalid"), (4, null, "imports/row-not-json")]);
    }

    [Fact]
    public async Task An_enterprises_own_rows_become_its_drafts()
    {
        (await app.Import(DemandsApp.Row("V1", "自己的需求"), app.Buyer)).Ok.ShouldBe(1);
        (await app.Import(DemandsApp.Row("V1", "自己的需求"), app.Buyer)).Unchanged.ShouldBe(1);
        var mine = await app.As(app.Buyer).GetAsync("/api/demands?text=自己的").Read<ListMyDemands.Response>();
        mine.Items.Select(i => i.State).ShouldBe(["DRAFT"]);
        (await app.As().GetAsync($"/api/demands/by-external/{app.Buyer.OrganisationId:N}/V1").RefusedWith(404)).ShouldBe("demands/not-found");
    }

    [Fact]
    public async Task A_machines_call_has_the_effect_of_a_file_of_one_row()
    {
        var row = new PutDemandRow.Request("机器送来的需求", "农业", "系统对接送来的一项需求。", Deadline: new DateOnly(2026, 12, 31));
        (await app.As(app.DataSource).Put("/api/demands/by-external/sample/M1", row).Read<PutDemandRow.Response>()).Outcome.ShouldBe(ImportOutcome.Ok);
        (await app.As(app.DataSource).Put("/api/demands/by-external/sample/M1", row).Read<PutDemandRow.Response>()).Outcome.ShouldBe(ImportOutcome.Unchanged);
        (await app.As(app.DataSource).Put("/api/demands/by-external/other/M1", row).RefusedWith(403)).ShouldBe("imports/not-your-source");
        (await app.As(app.Reviewer).Put("/api/demands/by-external/sample/M1", row).RefusedWith(403)).ShouldBe("imports/not-allowed");
    }

    Task<PublicDemand.Response> ByExternal(string id) => app.As().GetAsync($"/api/demands/by-external/sample/{id}").Read<PublicDemand.Response>();
}
