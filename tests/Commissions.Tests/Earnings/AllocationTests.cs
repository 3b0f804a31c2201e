using TechMarket.Commissions.Earnings;
using TechMarket.Rules;

namespace TechMarket.Commissions.Tests.Earnings;

public sealed class AllocationTests
{
    private static readonly Guid A = Guid.Parse("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid B = Guid.Parse("00000000-0000-7000-8000-00000000000b");
    private static readonly Guid C = Guid.Parse("00000000-0000-7000-8000-00000000000c");

    [Fact]
    public void The_remainder_goes_to_the_lead_broker()
    {
        var parts = Allocation.Of(100.00m, 100.00m, [new(A, 3334, true), new(B, 3333, false), new(C, 3333, false)]);
        parts.Select(p => p.Total).ShouldBe([33.34m, 33.33m, 33.33m]);
        Allocation.Of(0.05m, 0.05m, [new(A, 3334, false), new(B, 3333, true), new(C, 3333, false)]).Select(p => p.Total).ShouldBe([0.01m, 0.03m, 0.01m]);
    }

    [Fact]
    public void A_lead_broker_without_a_share_of_its_own_never_owes()
    {
        var shares = new BrokerShare<Guid>[] { new(A, 0, true), new(B, 3333, false), new(C, 6667, false) };
        var parts = Allocation.Of(0.04m, 0.03m, shares);
        parts.Sum(p => p.Total).ShouldBe(0.04m);
        parts.Sum(p => p.FromBuyer).ShouldBe(0.03m);
        parts.ShouldAllBe(p => p.FromBuyer >= 0 && p.FromSeller >= 0);
    }

    [Fact]
    public void Over_random_amounts_and_shares_every_row_and_column_adds_up()
    {
        var random = new Random(20260302);
        for (var run = 0; run < 20_000; run++)
        {
            var shares = RandomShares(random);
            var commission = RandomAmount(random);
            var buyer = Math.Round(commission * random.Next(0, 10_001) / 10_000m, 2, MidpointRounding.AwayFromZero);
            var parts = Allocation.Of(commission, buyer, shares);
            parts.Sum(p => p.Total).ShouldBe(commission);
            parts.Sum(p => p.FromBuyer).ShouldBe(buyer);
            parts.All(p => p.FromBuyer >= 0 && p.FromSeller >= 0 && decimal.Round(p.FromBuyer, 2) == p.FromBuyer).ShouldBeTrue();
            parts.Select(p => p.Total).ShouldBe(CommissionRules.Split(commission, shares).Select(s => s.Amount));
        }
    }

    [Fact]
    public void Many_earnings_together_are_divided_as_their_sum()
    {
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            var shares = RandomShares(random, leastLead: 1000);
            var earned = new List<BrokerPart>();
            for (var i = 0; i < 12; i++)
            {
                var amount = random.Next(1_000, 10_000_000) / 100m;
                var next = Allocation.Next(earned, amount, amount, shares);
                next.Sum(n => n.Total).ShouldBe(amount);
                next.All(n => n.FromBuyer >= 0 && n.FromSeller >= 0).ShouldBeTrue();
                earned = [.. earned, .. next];
            }
            var whole = CommissionRules.Split(earned.Sum(e => e.Total), shares);
            foreach (var (broker, amount) in whole) earned.Where(e => e.Broker == broker).Sum(e => e.Total).ShouldBe(amount);
        }
    }

    internal static IReadOnlyList<BrokerShare<Guid>> RandomShares(Random random, int leastLead = 0)
    {
        var count = random.Next(1, 6);
        var lead = random.Next(count);
        var left = 10_000 - leastLead;
        var points = new int[count];
        for (var i = 0; i < count - 1; i++)
        {
            points[i] = random.Next(0, left + 1);
            left -= points[i];
        }
        points[^1] = left;
        points[lead] += leastLead;
        return [.. points.Select((p, i) => new BrokerShare<Guid>(Guid.CreateVersion7(), p, i == lead))];
    }

    private static decimal RandomAmount(Random random) => random.Next(4) switch
    {
        0 => random.Next(0, 200) / 100m,
        1 => random.Next(0, 1_000_000) / 100m,
        _ => random.NextInt64(0, 100_000_000_000) / 100m,
    };
}
