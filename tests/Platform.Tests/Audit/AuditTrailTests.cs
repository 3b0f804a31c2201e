using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Platform.Tests.Probe;
using TechMarket.Testing;

namespace TechMarket.Platform.Tests.Audit;

[Collection("probe")]
public sealed class AuditTrailTests : IAsyncLifetime
{
    private const string Url = "/api/probe/operations/audit";
    private static readonly Caller Operator = People.Of(OrganisationKinds.Bureau, roles: Roles.Administrator);
    private static readonly Guid Thing = Guid.CreateVersion7();
    private readonly ProbeApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await Record(Operator with { PersonName = "王管理", OrganisationName = "某市科技局" }, "thing", Thing, "make");
        app.Clock.Advance(TimeSpan.FromDays(1));
        await Record(Operator with { PersonName = "李审核", OrganisationName = "另一科技局" }, "thing", Guid.CreateVersion7(), "make");
        await Record(null, "other", Thing, "expire");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("", "3 2 1")]
    [InlineData("?who=王管", "1")]
    [InlineData("?who=科技局", "2 1")]
    [InlineData("?who=%25", "")]
    [InlineData("?action=make", "2 1")]
    [InlineData("?subjectKind=other", "3")]
    [InlineData("?subjectKind=thing&action=expire", "")]
    public async Task It_is_filtered_by_who_what_and_object(string query, string found) => (await Found(query)).ShouldBe(found);

    [Fact]
    public async Task It_is_filtered_by_one_object_and_by_time()
    {
        (await Found($"?subjectId={Thing}")).ShouldBe("3 1");
        var second = Uri.EscapeDataString(app.Clock.GetUtcNow().ToString("O"));
        (await Found($"?from={second}")).ShouldBe("3 2");
        (await Found($"?until={second}")).ShouldBe("1");
    }

    [Fact]
    public async Task It_is_paged_and_counts_all()
    {
        var page = await app.As(Operator).GetAsync(Url + "?page=2&size=2").Read<JsonElement>();
        page.GetProperty("total").GetInt64().ShouldBe(3);
        page.GetProperty("items").EnumerateArray().Single().GetProperty("sequence").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task The_words_that_occur_are_named()
    {
        var terms = await app.As(Operator).GetAsync(Url + "/terms").Read<JsonElement>();
        terms.GetProperty("subjectKinds").EnumerateArray().Select(k => k.GetString()).ShouldBe(["other", "thing"]);
        terms.GetProperty("actions").EnumerateArray().Select(k => k.GetString()).ShouldBe(["expire", "make"]);
    }

    [Fact]
    public async Task It_is_exported_as_filtered_and_the_export_is_recorded()
    {
        var answer = await app.As(Operator).GetAsync(Url + "/export.xlsx?action=make");
        await using var sheet = await answer.Content.ReadAsStreamAsync();
        var rows = Spreadsheet.Read(sheet).ToList();
        rows.Count.ShouldBe(3);
        rows[0].Cells[2].ShouldBe("人员");
        rows.Skip(1).Select(r => r.Cells[2]).ShouldBe(["李审核", "王管理"]);
        var record = await app.InDb(db => db.AuditTrail.AsNoTracking().OrderBy(r => r.Sequence).LastAsync());
        (record.SubjectKind, record.Action, record.Reason, record.PersonName).ShouldBe(("audit-trail", "export", "2", Operator.PersonName));
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task Only_a_bureau_administrator_reads_it()
    {
        var others = new[] { People.Of(OrganisationKinds.University, roles: Roles.Administrator), People.Of(OrganisationKinds.Bureau, roles: Roles.Reviewer) };
        foreach (var path in new[] { "", "/terms", "/export.xlsx", "/verification" })
        {
            foreach (var caller in others) (await app.As(caller).GetAsync(Url + path).RefusedWith(403)).ShouldBe("platform/role-missing");
            (await app.As().GetAsync(Url + path).RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        }
    }

    private async Task<string> Found(string query)
    {
        var answer = await app.As(Operator).GetAsync(Url + query).Read<JsonElement>();
        return string.Join(' ', answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("sequence").GetInt64()));
    }

    private Task<int> Record(Caller? caller, string kind, Guid subject, string action) => app.InDb(db =>
    {
        db.Audit(caller, kind, subject, action);
        return db.SaveChangesAsync();
    });
}
