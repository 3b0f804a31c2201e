using System.Text.Json;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Platform.Tests.Probe;
using TechMarket.Platform.Data;
using TechMarket.Testing;

namespace TechMarket.Platform.Tests.Messaging;

[Collection("probe")]
public sealed class InboxTests : IAsyncLifetime
{
    private static readonly Caller Operator = People.Of(OrganisationKinds.Bureau, roles: Roles.Administrator);
    private readonly ProbeApp app = new();

    public Task InitializeAsync()
    {
        ProbeApp.FailuresLeft = 0;
        return app.InitializeAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_message_delivered_twice_takes_effect_once()
    {
        var fact = ProbeApp.Fact();
        var id = await app.Hear(fact);
        await app.Hear(fact, id);
        (await app.Things()).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_delivered_to_many_at_once_takes_effect_once()
    {
        var fact = ProbeApp.Fact();
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => app.Hear(fact, id)));
        (await app.Things()).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_that_passes_is_retried_and_leaves_no_trace()
    {
        ProbeApp.FailuresLeft = 2;
        await app.Hear(ProbeApp.Fact());
        (await app.Things()).ShouldBe(1);
        (await app.InDb(db => db.DeadLetters.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_failure_that_stays_is_kept_once_and_an_operator_can_retry_it()
    {
        ProbeApp.FailuresLeft = int.MaxValue;
        var fact = ProbeApp.Fact("锂电池");
        var id = await app.Hear(fact);
        await app.Hear(fact, id);
        (await app.Things()).ShouldBe(0);
        var letter = await app.InDb(db => db.DeadLetters.AsNoTracking().SingleAsync());
        letter.Reaction.ShouldBe("probe.match-found");
        letter.MessageId.ShouldBe(id);
        letter.Attempts.ShouldBe(2);

        var client = app.As(Operator);
        var listed = await client.GetAsync("/api/probe/operations/dead-letters").Read<JsonElement>();
        listed.GetProperty("total").GetInt32().ShouldBe(1);
        JsonElement.DeepEquals(listed.GetProperty("items")[0].GetProperty("body"), JsonSerializer.SerializeToElement(fact, Json.Options)).ShouldBeTrue();
        (await client.PostAsync($"/api/probe/operations/dead-letters/{letter.Id}/retry", null).RefusedWith(409)).ShouldBe("platform/reaction-still-fails");
        (await app.InDb(db => db.DeadLetters.CountAsync())).ShouldBe(1);

        ProbeApp.FailuresLeft = 0;
        await client.PostAsync($"/api/probe/operations/dead-letters/{letter.Id}/retry", null).Succeeds();
        (await app.Things()).ShouldBe(1);
        (await app.InDb(db => db.DeadLetters.CountAsync())).ShouldBe(0);
        await app.Hear(fact, id);
        (await app.Things()).ShouldBe(1);
    }

    [Fact]
    public async Task An_operator_can_discard_a_message_and_the_audit_trail_says_so()
    {
        ProbeApp.FailuresLeft = int.MaxValue;
        await app.Hear(ProbeApp.Fact());
        var letter = await app.InDb(db => db.DeadLetters.AsNoTracking().SingleAsync());
        var address = $"/api/probe/operations/dead-letters/{letter.Id}/discard";
        foreach (var reason in new[] { " ", new string('x', 501) })
            (await app.As(Operator).PostAsJsonAsync(address, new { reason }).RefusedWith(400)).ShouldBe("platform/invalid");
        (await app.As(Operator).PostAsJsonAsync(address, new { }).RefusedWith(400)).ShouldBe("platform/malformed");
        (await app.InDb(db => db.DeadLetters.CountAsync())).ShouldBe(1);

        await app.As(Operator).PostAsJsonAsync(address, new { reason = "成果已下架" }).Succeeds();
        (await app.InDb(db => db.DeadLetters.CountAsync())).ShouldBe(0);
        var record = await app.InDb(db => db.AuditTrail.AsNoTracking().SingleAsync());
        (record.Action, record.Reason).ShouldBe(("discard", "probe.match-found: 成果已下架"));
        (await app.As(Operator).PostAsJsonAsync(address, new { reason = "成果已下架" }).RefusedWith(404)).ShouldBe("platform/not-found");
    }

    [Fact]
    public async Task Only_a_bureau_administrator_sees_dead_letters()
    {
        foreach (var caller in new[] { People.Of(OrganisationKinds.University, roles: Roles.Administrator), People.Of(OrganisationKinds.Bureau, roles: Roles.Registrar) })
            (await app.As(caller).GetAsync("/api/probe/operations/dead-letters").RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As().GetAsync("/api/probe/operations/dead-letters").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
    }
}
