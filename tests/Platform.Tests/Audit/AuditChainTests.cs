using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Security;
using TechMarket.Platform.Tests.Probe;
using TechMarket.Testing;

namespace TechMarket.Platform.Tests.Audit;

[Collection("probe")]
public sealed class AuditChainTests : IAsyncLifetime
{
    private readonly ProbeApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Writers_at_once_make_one_unbroken_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Record($"第{i}次")));
        (await app.AuditBreak()).ShouldBeNull();
        (await app.InDb(db => db.AuditTrail.CountAsync())).ShouldBe(24);
    }

    [Fact]
    public async Task The_database_refuses_to_change_or_remove_a_record()
    {
        await Record("一次");
        foreach (var sql in new[] { "update probe.audit set reason = 'x'", "delete from probe.audit", "truncate probe.audit" })
            (await Should.ThrowAsync<PostgresException>(() => app.InDb(db => db.Database.ExecuteSqlRawAsync(sql)))).MessageText.ShouldBe("the audit trail is append-only");
    }

    [Fact]
    public async Task A_record_changed_behind_the_trigger_shows()
    {
        for (var i = 0; i < 5; i++) await Record($"第{i}次");
        await app.InDb(db => db.Database.ExecuteSqlRawAsync(
            "alter table probe.audit disable trigger all; update probe.audit set reason = 'x' where sequence = 3; alter table probe.audit enable trigger all"));
        (await app.AuditBreak()).ShouldBe(3);
        using var output = new StringWriter();
        (await AuditVerification.Run(app.Services, output)).ShouldBe(1);
        output.ToString().ShouldContain("probe: BROKEN at record 3.");
    }

    [Fact]
    public async Task A_record_removed_behind_the_trigger_shows()
    {
        for (var i = 0; i < 5; i++) await Record($"第{i}次");
        await app.InDb(db => db.Database.ExecuteSqlRawAsync(
            "alter table probe.audit disable trigger all; delete from probe.audit where sequence = 2; alter table probe.audit enable trigger all"));
        (await app.AuditBreak()).ShouldBe(2);
    }

    [Fact]
    public async Task An_intact_chain_is_verified_by_command_and_by_page()
    {
        await Record("一次");
        using var output = new StringWriter();
        (await AuditVerification.Run(app.Services, output)).ShouldBe(0);
        output.ToString().ShouldContain("probe: 1 records, the chain holds.");
        var page = await app.As(People.Of(OrganisationKinds.Bureau, roles: Roles.Administrator))
            .GetAsync("/api/probe/operations/audit/verification").Read<Dictionary<string, long?>>();
        page.ShouldBe(new Dictionary<string, long?> { ["records"] = 1, ["firstBreak"] = null });
    }

    [Fact]
    public async Task A_change_that_is_not_saved_leaves_no_record()
    {
        await app.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Audit(null, "thing", Guid.CreateVersion7(), "make");
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        (await app.InDb(db => db.AuditTrail.CountAsync())).ShouldBe(0);
    }

    private Task<int> Record(string reason) => app.InDb(db =>
    {
        db.Audit(People.Of(OrganisationKinds.University), "thing", Guid.CreateVersion7(), "make", "DRAFT", "DONE", reason, new { Text = "数据" });
        return db.SaveChangesAsync();
    });
}
