using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>Pausing, matching, reading, and what must not be read.</summary>
public sealed class RoomTests(BiddingFixture market) : IClassFixture<BiddingFixture>
{
    private readonly BiddingApp app = market.App;

    [Fact]
    public async Task A_reviewer_of_the_bureau_pauses_with_a_public_reason_and_the_lost_time_comes_back()
    {
        var auction = await app.Open();
        await auction.Bid(0, 1_000m);
        await auction.Pass(TimeSpan.FromMinutes(5));
        await auction.Refuses(() => auction.PostPause(auction.Bidders[0]), "platform/role-missing", 403);
        await auction.Refuses(() => auction.PostPause(app.Staff.Colleague(Roles.Registrar)), "platform/role-missing", 403);
        await auction.Refuses(() => auction.PostResume(), "trading/auction-wrong-state");
        await auction.Refuses(() => auction.PostCancel(), "trading/auction-wrong-state");
        await auction.PostPause().Succeeds();
        await auction.Refuses(() => auction.PutBid(1, 1_100m), "trading/auction-paused");
        await auction.Refuses(() => auction.PostPause(), "trading/auction-wrong-state");
        var paused = await auction.See();
        (paused.Standing.State, paused.Standing.Reason, paused.Standing.RemainingSeconds).ShouldBe(("PAUSED", "网络故障，暂停竞价", 900L));
        await auction.Pass(TimeSpan.FromHours(3));
        (await auction.See()).Standing.State.ShouldBe("PAUSED");
        await auction.PostResume().Succeeds();
        (await auction.See()).Standing.EndsAt.ShouldBe(app.Clock.GetUtcNow().AddMinutes(15));
        await auction.Bid(1, 1_100m);
        (await auction.Replayed()).Fault.ShouldBeNull();
        var audited = await app.InDb(db => db.AuditTrail.Where(a => a.SubjectId == auction.Id.Value).OrderBy(a => a.Sequence).Select(a => new { a.Action, a.PersonName, a.Reason }).ToListAsync());
        audited.Select(a => a.Action).ShouldBe(["scheduled", "OPENED", "PAUSED", "RESUMED"]);
        (audited[2].PersonName, audited[2].Reason).ShouldBe((app.Staff.PersonName, "网络故障，暂停竞价"));
        (await app.Published<AuctionChanged>()).Where(f => f.AuctionId == auction.Id.Value).OrderBy(f => f.Version).Select(f => f.Status)
            .ShouldBe(["SCHEDULED", "OPEN", "PAUSED", "OPEN"]);
    }

    [Fact]
    public async Task A_fault_that_cannot_be_mended_ends_it_without_a_result()
    {
        var auction = await app.Open();
        await auction.Bid(0, 1_000m);
        await auction.PostPause().Succeeds();
        await auction.Refuses(() => auction.PostCancel(auction.Bidders[0]), "platform/role-missing", 403);
        await auction.PostCancel().Succeeds();
        await auction.Refuses(() => auction.PutBid(1, 1_100m), "trading/auction-ended");
        var told = (await app.Published<AuctionChanged>()).Where(f => f.AuctionId == auction.Id.Value).MaxBy(f => f.Version)!;
        (told.Status, told.Reason).ShouldBe(("CANCELLED", "标的存在权属争议"));
        (await app.Published<AuctionClosed>()).ShouldNotContain(f => f.AuctionId == auction.Id.Value);
    }

    [Fact]
    public async Task A_holder_of_a_right_matches_the_top_bid_and_wins()
    {
        var auction = await app.Open(ranks: new Dictionary<int, int> { [2] = 1 });
        await auction.Refuses(() => auction.PutMatch(2), "trading/nothing-to-match");
        await auction.Bid(0, 1_000m);
        await auction.Refuses(() => auction.PutMatch(1), "trading/no-priority-right");
        var id = Guid.CreateVersion7();
        var matched = await auction.PutMatch(2, id).Read<PlaceBid.Response>();
        (matched.Kind, matched.Shown, matched.Leading).ShouldBe(("MATCH", Money.Yuan(1_000m), true));
        (await auction.PutMatch(2, id).Read<PlaceBid.Response>()).ShouldBe(matched);
        await auction.Refuses(() => auction.PutMatch(2), "trading/already-leading");
        await auction.PassUntil((await auction.See()).Standing.EndsAt!.Value);
        var closed = (await app.Published<AuctionClosed>()).Single(f => f.AuctionId == auction.Id.Value);
        (closed.WinnerId, closed.Price, closed.ByPriority).ShouldBe((auction.Bidders[2].OrganisationId, Money.Yuan(1_000m), true));
        (await auction.See()).Priority.ShouldBe([new GetAuction.Right(1, "发明人")]);
    }

