using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>The invariants of DOMAIN 3.3, one by one.</summary>
public sealed class AuctionTests
{
    private static string Refused(Action act) => Should.Throw<ProblemException>(act).Code;

    [Fact]
    public void It_opens_at_its_announced_time_and_not_before()
    {
        var hall = new Hall();
        hall.After(599);
        hall.Auction.State.ShouldBe(AuctionState.Scheduled);
        Refused(() => hall.Bid(0, 1_000m)).ShouldBe("trading/auction-not-open");
        hall.After(3);
        hall.Auction.State.ShouldBe(AuctionState.Open);
        hall.Log.Last().At.ShouldBe(hall.Auction.OpensAt);
        hall.Auction.EndsAt.ShouldBe(hall.Auction.OpensAt.AddMinutes(20));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 11)]
    [InlineData(3_600, 3_600)]
    public void A_start_missed_by_more_than_ten_seconds_gives_the_announced_periods_in_full(int late, int givenBack)
    {
        var hall = new Hall();
        hall.Now = hall.Auction.OpensAt.AddSeconds(late);
        hall.After(0);
        hall.Auction.EndsAt.ShouldBe(hall.Auction.OpensAt.AddMinutes(20).AddSeconds(givenBack));
    }

    [Fact]
    public void While_the_market_stood_still_nothing_ended_and_the_log_says_so()
    {
        var hall = new Hall().Open();
        hall.Bid(0, 1_000m);
        hall.After(60);
        var ends = hall.Auction.EndsAt!.Value;
        hall.StandStill(TimeSpan.FromHours(3));
        (hall.Auction.State, hall.Auction.EndsAt).ShouldBe((AuctionState.Open, ends.AddHours(3)));
        hall.Log.TakeLast(2).Select(e => (e.Kind, e.Reason)).ShouldBe([(EntryKind.Paused, Auction.Interrupted), (EntryKind.Resumed, null)]);
        hall.Replayed().Fault.ShouldBeNull();
        hall.Bid(1, 1_100m).Leading.ShouldBeTrue();
    }

    [Fact]
    public void What_had_ended_before_the_market_stood_still_stays_ended()
    {
        var hall = new Hall().Open();
        hall.Bid(0, 1_000m);
        hall.Now = hall.Auction.EndsAt!.Value;
        hall.StandStill(TimeSpan.FromMinutes(5));
        (hall.Auction.Outcome, hall.Auction.EndedAt).ShouldBe(("SOLD", Hall.Start.AddMinutes(30)));
    }

    [Fact]
    public void A_pause_goes_on_while_the_market_stands_still()
    {
        var hall = new Hall().Open();
        hall.Pause();
        var lines = hall.Lines.Count;
        hall.StandStill(TimeSpan.FromMinutes(5));
        (hall.Auction.State, hall.Lines.Count).ShouldBe((AuctionState.Paused, lines));
    }

    [Fact]
    public void With_fewer_deposits_than_announced_it_is_cancelled_at_the_start()
    {
        var hall = new Hall(Hall.English() with { MinimumBidders = 2 }, held: false);
        hall.Hold(1);
        hall.Open();
        (hall.Auction.State, hall.Auction.Reason).ShouldBe((AuctionState.Cancelled, Auction.TooFewBidders));
    }

    [Fact]
    public void A_bid_is_the_top_plus_whole_steps()
    {
        var hall = new Hall().Open();
        Refused(() => hall.Bid(0, 999.99m)).ShouldBe("trading/bid-too-low");
        Refused(() => hall.Bid(0, 1_050m)).ShouldBe("trading/bid-off-ladder");
        hall.Bid(0, 1_000m).Leading.ShouldBeTrue();
        Refused(() => hall.Bid(1, 1_000m)).ShouldBe("trading/bid-too-low");
        Refused(() => hall.Bid(1, 1_199.99m)).ShouldBe("trading/bid-off-ladder");
        hall.Bid(1, 1_500m);
        (hall.Auction.Top, hall.Auction.Leader).ShouldBe((1_500m, "K001"));
        Refused(() => hall.Bid(1, 1_600m)).ShouldBe("trading/already-leading");
    }

    [Fact]
    public void Steps_follow_the_band_the_price_stands_in()
    {
        var ladder = new Ladder([.. new[] { (0m, 0.1m), (1m, 0.5m), (3.2m, 2m) }.Select(b => new IncrementBand(Money.Yuan(b.Item1), Money.Yuan(b.Item2)))]);
        decimal[] rungs = [0.8m, 0.9m, 1.0m, 1.5m, 2.0m, 2.5m, 3.0m, 3.5m, 5.5m, 7.5m];
        for (var i = 0; i < rungs.Length; i++)
        {
            ladder.Rung(0.8m, i).ShouldBe(rungs[i]);
            ladder.Climb(0.8m, rungs[i]).ShouldBe((i, rungs[i]));
            ladder.Climb(0.8m, rungs[i] + 0.09m).ShouldBe((i, rungs[i]));
            ladder.Reaches(0.8m, rungs[i]).ShouldBeTrue();
            ladder.Reaches(0.8m, rungs[i] + 0.01m).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_bid_in_the_last_five_minutes_moves_the_end_five_minutes_from_it_again_and_again()
    {
        var hall = new Hall().Open();
        var end = hall.Auction.EndsAt!.Value;
        hall.After(899);
        hall.Bid(0, 1_000m);
        hall.Auction.EndsAt.ShouldBe(end);
        hall.After(2);
        hall.Bid(1, 1_100m);
        hall.Auction.EndsAt.ShouldBe(hall.Now.AddMinutes(5));
        hall.After(299);
        hall.Bid(2, 1_200m).EndsAfter.ShouldBe(hall.Now.AddMinutes(5));
        hall.Auction.Extensions.ShouldBe(2);
    }

    [Fact]
    public void The_free_period_is_never_extended_and_extensions_may_be_limited()
    {
        var hall = new Hall(Hall.English() with { FreeSeconds = 0, TimedSeconds = 300, MaxExtensions = 1 }).Open();
        hall.After(1);
        hall.Bid(0, 1_000m);
        var end = hall.Auction.EndsAt;
        end.ShouldBe(hall.Now.AddMinutes(5));
        hall.After(60);
        hall.Bid(1, 1_100m);
        hall.Auction.EndsAt.ShouldBe(end);
    }

    [Fact]
    public void No_bid_is_taken_from_the_closing_instant_on()
    {
        var hall = new Hall().Open();
        hall.Bid(0, 1_000m);
        hall.Now = hall.Auction.EndsAt!.Value;
        Refused(() => hall.Bid(1, 1_100m)).ShouldBe("trading/auction-ended");
        (hall.Auction.Outcome, hall.Auction.WinnerId, hall.Auction.Top).ShouldBe(("SOLD", hall.Parties[0], 1_000m));
        hall.Log.Count(e => e.Kind == EntryKind.Bid).ShouldBe(1);
        hall.Auction.EndedAt.ShouldBe(hall.Now);
    }

    [Fact]
    public void The_same_bid_sent_twice_is_one_and_another_content_under_its_id_is_refused()
    {
        var hall = new Hall().Open();
        var id = Guid.CreateVersion7();
        var first = hall.Bid(0, 1_000m, id);
        hall.Bid(1, 1_100m);
        hall.Bid(0, 1_000m, id).ShouldBe(first);
        Refused(() => hall.Bid(0, 1_200m, id)).ShouldBe("trading/bid-id-reused");
        Refused(() => hall.Bid(1, 1_000m, id)).ShouldBe("trading/bid-id-reused");
        Refused(() => hall.Limit(0, 1_000m, id)).ShouldBe("trading/bid-id-reused");
        hall.Crash();
        hall.After(3600);
        hall.Bid(0, 1_000m, id).ShouldBe(first);
        hall.Log.Count(e => e.Kind == EntryKind.Bid).ShouldBe(2);
    }

    [Fact]
    public void Only_qualified_bidders_with_a_deposit_bid_and_never_seller_or_auction_house()
    {
        var hall = new Hall(held: false);
        hall.Hold(1);
        hall.Open();
        Refused(() => hall.Bid(0, 1_000m)).ShouldBe("trading/deposit-missing");
        hall.Bid(1, 1_000m);
        foreach (var (party, code) in new[] { (2, "trading/seller-may-not-bid"), (4, "trading/auctioneer-may-not-bid"), (77, "trading/bidder-not-qualified") })
            Refused(() => hall.Do(a => a.Place(new BidCommand(Guid.CreateVersion7(), Hall.Numbered(party), 1_100m, false, false, "s"), hall.Now))).ShouldBe(code);
        hall.Hold(0);
        hall.Bid(0, 1_100m);
        hall.Settle(1);
        Refused(() => hall.Bid(1, 1_200m)).ShouldBe("trading/deposit-missing");
    }

    [Fact]
    public void A_bid_above_the_mark_needs_its_confirmation()
    {
        var hall = new Hall(Hall.English() with { ConfirmAbove = Money.Yuan(5_000m) }).Open();
        hall.Bid(0, 5_000m);
        Refused(() => hall.Bid(1, 5_100m)).ShouldBe("trading/bid-confirmation-needed");
        Refused(() => hall.Limit(1, 9_000m)).ShouldBe("trading/bid-confirmation-needed");
        hall.Bid(1, 5_100m, confirmed: true);
    }

    [Fact]
    public void A_limit_bids_only_the_next_step_and_answers_until_it_is_used_up()
    {
        var hall = new Hall().Open();
        hall.Limit(0, 1_550m).Shown.ShouldBe(1_000m);
        hall.Bid(1, 1_200m).Leading.ShouldBeFalse();
        (hall.Auction.Top, hall.Auction.Leader).ShouldBe((1_300m, "K000"));
        hall.Bid(1, 1_500m).Leading.ShouldBeTrue();
        (hall.Auction.Top, hall.Auction.Leader).ShouldBe((1_500m, "K001"));
        string.Join(' ', hall.Lines).ShouldNotContain("1550");
    }

    [Theory]
    [InlineData(1_950, 1_250, 1_200, "K000", 2)]
    [InlineData(1_950, 1_350, 1_400, "K000", 2)]
    [InlineData(1_250, 1_950, 1_300, "K001", 3)]
    [InlineData(1_350, 1_950, 1_300, "K001", 3)]
    [InlineData(1_050, 1_950, 1_100, "K001", 1)]
    [InlineData(1_500, 1_500, 1_500, "K001", 3)]
    [InlineData(1_400, 1_400, 1_400, "K000", 2)]
    public void Two_limits_meet_as_if_every_step_were_bid_in_turn(int first, int second, int price, string leader, int shown)
    {
        var hall = new Hall().Open();
        hall.Limit(0, first);
        hall.Limit(1, second);
        (hall.Auction.Top, hall.Auction.Leader).ShouldBe((price, leader));
        hall.Log.Count(e => e.Kind == EntryKind.Bid).ShouldBe(1 + shown);
        // The same by hand, step by step, each as far as its limit goes.
        var slow = new Hall().Open();
        slow.Bid(0, 1_000m);
        for (var turn = 1; slow.Auction.Top + 100m <= (turn == 1 ? second : first); turn = 1 - turn) slow.Bid(turn, slow.Auction.Top!.Value + 100m);
        (slow.Auction.Top, slow.Auction.Leader).ShouldBe((price, leader));
    }

    [Fact]
    public void The_leader_sets_or_changes_its_limit_without_a_trace_in_the_log()
    {
        var hall = new Hall().Open();
        hall.Bid(0, 1_000m);
        var entries = hall.Lines.Count;
        hall.Limit(0, 1_300m).Seq.ShouldBeNull();
        hall.Lines.Count.ShouldBe(entries);
        Refused(() => hall.Limit(0, 900m)).ShouldBe("trading/bid-too-low");
        hall.Crash();
        hall.Bid(1, 1_100m).Leading.ShouldBeFalse();
        hall.Auction.Top.ShouldBe(1_200m);
    }

    [Fact]
    public void A_matching_bid_equals_the_top_and_wins_only_if_no_higher_bid_follows()
    {
        var hall = new Hall(ranks: new Dictionary<int, int> { [2] = 2, [3] = 1 }).Open();
        Refused(() => hall.Match(2)).ShouldBe("trading/nothing-to-match");
        hall.Bid(0, 1_000m);
        Refused(() => hall.Match(1)).ShouldBe("trading/no-priority-right");
        hall.Match(2).Shown.ShouldBe(1_000m);
        hall.Auction.Leader.ShouldBe("K002");
        hall.Bid(0, 1_100m);
        hall.Auction.Leader.ShouldBe("K000");
        hall.Match(3);
        Refused(() => hall.Match(2)).ShouldBe("trading/priority-outranked");
        Refused(() => hall.Match(3)).ShouldBe("trading/already-leading");
        hall.After(7200);
        (hall.Auction.WinnerId, hall.Auction.Top, hall.Auction.LeadsByMatch).ShouldBe((hall.Parties[3], 1_100m, true));
    }

    [Fact]
    public void The_better_rank_takes_the_same_price_from_the_lesser_one()
    {
        var hall = new Hall(ranks: new Dictionary<int, int> { [2] = 2, [3] = 1 }).Open();
        hall.Bid(0, 1_000m);
        hall.Match(2);
        hall.Match(3);
        hall.After(7200);
        (hall.Auction.WinnerId, hall.Auction.Top).ShouldBe((hall.Parties[3], 1_000m));
        hall.Replayed().Winner.ShouldBe("K003");
    }

    [Fact]
    public void A_holder_whose_own_bid_is_on_top_cannot_be_matched_by_a_lesser_right()
    {
        var hall = new Hall(ranks: new Dictionary<int, int> { [2] = 2, [3] = 1 }).Open();
        hall.Bid(3, 1_000m);
        Refused(() => hall.Match(2)).ShouldBe("trading/priority-outranked");
        hall.Bid(2, 1_100m);
        hall.Match(3);
    }

    [Fact]
    public void A_match_near_the_end_leaves_time_to_overbid_and_a_limit_answers_it()
    {
        var hall = new Hall(ranks: new Dictionary<int, int> { [3] = 1 }).Open();
        hall.Limit(0, 1_100m);
        hall.After(1_190);
        hall.Match(3).Leading.ShouldBeFalse();
        (hall.Auction.Top, hall.Auction.Leader).ShouldBe((1_100m, "K000"));
        hall.Match(3);
        hall.Auction.EndsAt.ShouldBe(hall.Now.AddMinutes(5));
    }

    [Fact]
    public void A_pause_takes_no_bids_and_its_time_is_given_back()
    {
        var hall = new Hall().Open();
        hall.Bid(0, 1_000m);
        hall.After(1_000);
        var left = hall.Auction.EndsAt - hall.Now;
        hall.Pause();
        Refused(() => hall.Bid(1, 1_100m)).ShouldBe("trading/auction-paused");
        Refused(() => hall.Match(1)).ShouldBe("trading/auction-paused");
        hall.After(86_400);
        hall.Auction.State.ShouldBe(AuctionState.Paused);
        hall.Resume();
        (hall.Auction.EndsAt - hall.Now).ShouldBe(left);
        hall.Bid(1, 1_100m);
        hall.Log.Single(e => e.Kind == EntryKind.Paused).Reason.ShouldBe("网络故障");
        hall.Replayed().Fault.ShouldBeNull();
    }

    [Fact]
    public void A_pause_in_the_free_period_moves_its_end_too()
    {
        var hall = new Hall().Open();
        hall.After(599);
        hall.Pause();
        hall.After(100);
        hall.Resume();
        hall.Auction.FreeEndsAt.ShouldBe(hall.Now.AddSeconds(1));
    }

    [Fact]
    public void Every_step_that_is_not_listed_is_refused()
    {
        AuctionState[] StatesOf(AuctionStep step) => step switch
        {
            AuctionStep.Open => [AuctionState.Scheduled],
            AuctionStep.Resume => [AuctionState.Paused],
            AuctionStep.Cancel => [AuctionState.Scheduled, AuctionState.Paused],
            _ => [AuctionState.Open],
        };
        foreach (var step in Enum.GetValues<AuctionStep>())
            foreach (var state in Enum.GetValues<AuctionState>())
                AuctionSteps.Allows(step, state).ShouldBe(StatesOf(step).Contains(state), $"{step} from {state}");
        foreach (var (prepare, refused) in new (Action<Hall>, Action<Hall>[])[]
        {
            (_ => { }, [h => h.Pause(), h => h.Resume()]),
            (h => h.Open(), [h => h.Resume(), h => h.Cancel()]),
            (h => { h.Open(); h.Pause(); }, [h => h.Pause()]),
            (h => { h.Open(); h.After(7200); }, [h => h.Pause(), h => h.Resume(), h => h.Cancel()]),
            (h => h.Cancel(), [h => h.Pause(), h => h.Resume(), h => h.Cancel()]),
        })
        {
            var hall = new Hall();
            prepare(hall);
            var before = hall.Lines.Count;
            foreach (var act in refused) Refused(() => act(hall)).ShouldBe("trading/auction-wrong-state");
            hall.Lines.Count.ShouldBe(before);
        }
    }

    [Fact]
    public void Cancelled_auctions_take_nothing_more()
    {
        var hall = new Hall().Open();
        hall.Pause();
        hall.Cancel();
        Refused(() => hall.Bid(0, 1_000m)).ShouldBe("trading/auction-ended");
        hall.After(86_400);
        hall.Auction.State.ShouldBe(AuctionState.Cancelled);
        hall.Replayed().Outcome.ShouldBe("CANCELLED");
    }

    [Fact]
    public void The_reserve_price_is_opened_at_the_close_only_and_decides()
    {
        foreach (var (bid, outcome) in new[] { (1_900m, "UNDER_RESERVE"), (2_000m, "SOLD") })
        {
            var hall = new Hall(reservePrice: 2_000m).Open();
            hall.Bid(0, bid);
            hall.Lines[0].ShouldNotContain("2000.00");
            hall.After(7200);
            hall.Auction.Outcome.ShouldBe(outcome);
            hall.Auction.WinnerId.ShouldBe(outcome == "SOLD" ? hall.Parties[0] : null);
            hall.Log.Last().Reserve.ShouldBe(2_000m);
            (hall.Replayed().Fault, hall.Replayed().Outcome).ShouldBe((null, outcome));
        }
    }

    [Fact]
    public void Without_a_bid_the_reserve_price_stays_secret()
    {
        var hall = new Hall(reservePrice: 2_000m).Open();
        hall.After(7200);
        hall.Auction.Outcome.ShouldBe("NO_BID");
        string.Join(' ', hall.Lines).ShouldNotContain("2000.00");
    }
}
