using TechMarket.Platform.Problems;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>Descending, sealed, and sealed then ascending.</summary>
public sealed class OtherTypesTests
{
    private static string Refused(Action act) => Should.Throw<ProblemException>(act).Code;

    [Fact]
    public void A_falling_price_falls_by_the_clock_to_its_floor_and_the_first_who_takes_it_has_it()
    {
        var hall = new Hall(Hall.Dutch()).Open();
        foreach (var (seconds, price) in new[] { (0, 1_000m), (59, 1_000m), (1, 900m), (240, 500m), (60, 450m), (30, 450m) })
        {
            hall.After(seconds);
            hall.Auction.MinimumAt(hall.Now).ShouldBe(price);
        }
        Refused(() => hall.Bid(0, 449m)).ShouldBe("trading/bid-too-low");
        hall.Bid(0, 800m).Shown.ShouldBe(450m);
        (hall.Auction.State, hall.Auction.WinnerId, hall.Auction.Top).ShouldBe((AuctionState.Closed, hall.Parties[0], 450m));
        Refused(() => hall.Bid(1, 800m)).ShouldBe("trading/auction-ended");
        hall.Replayed().Winner.ShouldBe("K000");
    }

    [Fact]
    public void A_falling_price_nobody_takes_ends_after_its_floor_has_stood_its_time()
    {
        var hall = new Hall(Hall.Dutch()).Open();
        hall.After(419);
        hall.Auction.State.ShouldBe(AuctionState.Open);
        hall.After(1);
        hall.Auction.Outcome.ShouldBe("NO_BID");
        hall.Replayed().Fault.ShouldBeNull();
    }

    [Fact]
    public void A_pause_holds_the_falling_price_where_it_is()
    {
        var hall = new Hall(Hall.Dutch()).Open();
        hall.After(90);
        hall.Pause();
        hall.After(1_000);
        hall.Auction.MinimumAt(hall.Now).ShouldBe(900m);
        hall.Resume();
        hall.After(29);
        hall.Auction.MinimumAt(hall.Now).ShouldBe(900m);
        hall.Auction.NextPriceAt(hall.Now).ShouldBe(hall.Now.AddSeconds(1));
        hall.After(1);
        hall.Bid(1, 800m).Shown.ShouldBe(800m);
        hall.Replayed().Fault.ShouldBeNull();
    }

    [Fact]
    public void Priority_holders_are_called_when_a_falling_price_is_taken_and_the_best_right_ends_the_call()
    {
        var hall = new Hall(Hall.Dutch(), ranks: new Dictionary<int, int> { [2] = 2, [3] = 1 }).Open();
        hall.Bid(0, 1_000m);
        (hall.Auction.State, hall.Auction.Phase, hall.Auction.EndsAt).ShouldBe((AuctionState.Open, AuctionPhase.PriorityCall, hall.Now.AddSeconds(120)));
        Refused(() => hall.Bid(1, 1_000m)).ShouldBe("trading/auction-not-open");
        hall.After(60);
        hall.Match(2);
        hall.Auction.State.ShouldBe(AuctionState.Open);
        hall.Match(3);
        (hall.Auction.State, hall.Auction.WinnerId, hall.Auction.LeadsByMatch).ShouldBe((AuctionState.Closed, hall.Parties[3], true));
        (hall.Replayed().Fault, hall.Replayed().Winner).ShouldBe((null, "K003"));
    }

    [Fact]
    public void A_call_nobody_answers_leaves_the_price_with_who_took_it()
    {
        var hall = new Hall(Hall.Dutch(), ranks: new Dictionary<int, int> { [3] = 1 }).Open();
        hall.Bid(0, 1_000m);
        hall.After(120);
        hall.Auction.WinnerId.ShouldBe(hall.Parties[0]);
        hall.Replayed().Winner.ShouldBe("K000");
    }

    [Fact]
    public void Sealed_bids_are_one_each_and_told_to_nobody_before_they_are_opened()
    {
        var hall = new Hall(Hall.OneShot()).Open();
        hall.Bid(0, 1_234.56m).Shown.ShouldBeNull();
        Refused(() => hall.Bid(0, 2_000m)).ShouldBe("trading/sealed-bid-given");
        Refused(() => hall.Bid(1, 999m)).ShouldBe("trading/bid-too-low");
        Refused(() => hall.Limit(1, 2_000m)).ShouldBe("trading/proxy-not-possible");
        Refused(() => hall.Match(1)).ShouldBe("trading/no-priority-right");
        hall.Bid(1, 2_345.67m);
        hall.Seen().ShouldNotContain("1234.56");
        string.Join(' ', hall.Lines).ShouldNotContain("1234.56");
        hall.After(600);
        (hall.Auction.Outcome, hall.Auction.WinnerId, hall.Auction.Top).ShouldBe(("SOLD", hall.Parties[1], 2_345.67m));
        hall.Log.Where(e => e.Kind == EntryKind.Revealed).Select(e => (e.Code, e.Amount)).ShouldBe([("K001", 2_345.67m), ("K000", 1_234.56m)]);
        (hall.Replayed().Fault, hall.Replayed().Price).ShouldBe((null, 2_345.67m));
    }

