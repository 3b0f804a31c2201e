using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>
/// The invariants over random interleavings of bids, limits, matches, pauses, repeated ids, settled deposits, crashes and outages. A failure
/// names its seed; <c>TECHMARKET_SEED</c> plays that one again.
/// </summary>
public sealed class InterleavingTests
{
    private const int Runs = 150;
    private const int Acts = 120;

    [Theory]
    [InlineData("ENGLISH")]
    [InlineData("DUTCH")]
    [InlineData("SEALED")]
    [InlineData("SEALED_THEN_ENGLISH")]
    public void Whatever_happens_in_whatever_order_the_invariants_hold(string type)
    {
        var chosen = Environment.GetEnvironmentVariable("TECHMARKET_SEED");
        var first = chosen is null ? Random.Shared.Next() : int.Parse(chosen);
        for (var seed = first; seed < first + (chosen is null ? Runs : 1); seed++)
        {
            try
            {
                new Play(type, seed).Run();
            }
            catch (Exception broken)
            {
                Assert.Fail($"{type}, TECHMARKET_SEED={seed}: {broken}");
            }
        }
    }

    private sealed class Play
    {
        private readonly Random random;
        private readonly Hall hall;
        private readonly List<(int Bidder, decimal Amount, bool Limit, BidRecord Answer)> taken = [];

        public Play(string type, int seed)
        {
            random = new Random(seed);
            var bands = random.Next(2) == 0 ? new[] { (0m, 100m) } : [(0m, 30m), (1_200m, 70m), (2_000m, 250.5m)];
            var rules = type switch
            {
                "DUTCH" => Hall.Dutch(),
                "SEALED" => Hall.OneShot(),
                "SEALED_THEN_ENGLISH" => Hall.English(bands) with { Type = AuctionType.SealedThenEnglish, SealedSeconds = 600 },
                _ => Hall.English(bands),
            };
            rules = rules with { MaxExtensions = random.Next(3) == 0 ? random.Next(4) : null, FreeSeconds = random.Next(2) * 300 };
            var ranks = Enumerable.Range(2, random.Next(3)).ToDictionary(b => b, b => b - 1);
            hall = new Hall(rules, 5, random.Next(2) == 0 ? 1_500m : null, ranks);
        }

        public void Run()
        {
            for (var act = 0; act < Acts; act++)
            {
                var (lines, top, leader) = (hall.Lines.Count, hall.Auction.Top, hall.Auction.Leader);
                var wasOver = hall.Auction.IsOver;
                try
                {
                    Act();
                }
                catch (ProblemException)
                {
                    // Refused: what is checked below holds all the same.
                }
                if (wasOver) hall.Lines.Count.ShouldBe(lines, "nothing follows the end");
                Steady(top, leader);
            }
            for (var i = 0; i < 3; i++) hall.At(TimeSpan.FromDays(2));
            if (hall.Auction.State == AuctionState.Paused) hall.Resume();
            hall.At(TimeSpan.FromDays(2));
            hall.At(TimeSpan.FromDays(2));
            hall.Auction.IsOver.ShouldBeTrue();
            Final();
        }

        private void Act()
        {
            var bidder = random.Next(6) == 0 ? 4 : random.Next(4);
            switch (random.Next(20))
            {
                case < 7:
                    Keep(bidder, Amount(), false);
                    break;
                case < 10:
                    Keep(bidder, Amount() + (random.Next(20) * 37), true);
                    break;
                case < 12:
                    hall.Match(bidder);
                    break;
                case 12:
                    hall.Pause();
                    break;
                case 13:
                    hall.Resume();
                    break;
                case 14 when random.Next(2) == 0:
                    hall.Crash();
                    break;
                case 14:
                    StandStill();
                    break;
                case 15 when taken.Count > 0:
                    Repeat();
                    break;
                case 16 when random.Next(4) == 0:
                    hall.Settle(4);
                    break;
                default:
                    // Often just before or at the end: that is where mistakes live.
                    if (hall.Auction.DueAt is { } due && random.Next(4) == 0) hall.Now = due.AddMilliseconds(random.Next(-2, 2)) is var near && near > hall.Now ? near : hall.Now;
                    hall.At(TimeSpan.FromMilliseconds(random.Next(0, 90_000)));
                    break;
            }
        }

