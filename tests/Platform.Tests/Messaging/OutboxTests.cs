using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Tests.Probe;

namespace TechMarket.Platform.Tests.Messaging;

[Collection("probe")]
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly ProbeApp app = new();

    public Task InitializeAsync()
    {
        ProbeApp.FailuresLeft = 0;
        return app.InitializeAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nothing_leaves_before_the_save()
    {
        await app.InDb(async db =>
        {
            db.Publish(ProbeApp.Fact());
            await Task.Delay(300);
            app.Delivered.Of<MatchFound>().ShouldBeEmpty();
            await db.SaveChangesAsync();
            return 0;
        });
        (await app.Published<MatchFound>()).Count.ShouldBe(1);
        (await app.Things()).ShouldBe(1);
    }

    [Fact]
    public async Task A_transaction_rolled_back_publishes_nothing()
    {
        await app.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publish(ProbeApp.Fact());
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        await Task.Delay(300);
        (await app.Published<MatchFound>()).ShouldBeEmpty();
        (await app.Things()).ShouldBe(0);
    }

    [Fact]
    public async Task A_fact_waits_for_the_commit_of_its_transaction()
    {
        await app.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publish(ProbeApp.Fact());
            await db.SaveChangesAsync();
            await Task.Delay(300);
            app.Delivered.Of<MatchFound>().ShouldBeEmpty();
            await transaction.CommitAsync();
            return 0;
        });
        (await app.Published<MatchFound>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Facts_are_delivered_in_the_order_they_were_published()
    {
        await app.InDb(async db =>
        {
            for (var i = 0; i < 100; i++) db.Publish(ProbeApp.Fact($"词{i}"));
            return await db.SaveChangesAsync();
        });
        (await app.Published<MatchFound>()).Select(f => f.Terms[0]).ShouldBe(Enumerable.Range(0, 100).Select(i => $"词{i}"));
        (await app.Things()).ShouldBe(100);
    }

    [Fact]
    public async Task A_delivery_that_fails_keeps_the_row_and_is_tried_again()
    {
        app.Delivered.Fail(2);
        await app.InDb(async db =>
        {
            db.Publish(ProbeApp.Fact());
            return await db.SaveChangesAsync();
        });
        await Task.Delay(500);
        (await app.InDb(db => db.Outbox.AsNoTracking().SingleAsync())).Attempts.ShouldBe(1);
        for (var i = 0; i < 20 && await app.Things() == 0; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(2));
            await Task.Delay(500);
        }
        (await app.Published<MatchFound>()).Count.ShouldBe(1);
        (await app.Things()).ShouldBe(1);
    }
}
