using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

public sealed class PlaceBidTests(BiddingFixture market) : IClassFixture<BiddingFixture>
{
    private readonly BiddingApp app = market.App;

    [Fact]
    public async Task A_bid_is_answered_after_it_is_kept_and_everybody_sees_it_without_identities()
    {
        var auction = await app.Open();
        var taken = await auction.Bid(0, 1_000m);
        (taken.Kind, taken.Code, taken.Seq, taken.Leading, taken.Top).ShouldBe(("BID", auction.CodeOf(0), 3L, true, Money.Yuan(1_000m)));
        var seen = await auction.See();
        (seen.Standing.State, seen.Standing.Phase, seen.Standing.Top, seen.Standing.Leader, seen.Standing.Minimum)
            .ShouldBe(("OPEN", "ASCENDING", Money.Yuan(1_000m), auction.CodeOf(0), Money.Yuan(1_100m)));
        (seen.You.Role, seen.You.Code).ShouldBe((GetAuction.Roles.Observer, null));
        var own = await auction.See(auction.Bidders[0]);
        (own.You.Role, own.You.Code, own.You.Position, own.You.Leading, own.You.DepositHeld).ShouldBe((GetAuction.Roles.Bidder, auction.CodeOf(0), 1, true, true));
        (await app.As().GetStringAsync(auction.Url)).ShouldNotContain("竞买企业");
        (await auction.Export()).ShouldNotContain("竞买企业");
    }

    [Fact]
    public async Task The_same_bid_sent_twice_answers_the_same_and_another_amount_under_its_id_is_refused()
    {
        var auction = await app.Open();
        var id = Guid.CreateVersion7();
        var first = await auction.Bid(0, 1_000m, id);
        await auction.Bid(1, 1_100m);
        var before = await app.Fingerprint();
        (await auction.Bid(0, 1_000m, id)).ShouldBe(first);
        (await app.Fingerprint()).ShouldBe(before);
        await auction.Refuses(() => auction.PutBid(0, 1_300m, id), "trading/bid-id-reused");
        await auction.Refuses(() => auction.PutBid(1, 1_000m, id), "trading/bid-id-reused");
        await auction.Refuses(() => auction.PutLimit(0, 1_000m, id), "trading/bid-id-reused");
    }

    [Fact]
    public async Task Whoever_may_not_bid_is_refused_and_nothing_changes()
    {
        var auction = await app.Open(deposits: 2);
        var stranger = People.Of(OrganisationKinds.Enterprise, "旁人", "330100", true, Roles.Purchaser);
        await auction.Refuses(() => auction.PutBid(app.Seller, 1_000m), "trading/seller-may-not-bid");
        await auction.Refuses(() => auction.PutBid(app.Seller.Colleague(Roles.Purchaser), 1_000m), "trading/seller-may-not-bid");
        await auction.Refuses(() => auction.PutBid(app.House, 1_000m), "trading/auctioneer-may-not-bid");
        await auction.Refuses(() => auction.PutBid(stranger, 1_000m), "trading/bidder-not-qualified");
        await auction.Refuses(() => auction.PutBid(2, 1_000m), "trading/deposit-missing");
        await auction.Refuses(() => auction.PutBid(auction.Bidders[0] with { Verified = false }, 1_000m), "platform/organisation-not-verified", 403);
        await auction.Refuses(() => auction.PutBid(auction.Bidders[0].Colleague(Roles.Publisher), 1_000m), "platform/role-missing", 403);
    }

    [Fact]
    public async Task Amounts_that_are_not_possible_are_refused_with_the_lowest_one_that_is()
    {
        var auction = await app.Open(Hall.English() with { ConfirmAbove = Money.Yuan(5_000m) });
        await auction.Bid(0, 1_000m);
        using (var low = await auction.PutBid(1, 1_050m))
            (await low.Content.ReadAsStringAsync()).ShouldContain("\"minimum\":{\"amount\":\"1100.00\",\"currency\":\"CNY\"}");
        await auction.Refuses(() => auction.PutBid(1, 1_050m), "trading/bid-too-low");
        await auction.Refuses(() => auction.PutBid(1, 1_150m), "trading/bid-off-ladder");
        await auction.Refuses(() => auction.PutBid(0, 1_100m), "trading/already-leading");
        await auction.Refuses(() => auction.PutBid(1, 5_100m), "trading/bid-confirmation-needed");
        await auction.Refuses(() => auction.PutBid(1, 2_000_000_000_000m), "trading/bid-too-high");
        await auction.Refuses(() => app.As(auction.Bidders[1]).Put($"{auction.Url}/bids/{Guid.CreateVersion7()}", new PlaceBid.Request(new Money(1_100m, "USD"))), "trading/auction-currency");
        await auction.Refuses(() => app.As(auction.Bidders[1]).Put($"{auction.Url}/bids/{Guid.CreateVersion7()}", new PlaceBid.Request()), "trading/amount-or-limit", 400);
        (await auction.PutBid(auction.Bidders[1], 5_100m, confirm: true).Read<PlaceBid.Response>()).Leading.ShouldBeTrue();
    }

