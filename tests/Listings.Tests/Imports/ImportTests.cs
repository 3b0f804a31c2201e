using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Listings.Imports;
using TechMarket.Messages;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Imports;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Imports;

public class ImportTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    [Fact]
    public async Task A_trusted_sources_rows_are_public_at_once_with_their_origin()
    {
        var import = await app.Import(ListingsApp.Row("P1", "杨树育苗", more: new
        {
            maturity = (string?)null, maturityRaw = "已有样品", ip = "发明专利 CN111118082B", cooperation = new[] { "转让", "许可" }, price = 1_000_000, priceText = "100.0万元-200.0万元",
            region = "甘肃兰州", listedOn = "2020-03-16", sourceUrl = "https://example.org/1", sourceTrust = "repository",
        }));
        (import.Total, import.Ok, import.Refused).ShouldBe((1, 1, 0));
        var page = await ByExternal("P1");
        (page.Status, page.ExternalId, page.Owner.Stated, page.Owner.Name, page.Owner.Verified).ShouldBe(("PUBLISHED", "P1", false, "示例数据源", false));
        page.Origin.ShouldBe(new PublicAchievement.Origin("sample", "P1", "示例数据源", new DateOnly(2020, 3, 16), "https://example.org/1"));
        var text = page.Text!;
        (text.FieldCode, text.Maturity, text.ReadinessLevel, text.AreaCode, text.ExpectedPrice, text.PriceNegotiable).ShouldBe(("09", "PROTOTYPE", 5, "620100", Money.Yuan(1_000_000), false));
        text.TransferWays.ShouldBe(["ASSIGNMENT", "LICENSE"]);
        text.IpRights.Select(r => (r.Kind, r.Number)).ShouldBe([("INVENTION_PATENT", "CN111118082B")]);
        text.AsStated.ShouldBe(new AchievementForm.SourceWords("100.0万元-200.0万元", "甘肃兰州", "发明专利 CN111118082B", "已有样品"));
        var fact = (await app.Published<AchievementPublished>()).Single(f => f.ExternalId == "P1");
        (fact.Source, fact.OwnerStated, fact.Number).ShouldBe(("sample", false, page.Number));
        var audit = await app.InDb(db => db.AuditTrail.SingleAsync(r => r.SubjectId == page.Id));
        (audit.Action, audit.Reason).ShouldBe(("import", "可信数据源 sample 的导入代替两级审核"));
    }

    [Fact]
    public async Task A_stated_owner_is_shown_and_a_mirrors_address_never()
    {
        await app.Import(ListingsApp.Row("P2", owner: "西北某大学", more: new { sourceUrl = "https://mirror.example/2", sourceTrust = "mirror-do-not-link" }));
        var page = await ByExternal("P2");
        (page.Owner.Name, page.Owner.Stated, page.Owner.PublicInstitution, page.Origin!.Url).ShouldBe(("西北某大学", true, true, null));
        (await app.As().GetStringAsync("/api/listings/achievements/by-external/sample/P2")).ShouldNotContain("mirror.example");
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_changed_row_is_a_new_version()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 60).Select(i => ListingsApp.Row($"Q{i}", $"成果 {i}")));
        (await app.Import(lines)).Ok.ShouldBe(60);
        var before = await ByExternal("Q7");
        await app.Settle();
        var count = app.Delivered.Of<AchievementPublished>().Count;
        var again = await app.Import(lines);
        (again.Ok, again.Updated, again.Unchanged, again.Refused).ShouldBe((0, 0, 60, 0));
        (await app.Published<AchievementPublished>()).Count.ShouldBe(count);
        var changed = await app.Import(ListingsApp.Row("Q7", "成果 7 的新题目"));
        (changed.Updated, changed.Unchanged).ShouldBe((1, 0));
        var after = await ByExternal("Q7");
        (after.Number, after.Title).ShouldBe((before.Number, "成果 7 的新题目"));
        after.Version.ShouldBeGreaterThan(before.Version);
    }

    [Fact]
    public async Task Bad_rows_are_reported_with_their_line_and_reason_and_do_not_hold_up_the_others()
    {
        var import = await app.Import(string.Join('\n',
            ListingsApp.Row("R1"), "{\"id\": \"R2\", \"title\": ", ListingsApp.Row("R3", field: "炼金术"), "", ListingsApp.Row("R4", more: new { price = -5 }),
            """{"title":"没有编号","field":"农业","abstract":"说明"}""", ListingsApp.Row("R5", more: new { keywords = 5 }), ListingsApp.Row("R6", new string('长', 101)), ListingsApp.Row("R7")));
        (import.Total, import.Ok, import.Refused).ShouldBe((8, 2, 6));
        (await app.Report(import.Id)).Select(r => (r.Row, r.ExternalId, r.Outcome, r.Code)).ShouldBe(
        [
            (1, "R1", ImportOutcome.Ok, null), (2, null, ImportOutcome.Refused, "imports/row-not-json"), (3, "R3", ImportOutcome.Refused, "imports/field-invalid"),
            (5, "R4", ImportOutcome.Refused, "imports/field-invalid"), (6, null, ImportOutcome.Refused, "imports/field-missing"),
            (7, "R5", ImportOutcome.Refused, "imports/field-invalid"), (8, "R6", ImportOutcome.Refused, "imports/field-invalid"), (9, "R7", ImportOutcome.Ok, null),
        ]);
        (await app.Report(import.Id))[2].Text!.ShouldContain("field: field");
    }

    [Fact]
    public async Task One_id_twice_in_a_file_is_one_achievement()
    {
        var import = await app.Import(ListingsApp.Row("S1", "初稿题目") + "\n" + ListingsApp.Row("S1", "后来的题目") + "\n" + ListingsApp.Row("S1", "后来的题目"));
        (import.Ok, import.Updated, import.Unchanged).ShouldBe((1, 1, 1));
        (await ByExternal("S1")).Title.ShouldBe("后来的题目");
    }

    [Fact]
    public async Task The_filled_in_template_is_taken_like_lines()
    {
        var template = await app.As(app.DataSource).GetByteArrayAsync("/api/listings/imports/template.xlsx");
        var headings = Spreadsheet.Read(new MemoryStream(template)).Single().Cells;
        headings[1].ShouldBe("成果名称 (title)");
        var cells = new object?[headings.Count];
        cells[0] = "X1";
        cells[1] = "表格里的成果";
        cells[4] = "新材料";
        cells[5] = "石墨烯、涂层";
        cells[6] = "由表格导入的一项成果。";
        cells[11] = 88_000m;
        var workbook = Spreadsheet.Write("achievements", [.. headings.Select(h => h!)], [cells]);
        var import = await app.Finished((await app.Upload(workbook, name: "rows.xlsx").Read<ImportRoutes.Import>()).Id);
        (import.Ok, import.Refused).ShouldBe((1, 0));
        var page = await ByExternal("X1");
        page.Text!.Keywords.ShouldBe(["石墨烯", "涂层"]);
        page.Text.ExpectedPrice.ShouldBe(Money.Yuan(88_000m));
    }

    [Theory]
    [InlineData("", "imports/file-empty")]
    [InlineData("\n\n", "imports/file-empty")]
    [InlineData("title,owner\n一,二", "imports/file-unreadable")]
    [InlineData("PK not a workbook", "imports/file-unreadable")]
    public async Task What_is_not_a_file_of_rows_is_refused(string content, string code)
    {
        var print = await app.Fingerprint();
        (await app.Upload(Encoding.UTF8.GetBytes(content)).RefusedWith(400)).ShouldBe(code);
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task The_same_upload_twice_is_one_import_and_another_file_under_its_id_is_refused()
    {
        var id = Guid.CreateVersion7();
        var bytes = Encoding.UTF8.GetBytes(ListingsApp.Row("T1"));
        await app.Upload(bytes, id: id).Succeeds();
        (await app.Upload(bytes, id: id).Read<ImportRoutes.Import>()).Id.ShouldBe(id);
        (await app.Upload(Encoding.UTF8.GetBytes(ListingsApp.Row("T2")), id: id).RefusedWith(409)).ShouldBe("imports/id-taken");
    }

    [Fact]
    public async Task Only_data_sources_and_holders_import_and_each_sees_its_own()
    {
        var bytes = Encoding.UTF8.GetBytes(ListingsApp.Row("U1"));
        (await app.Upload(bytes, app.Reviewer).RefusedWith(403)).ShouldBe("imports/not-allowed");
        (await app.Upload(bytes, app.DataSource with { Verified = false }).RefusedWith(403)).ShouldBe("platform/organisation-not-verified");
        (await app.Upload(bytes, app.Approver).RefusedWith(403)).ShouldBe("platform/role-missing");
        var import = await app.Import(ListingsApp.Row("U1"));
        (await app.As(app.Author).GetAsync($"/api/listings/imports/{import.Id}").RefusedWith(404)).ShouldBe("imports/not-found");
        (await app.As(app.Author).GetAsync($"/api/listings/imports/{import.Id}/rows").RefusedWith(404)).ShouldBe("imports/not-found");
    }

    [Fact]
    public async Task A_universitys_own_rows_become_its_drafts()
    {
        var import = await app.Import(ListingsApp.Row("V1", "自己的成果"), app.Author);
        import.Ok.ShouldBe(1);
        var row = (await app.Report(import.Id, app.Author)).Single();
        var draft = await app.Get(row.SubjectId!.Value);
        (draft.State, draft.Number, draft.Content.Title).ShouldBe(("DRAFT", null, "自己的成果"));
        draft.Content.HolderUnits.ShouldBe(["西陵大学"]);
        (await app.Import(ListingsApp.Row("V1", "自己的成果"), app.Author)).Unchanged.ShouldBe(1);
        (await app.Import(ListingsApp.Row("V1", "自己的成果,改过"), app.Author)).Updated.ShouldBe(1);
    }

    [Fact]
    public async Task A_machines_call_has_the_effect_of_a_file_of_one_row()
    {
        var url = "/api/listings/achievements/by-external/sample/M1";
        var row = new PutAchievementRow.Request("机器送来的成果", "农业", "系统对接送来的一项成果。", Price: 5000m, PriceText: "0.5万元");
        var first = await app.As(app.DataSource).Put(url, row).Read<PutAchievementRow.Response>();
        (first.Outcome, first.Number!.StartsWith("CG-2026-", StringComparison.Ordinal)).ShouldBe((ImportOutcome.Ok, true));
        (await app.As(app.DataSource).Put(url, row).Read<PutAchievementRow.Response>()).Outcome.ShouldBe(ImportOutcome.Unchanged);
        (await app.As(app.DataSource).Put(url, row with { Title = "机器改过的成果" }).Read<PutAchievementRow.Response>()).Outcome.ShouldBe(ImportOutcome.Updated);
        (await ByExternal("M1")).Title.ShouldBe("机器改过的成果");
        (await app.As(app.DataSource).Put("/api/listings/achievements/by-external/other/M1", row).RefusedWith(403)).ShouldBe("imports/not-your-source");
        (await app.As(app.DataSource).Put(url, row with { Field = "炼金术" }).RefusedWith(400)).ShouldBe("imports/field-invalid");
    }

    [Fact]
    public async Task The_same_row_sent_at_once_by_many_is_one_achievement_with_one_number()
    {
        var row = new PutAchievementRow.Request("同时送来的成果", "农业", "十个连接同时送来的一项成果。");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            app.As(app.DataSource).Put("/api/listings/achievements/by-external/sample/N1", row).Read<PutAchievementRow.Response>()));
        answers.Select(a => a.Id).Distinct().Count().ShouldBe(1);
        answers.Count(a => a.Outcome == ImportOutcome.Ok).ShouldBe(1);
        await app.Settle();
        (await app.InDb(db => db.Achievements.CountAsync(a => a.ExternalId == "N1"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_shipped_sample_is_taken_whole_and_a_second_time_changes_nothing()
    {
        var bytes = await File.ReadAllBytesAsync(SampleFile());
        var first = await app.Finished((await app.Upload(bytes, name: "achievements.jsonl").Read<ImportRoutes.Import>()).Id);
        (first.Ok, first.Updated, first.Unchanged, first.Refused).ShouldBe((first.Total, 0, 0, 0));
        var again = await app.Finished((await app.Upload(bytes, name: "achievements.jsonl").Read<ImportRoutes.Import>()).Id);
        (again.Ok, again.Updated, again.Unchanged, again.Refused).ShouldBe((0, 0, again.Total, 0));
    }

    [Fact]
    public async Task Every_place_stage_and_right_the_sample_names_is_understood()
    {
        var lines = await File.ReadAllLinesAsync(SampleFile());
        var reads = lines.Where(l => l.Length > 0).Select(AchievementRow.Of).ToList();
        reads.Count.ShouldBeGreaterThan(300);
        reads.ShouldAllBe(r => r.Content.FieldCode != null);
        foreach (var (line, read) in lines.Zip(reads))
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (row.GetProperty("region").ValueKind != JsonValueKind.Null) read.Content.AreaCode.ShouldNotBeNull(line);
            if (row.GetProperty("maturity").ValueKind != JsonValueKind.Null) read.Content.Maturity.ShouldNotBeNull(line);
            if (row.GetProperty("ip").ValueKind != JsonValueKind.Null) read.Content.IpRights.ShouldNotBeEmpty(line);
        }
    }

    static string SampleFile()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TechMarket.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "deploy/sample/achievements.jsonl");
    }

    Task<PublicAchievement.Response> ByExternal(string id) => app.As().GetAsync($"/api/listings/achievements/by-external/sample/{id}").Read<PublicAchievement.Response>();
}