    [Fact]
    public void Equal_sealed_bids_go_by_rank_of_right_then_by_arrival()
    {
        var ranked = new Hall(Hall.OneShot(), ranks: new Dictionary<int, int> { [2] = 1 }).Open();
        ranked.Bid(0, 1_500m);
        ranked.Bid(2, 1_500m);
        ranked.After(600);
        (ranked.Auction.WinnerId, ranked.Auction.State).ShouldBe((ranked.Parties[2], AuctionState.Closed));
        ranked.Replayed().Winner.ShouldBe("K002");
        var early = new Hall(Hall.OneShot()).Open();
        early.Bid(1, 1_500m);
        early.Bid(0, 1_500m);
        early.After(600);
        early.Replayed().Winner.ShouldBe("K001");
        early.Auction.WinnerId.ShouldBe(early.Parties[1]);
    }

    [Fact]
    public void After_the_opening_priority_holders_may_match_the_highest_sealed_bid()
    {
        var hall = new Hall(Hall.OneShot(), ranks: new Dictionary<int, int> { [3] = 1 }).Open();
        hall.Bid(0, 1_500m);
        hall.After(600);
        hall.Auction.Phase.ShouldBe(AuctionPhase.PriorityCall);
        hall.After(119);
        hall.Match(3);
        hall.Auction.WinnerId.ShouldBe(hall.Parties[3]);
        (hall.Replayed().Fault, hall.Replayed().ByPriority).ShouldBe((null, true));
    }

    [Fact]
    public void Sealed_first_bids_then_ascending_among_those_who_gave_one()
    {
        var hall = new Hall(Hall.SealedThenEnglish()).Open();
        hall.Bid(0, 1_450m);
        hall.Bid(1, 1_333m);
        hall.After(600);
        (hall.Auction.Phase, hall.Auction.Top, hall.Auction.Leader, hall.Auction.EndsAt).ShouldBe((AuctionPhase.Ascending, 1_450m, "K000", hall.Now.AddMinutes(20)));
        Refused(() => hall.Bid(2, 1_550m)).ShouldBe("trading/sealed-bid-missing");
        Refused(() => hall.Bid(1, 1_500m)).ShouldBe("trading/bid-too-low");
        hall.Bid(1, 1_650m);
        hall.Limit(0, 2_000m);
        hall.After(7200);
        (hall.Auction.WinnerId, hall.Auction.Top).ShouldBe((hall.Parties[0], 1_750m));
        hall.Replayed().Fault.ShouldBeNull();
    }

    [Fact]
    public void Sealed_first_bids_that_never_came_end_it()
    {
        var hall = new Hall(Hall.SealedThenEnglish()).Open();
        hall.After(600);
        (hall.Auction.State, hall.Auction.Outcome).ShouldBe((AuctionState.Closed, "NO_BID"));
        hall.Replayed().Outcome.ShouldBe("NO_BID");
    }

    [Fact]
    public void Rules_that_describe_no_auction_are_refused_by_name()
    {
        foreach (var (rules, named) in new[]
        {
            (Hall.English() with { Increments = [] }, "increments"), (Hall.English() with { TimedSeconds = 0 }, "timedSeconds"),
            (Hall.English() with { ExtensionWindowSeconds = 601 }, "extensionWindowSeconds"), (Hall.Dutch() with { Decrement = null }, "decrement"),
            (Hall.Dutch() with { FloorPrice = Messages.Money.Yuan(1_000m) }, "floorPrice"), (Hall.OneShot() with { SealedSeconds = 0 }, "sealedSeconds"),
            (Hall.English() with { StartPrice = new Messages.Money(0m, "CNY") }, "startPrice"), (Hall.Dutch() with { Decrement = Messages.Money.Yuan(0.01m), IntervalSeconds = 3600 }, "intervalSeconds"),
        })
        {
            var refused = Should.Throw<ProblemException>(rules.Check);
            (refused.Code, refused.Facts["rule"]).ShouldBe(("trading/auction-rules-invalid", named));
        }
    }
}
