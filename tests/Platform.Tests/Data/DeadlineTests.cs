using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Tests.Probe;

namespace TechMarket.Platform.Tests.Data;

[Collection("probe")]
public sealed class DeadlineTests : IAsyncLifetime
{
    private readonly ProbeApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_runs_when_due_and_not_before()
    {
        await Set(Guid.CreateVersion7(), TimeSpan.FromMinutes(5));
        await app.RunDueDeadlines();
        (await app.Things()).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.RunDueDeadlines();
        (await app.Things()).ShouldBe(1);
        (await app.InDb(db => db.Deadlines.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Many_workers_run_it_once()
    {
        for (var i = 0; i < 20; i++) await Set(Guid.CreateVersion7(), TimeSpan.FromMinutes(1));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.RunDueDeadlines()));
        // The service's own worker may still hold the last one.
        for (var i = 0; i < 200 && await app.InDb(db => db.Deadlines.AnyAsync()); i++) await Task.Delay(50);
        (await app.Things()).ShouldBe(20);
    }

    [Fact]
    public async Task One_that_fails_is_put_off_and_does_not_stop_the_others()
    {
        await Set(Guid.Empty, TimeSpan.FromSeconds(1));
        await Set(Guid.CreateVersion7(), TimeSpan.FromSeconds(2));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunDueDeadlines();
        (await app.Things()).ShouldBe(1);
        var left = await app.InDb(db => db.Deadlines.AsNoTracking().SingleAsync());
        left.Attempts.ShouldBe(1);
        left.LastError.ShouldBe("Never works.");
        left.DueAt.ShouldBeGreaterThan(app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task One_that_is_cleared_never_runs()
    {
        var subject = Guid.CreateVersion7();
        await Set(subject, TimeSpan.FromMinutes(1));
        await app.InDb(async db =>
        {
            await db.ClearDeadline("remember", subject, CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.RunDueDeadlines();
        (await app.Things()).ShouldBe(0);
    }

    private Task<int> Set(Guid subject, TimeSpan after) => app.InDb(async db =>
    {
        await db.SetDeadline("remember", subject, app.Clock.GetUtcNow() + after, CancellationToken.None);
        return await db.SaveChangesAsync();
    });
}