    [Fact]
    public async Task The_reserve_price_leaks_nowhere_before_the_close()
    {
        var reserve = Money.Yuan(73_519_284.25m);
        var auction = await app.Open(reserve: reserve);
        await auction.Bid(0, 1_000m);
        await auction.PutLimit(1, 2_000m).Succeeds();
        await auction.PostPause().Succeeds();
        await auction.PostResume().Succeeds();
        await app.Settle();
        foreach (var who in new[] { null, auction.Bidders[0], app.Seller, app.Staff })
        {
            foreach (var path in new[] { "", "/log", "/log.json" }) (await app.As(who).GetStringAsync(auction.Url + path)).ShouldNotContain("73519284");
            (await app.As(who).GetStringAsync($"/api/trading/auctions?q={auction.Auction.Number}")).ShouldNotContain("73519284");
        }
        (await Live.First(app, auction)).ShouldNotContain("73519284");
        (await Secrets.Everywhere(app)).ShouldNotContain("73519284");
        JsonSerializer.Serialize(app.Delivered.Of<AuctionChanged>()).ShouldNotContain("73519284");
        (await auction.See()).HasReserve.ShouldBeTrue();
        await auction.PassUntil((await auction.See()).Standing.EndsAt!.Value);
        (await app.Published<AuctionClosed>()).Single(f => f.AuctionId == auction.Id.Value).Outcome.ShouldBe("UNDER_RESERVE");
        JsonSerializer.Serialize(app.Delivered.Of<AuctionClosed>()).ShouldNotContain("73519284");
        (await auction.Replayed()).ShouldSatisfyAllConditions(r => r.Fault.ShouldBeNull(), r => r.Outcome.ShouldBe("UNDER_RESERVE"));
    }

    [Fact]
    public async Task Sealed_bids_are_locked_until_they_are_opened()
    {
        var auction = await app.Open(Hall.OneShot());
        var given = await auction.Bid(0, 68_224_917m);
        (given.Kind, given.Shown, given.Leading).ShouldBe(("SEALED", null, false));
        await auction.Refuses(() => auction.PutBid(0, 70_000_000m), "trading/sealed-bid-given");
        (await Secrets.Everywhere(app)).ShouldNotContain("68224917");
        (await auction.Export()).ShouldNotContain("68224917");
        (await auction.See(auction.Bidders[0])).You.GaveSealedBid.ShouldBeTrue();
        await app.Restart();
        await auction.Bid(1, 1_500m);
        await auction.PassUntil((await auction.See()).Standing.EndsAt!.Value);
        (await auction.Replayed()).Price.ShouldBe(68_224_917m);
    }

    [Fact]
    public async Task A_falling_price_is_taken_over_http()
    {
        var auction = await app.Open(Hall.Dutch());
        await auction.Pass(TimeSpan.FromSeconds(130));
        var seen = await auction.See();
        (seen.Standing.Phase, seen.Standing.Minimum, seen.Standing.NextPriceAt).ShouldBe(("FALLING", Money.Yuan(800m), app.Clock.GetUtcNow().AddSeconds(50)));
        await auction.Refuses(() => auction.PutBid(0, 700m), "trading/bid-too-low");
        (await auction.Bid(0, 800m)).Leading.ShouldBeTrue();
        (await app.Published<AuctionClosed>()).Single(f => f.AuctionId == auction.Id.Value).Price.ShouldBe(Money.Yuan(800m));
    }

    [Fact]
    public async Task The_list_shows_what_is_open_to_come_and_over()
    {
        var open = await app.Open();
        var coming = await app.Schedule();
        Task<ListAuctions.Response> List(string query) => app.As().GetAsync($"/api/trading/auctions?size=100&{query}").Read<ListAuctions.Response>();
        (await List("phase=OPEN")).Items.Select(i => i.Id).ShouldContain(open.Id.Value);
        (await List("phase=OPEN")).Items.Select(i => i.Id).ShouldNotContain(coming.Id.Value);
        (await List("phase=COMING")).Items.Select(i => i.Id).ShouldContain(coming.Id.Value);
        (await List($"q={open.Auction.Number}")).Items.Single().Number.ShouldBe(open.Auction.Number);
        (await List($"saleId={coming.Spec.SaleId}")).Items.Single().State.ShouldBe("SCHEDULED");
        (await app.As().GetAsync($"/api/trading/auctions/by-number/{open.Auction.Number}").Read<GetAuction.Response>()).Id.ShouldBe(open.Id.Value);
        (await app.As().GetAsync("/api/trading/auctions/by-number/JJ-1999-000001").RefusedWith(404)).ShouldBe("trading/auction-not-found");
        (await app.As().GetAsync($"/api/trading/auctions/{Guid.CreateVersion7()}/live").RefusedWith(404)).ShouldBe("trading/auction-not-found");
    }

    [Fact]
    public async Task Watchers_get_every_entry_and_come_back_without_loss()
    {
        var auction = await app.Open();
        await using var watcher = await Live.Watch(app, auction);
        var hello = await watcher.Next();
        hello.Seq.ShouldBe(2L);
        hello.Entries.Select(e => e.Seq).ShouldBe([1L, 2L]);
        await auction.Bid(0, 1_000m);
        var news = await watcher.Until(3);
        (news.Standing.GetProperty("top").GetProperty("amount").GetString(), news.Standing.GetProperty("leader").GetString()).ShouldBe(("1000.00", auction.CodeOf(0)));
        for (var i = 0; i < 6; i++) await auction.Bid(1 - (i % 2), 1_100m + (100m * i));
        (await watcher.Until(9)).Seq.ShouldBe(9L);
        watcher.Seen.ShouldBe(Enumerable.Range(1, 9).Select(i => (long)i));
        await using var back = await Live.Watch(app, auction, lastEventId: 5);
        (await back.Next()).Entries.Select(e => e.Seq).ShouldBe([6L, 7L, 8L, 9L]);
        await auction.PostPause().Succeeds();
        (await back.Until(10)).Standing.GetProperty("state").GetString().ShouldBe("PAUSED");
    }
}