    [Fact]
    public async Task Before_the_start_and_from_the_closing_instant_on_no_bid_is_taken()
    {
        var auction = await app.Schedule();
        await auction.Refuses(() => auction.PutBid(0, 1_000m), "trading/auction-not-open");
        await auction.PassUntil(auction.Auction.OpensAt);
        await auction.Bid(0, 1_000m);
        await auction.PassUntil(auction.Auction.OpensAt.AddMinutes(20));
        await auction.Refuses(() => auction.PutBid(1, 1_100m), "trading/auction-ended");
        var closed = (await app.Published<AuctionClosed>()).Single(f => f.AuctionId == auction.Id.Value);
        (closed.Outcome, closed.WinnerId, closed.Price, closed.ByPriority).ShouldBe(("SOLD", auction.Bidders[0].OrganisationId, Money.Yuan(1_000m), false));
        var replayed = await auction.Replayed();
        (replayed.Fault, replayed.Winner, replayed.Hash).ShouldBe((null, auction.CodeOf(0), closed.LogHash));
        (await app.Published<AuctionChanged>()).Where(f => f.AuctionId == auction.Id.Value).OrderBy(f => f.Version).Select(f => f.Status).ShouldBe(["SCHEDULED", "OPEN", "CLOSED"]);
    }

    [Fact]
    public async Task A_deposit_that_comes_gives_the_right_to_bid_and_one_that_leaves_takes_it()
    {
        var auction = await app.Open(deposits: 2);
        await auction.Refuses(() => auction.PutBid(2, 1_000m), "trading/deposit-missing");
        var (deposit, party) = (auction.Spec.Bidders[2].DepositId, auction.Bidders[2].OrganisationId);
        var held = new DepositHeld(deposit, auction.Spec.SaleId, party, Money.Yuan(100m), app.Clock.GetUtcNow());
        var message = await app.Hear(held);
        await auction.Bid(2, 1_000m);
        await auction.Bid(0, 1_100m);
        await app.Hear(new DepositSettled(deposit, auction.Spec.SaleId, party, "RETURNED", Money.Yuan(100m), "R-1", app.Clock.GetUtcNow()));
        await app.Hear(held, message);
        await app.Hear(held);
        await auction.Refuses(() => auction.PutBid(2, 1_200m), "trading/deposit-missing");
    }

    [Fact]
    public async Task Limits_are_locked_in_the_tables_and_told_to_their_owner_alone()
    {
        var auction = await app.Open();
        (await auction.PutLimit(0, 7_654_321m).Read<PlaceBid.Response>()).Shown.ShouldBe(Money.Yuan(1_000m));
        (await auction.Bid(1, 1_100m)).Leading.ShouldBeFalse();
        (await auction.See(auction.Bidders[0])).You.Limit.ShouldBe(Money.Yuan(7_654_321m));
        (await app.As(auction.Bidders[1]).GetStringAsync(auction.Url)).ShouldNotContain("7654321");
        (await Secrets.Everywhere(app)).ShouldNotContain("7654321");
        await app.Restart();
        (await auction.Bid(1, 1_500m)).Leading.ShouldBeFalse();
    }

    [Fact]
    public async Task Thirty_bidders_at_once_get_one_order()
    {
        var auction = await app.Open(bidders: 30);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).SelectMany(i => Enumerable.Range(0, 6).Select(async k =>
        {
            using var answer = await auction.PutBid(i, 1_000m + (100m * ((k * 30) + i)));
            return answer.IsSuccessStatusCode;
        })));
        answers.ShouldContain(true);
        var kept = await app.InDb(db => db.AuctionBids.Where(b => b.AuctionId == auction.Id).OrderBy(b => b.Ordinal).ToListAsync());
        kept.Count.ShouldBe(answers.Count(a => a));
        kept.Select(b => b.Amount!.Value).ShouldBe(kept.Select(b => b.Amount!.Value).Order().Distinct());
        var row = await app.InDb(db => db.Auctions.AsNoTracking().SingleAsync(a => a.Id == auction.Id));
        (row.Top, row.BidCount, row.Seq).ShouldBe((kept[^1].Amount, kept.Count, kept.Count + 2L));
        (await auction.Replayed()).Fault.ShouldBeNull();
    }
}
