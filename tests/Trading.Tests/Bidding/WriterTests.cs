using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Messages;
using TechMarket.Testing;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>The writer: restarts, several processes on one database, and the safety net of deadlines.</summary>
public sealed class WriterTests : IAsyncLifetime
{
    private readonly BiddingApp app = new();
    private readonly BiddingApp second;

    public WriterTests() => second = new BiddingApp(app);

    public Task InitializeAsync() => app.InitializeAsync();

    public async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Two_processes_on_one_database_lose_nothing_and_keep_one_order()
    {
        var auctions = new[] { await app.Open(bidders: 4), await app.Open(bidders: 4) };
        second.Clock.Set(app.Clock.GetUtcNow());
        await second.InitializeAsync();
        var accepted = await Task.WhenAll(Enumerable.Range(0, 160).Select(async i =>
        {
            var auction = auctions[i % 2];
            using var answer = await auction.PutBid(auction.Bidders[i / 2 % 4], 1_000m + (100m * (i / 2)), at: i % 3 == 0 ? second : app);
            return (auction.Id, answer.IsSuccessStatusCode, Status: (int)answer.StatusCode);
        }));
        accepted.ShouldAllBe(a => a.Status == 200 || a.Status == 409);
        foreach (var auction in auctions)
        {
            var kept = await app.InDb(db => db.AuctionBids.Where(b => b.AuctionId == auction.Id).OrderBy(b => b.Ordinal).ToListAsync());
            kept.Count.ShouldBe(accepted.Count(a => a.Id == auction.Id && a.IsSuccessStatusCode));
            kept.Select(b => b.Ordinal).ShouldBe(Enumerable.Range(1, kept.Count));
            kept.Zip(kept.Skip(1)).ShouldAllBe(p => p.Second.Amount > p.First.Amount);
            (await auction.Replayed()).Fault.ShouldBeNull();
        }
    }

    [Fact]
    public async Task What_one_process_did_the_other_knows_also_when_it_refuses()
    {
        var auction = await app.Open();
        second.Clock.Set(app.Clock.GetUtcNow());
        await second.InitializeAsync();
        await auction.PutBid(auction.Bidders[0], 1_000m, at: second).Succeeds();
        await auction.PostPause().Succeeds();
        (await auction.PutBid(auction.Bidders[1], 1_100m, at: second).RefusedWith(409)).ShouldBe("trading/auction-paused");
        await auction.PostResume().Succeeds();
        await auction.PutBid(auction.Bidders[1], 1_100m, at: second).Succeeds();
        (await auction.PutBid(auction.Bidders[0], 1_100m).RefusedWith(409)).ShouldBe("trading/bid-too-low");
    }

    [Fact]
    public async Task After_a_restart_the_auction_stands_where_its_log_says_and_ends_at_its_time()
    {
        var auction = await app.Open(reserve: Money.Yuan(1_200m));
        var id = Guid.CreateVersion7();
        var first = await auction.Bid(0, 1_000m, id);
        await auction.PutLimit(1, 1_500m).Succeeds();
        var before = await auction.See();
        await app.Restart();
        (await auction.See()).Standing.ShouldBeEquivalentTo(before.Standing);
        (await auction.Bid(0, 1_000m, id)).ShouldBe(first);
        (await auction.Bid(0, 1_300m)).Top.ShouldBe(Money.Yuan(1_400m));
        app.Clock.Set(auction.Auction.OpensAt.AddMinutes(20));
        await Eventually(async () => (await auction.See()).Standing.Outcome == "SOLD");
        var closed = (await app.Published<AuctionClosed>()).Single();
        (closed.Price, closed.WinnerId, closed.ClosedAt).ShouldBe((Money.Yuan(1_400m), auction.Bidders[1].OrganisationId, auction.Auction.OpensAt.AddMinutes(20)));
    }

    [Fact]
    public async Task An_outage_beyond_the_end_is_given_back_and_bidding_goes_on()
    {
        var auction = await app.Open();
        await auction.Bid(0, 1_000m);
        var before = await auction.See();
        await app.Services.GetRequiredService<BiddingStore>().Beat(app.Clock.GetUtcNow(), CancellationToken.None);
        await app.StandStill(TimeSpan.FromHours(2));
        await Eventually(async () => (await auction.See()).Standing.EndsAt == before.Standing.EndsAt!.Value.AddHours(2));
        (await auction.Bid(1, 1_100m)).Leading.ShouldBeTrue();
        // Another restart has nothing more to give back.
        await Eventually(async () => await app.Services.GetRequiredService<BiddingStore>().LastPulse(CancellationToken.None) == app.Clock.GetUtcNow());
        await app.Restart();
        await auction.Bid(0, 1_200m);
        (await auction.See()).Standing.EndsAt.ShouldBe(before.Standing.EndsAt!.Value.AddHours(2));
        (await app.Published<AuctionChanged>()).Where(c => c.Reason == Auction.Interrupted).Select(c => c.Status).ShouldBe(["PAUSED"]);
        (await auction.Replayed()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task While_another_process_served_bidding_there_was_no_outage()
    {
        var auction = await app.Open();
        var ends = (await auction.See()).Standing.EndsAt;
        await app.Services.GetRequiredService<BiddingStore>().Beat(app.Clock.GetUtcNow(), CancellationToken.None);
        second.Clock.Set(app.Clock.Advance(TimeSpan.FromSeconds(10)));
        await second.InitializeAsync();
        await auction.PutBid(auction.Bidders[0], 1_000m, at: second).Succeeds();
        (await auction.See()).Standing.EndsAt.ShouldBe(ends);
    }

    [Fact]
    public async Task The_deadline_alone_opens_and_closes_it()
    {
        var auction = await app.Schedule();
        await app.RunDueDeadlines();
        app.Clock.Set(auction.Auction.OpensAt);
        await Eventually(async () =>
        {
            await app.RunDueDeadlines();
            return (await auction.See()).Standing.State == "OPEN" && await app.InDb(db => db.Deadlines.AnyAsync(d => d.SubjectId == auction.Id.Value && d.DueAt > auction.Auction.OpensAt));
        });
        app.Clock.Set(auction.Auction.OpensAt.AddMinutes(20));
        await Eventually(async () =>
        {
            await app.RunDueDeadlines();
            return (await auction.See()).Standing.State == "CLOSED" && !await app.InDb(db => db.Deadlines.AnyAsync(d => d.SubjectId == auction.Id.Value));
        });
    }

    [Fact]
    public async Task The_row_the_log_and_the_bids_of_an_auction_always_agree()
    {
        var auction = await app.Open(bidders: 3, ranks: new Dictionary<int, int> { [2] = 1 });
        await auction.Bid(0, 1_000m);
        await auction.PutMatch(2).Succeeds();
        await auction.PutLimit(1, 3_000m).Succeeds();
        await auction.Bid(0, 1_500m);
        var row = await app.InDb(db => db.Auctions.AsNoTracking().SingleAsync(a => a.Id == auction.Id));
        var rebuilt = (await app.Services.GetRequiredService<BiddingStore>().Load(auction.Id, CancellationToken.None))!;
        foreach (var property in typeof(Auction).GetProperties().Where(p => p.PropertyType.IsValueType || p.PropertyType == typeof(string)))
            if (property.Name != nameof(Auction.HasChanged)) (property.Name, property.GetValue(rebuilt)).ShouldBe((property.Name, property.GetValue(row)));
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await holds()) return;
            await Task.Delay(50);
        }
        throw new TimeoutException("It did not come to hold.");
    }
}