        /// <summary>What was left to bid in before the market stood still is left afterwards; what had ended stays ended.</summary>
        private void StandStill()
        {
            hall.At(TimeSpan.Zero);
            var (state, ends, now) = (hall.Auction.State, hall.Auction.EndsAt, hall.Now);
            hall.StandStill(TimeSpan.FromMilliseconds(random.Next(1, 1_500_000)));
            if (state != AuctionState.Open) return;
            (hall.Auction.EndsAt - hall.Now).ShouldBe(ends - now);
        }

        private decimal Amount()
        {
            var minimum = hall.Auction.MinimumAt(hall.Now);
            var step = hall.Auction.StepNow ?? 100m;
            return random.Next(6) switch
            {
                0 => minimum - step,
                1 => minimum + 0.01m,
                _ => new Ladder(hall.Auction.Rules.Increments.Count > 0 ? hall.Auction.Rules.Increments : [new IncrementBand(Money.Yuan(0m), Money.Yuan(1m))]).Rung(minimum, random.Next(5)),
            };
        }

        private void Keep(int bidder, decimal amount, bool limit)
        {
            taken.Add((bidder, amount, limit, limit ? hall.Limit(bidder, amount) : hall.Bid(bidder, amount)));
        }

        private void Repeat()
        {
            var (bidder, amount, limit, answer) = taken[random.Next(taken.Count)];
            var before = hall.Lines.Count;
            BidRecord Again(decimal a) => limit ? hall.Limit(bidder, a, answer.Id) : hall.Bid(bidder, a, answer.Id);
            Again(amount).ShouldBe(answer);
            Should.Throw<ProblemException>(() => Again(amount + 1m)).Code.ShouldBe("trading/bid-id-reused");
            hall.Log.Skip(before).All(e => e.Kind != EntryKind.Bid && e.Kind != EntryKind.SealedBid).ShouldBeTrue("repeating adds no bid");
        }

        /// <summary>After every act: a crash now would lose and change nothing, prices only rise, and only a better right takes an equal price.</summary>
        private void Steady(decimal? top, string? leader)
        {
            var seen = hall.Seen();
            hall.Crash();
            hall.Seen().ShouldBe(seen, "a replay stands where the original stood");
            if (top is not { } before || hall.Auction.Rules.Type == AuctionType.Dutch) return;
            (hall.Auction.Top >= before).ShouldBeTrue("the price never falls");
            if (hall.Auction.Top == before && hall.Auction.Leader != leader) hall.Auction.LeadsByMatch.ShouldBeTrue();
        }

        private void Final()
        {
            var log = hall.Log.ToList();
            log.Select(e => e.Seq).ShouldBe(Enumerable.Range(1, log.Count).Select(i => (long)i), "a strict order without gaps");
            log.Zip(log.Skip(1)).All(p => p.Second.Previous == p.First.Hash && p.Second.At >= p.First.At).ShouldBeTrue();
            var replayed = hall.Replayed();
            (replayed.Fault, replayed.FaultAt).ShouldBe((null, null));
            var winner = hall.Auction.WinnerId is { } party ? hall.Auction.BidderOf(party)!.Code : null;
            (replayed.Winner, replayed.Price, replayed.Hash).ShouldBe((winner, winner is null ? null : hall.Auction.Top, hall.Auction.Hash));
            replayed.Outcome.ShouldBe(hall.Auction.State == AuctionState.Cancelled ? "CANCELLED" : hall.Auction.Outcome);
            // A limit is never exceeded, and every bid taken is kept once.
            foreach (var (bidder, _, _, answer) in taken) hall.Records.Count(r => r.Id == answer.Id).ShouldBe(1);
            foreach (var bidder in Enumerable.Range(0, 5))
            {
                var most = hall.Records.Where(r => r.Code == $"K{bidder:D3}").Select(r => r.Amount).DefaultIfEmpty(0m).Max();
                log.Where(e => e.Kind == EntryKind.Bid && e.Code == $"K{bidder:D3}").All(e => e.Amount <= most).ShouldBeTrue();
            }
            // One flipped character anywhere is noticed.
            var text = hall.Exported;
            var at = random.Next(text.Length);
            var changed = text[..at] + (text[at] == '7' ? '8' : '7') + text[(at + 1)..];
            LogReplay.Of(changed).Fault.ShouldNotBeNull($"character {at} was changed");
        }
    }
}
