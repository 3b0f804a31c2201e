using TechMarket.Commissions.Rewards;
using TechMarket.Rules;

namespace TechMarket.Commissions.Tests.Rewards;

public sealed class RewardRulesTests
{
    private static readonly RewardFloor Law = RegionProfiles.Get("CN").On(new DateOnly(2026, 3, 2)).RewardFloor;
    private static readonly RewardFloor Zhejiang = RegionProfiles.Get("ZJ").On(new DateOnly(2026, 3, 2)).RewardFloor;

    [Fact]
    public void The_fen_that_are_left_go_to_the_largest_fractions()
    {
        RewardRules.Split(100.00m, [3333, 3333, 3334]).ShouldBe([33.33m, 33.33m, 33.34m]);
        RewardRules.Split(0.05m, [5000, 2500, 2500]).ShouldBe([0.03m, 0.01m, 0.01m]);
        RewardRules.Split(0.02m, [3333, 3333, 3334]).ShouldBe([0.01m, 0.00m, 0.01m]);
        RewardRules.Split(0.01m, [5000, 5000]).ShouldBe([0.01m, 0.00m]);
    }

    [Fact]
    public void Over_random_incomes_and_people_the_parts_add_up_to_the_fen()
    {
        var random = new Random(20260302);
        for (var run = 0; run < 20_000; run++)
        {
            var points = RandomPoints(random);
            var amount = random.NextInt64(0, random.Next(2) == 0 ? 500 : 100_000_000_000) / 100m;
            var parts = RewardRules.Split(amount, points);
            parts.Sum().ShouldBe(amount);
            for (var i = 0; i < parts.Count; i++) Math.Abs(parts[i] - (amount * points[i] / RewardRules.Whole)).ShouldBeLessThan(0.01m);
        }
    }

    [Fact]
    public void Over_random_payments_each_adds_up_nobody_owes_and_together_they_are_the_plan()
    {
        var random = new Random(7);
        for (var run = 0; run < 2_000; run++)
        {
            var points = RandomPoints(random);
            var contract = random.NextInt64(1_000, 5_000_000_000) / 100m;
            var net = Math.Round(contract * random.Next(1, 10_001) / 10_000m, 2);
            var (received, sums, divided) = (0m, new decimal[points.Count], 0m);
            for (var payments = random.Next(1, 9); payments > 0; payments--)
            {
                received += payments == 1 ? contract - received : Math.Round((contract - received) * random.Next(0, 10_000) / 10_000m, 2);
                var netSoFar = RewardRules.NetOf(received, contract, net);
                var parts = RewardRules.Next(sums, netSoFar, points);
                parts.All(part => part >= 0 && decimal.Round(part, 2) == part).ShouldBeTrue();
                parts.Sum().ShouldBe(netSoFar - divided);
                sums = [.. sums.Zip(parts, (sum, part) => sum + part)];
                divided = netSoFar;
            }
            divided.ShouldBe(net);
            sums.Sum().ShouldBe(net);
            for (var i = 0; i < sums.Length; i++) Math.Abs(sums[i] - (net * points[i] / RewardRules.Whole)).ShouldBeLessThan(0.03m);
        }
    }

    [Fact]
    public void What_comes_beyond_the_contract_amount_is_all_net()
    {
        RewardRules.NetOf(250_000m, 1_000_000m, 900_000m).ShouldBe(225_000m);
        RewardRules.NetOf(1_000_000m, 1_000_000m, 900_000m).ShouldBe(900_000m);
        RewardRules.NetOf(1_200_000m, 1_000_000m, 900_000m).ShouldBe(1_100_000m);
    }

    [Theory]
    [InlineData(4999, false)]
    [InlineData(5000, true)]
    public void The_law_asks_for_half_of_the_net_income(int award, bool met)
    {
        var result = RewardRules.Check([new(RewardRole.MainContributor, "张三", award), new(RewardRole.Unit, "学校", 10_000 - award)], Law).ShouldHaveSingleItem();
        (result.Rule, result.Required, result.Met).ShouldBe(("AWARD", 0.5m, met));
    }

    [Fact]
    public void Zhejiang_asks_for_seventy_percent_of_which_seventy_to_main_contributors_and_five_to_the_office()
    {
        IReadOnlyList<RewardShare> Of(int main, int other, int office) =>
        [
            new(RewardRole.MainContributor, "张三", main), new(RewardRole.Contributor, "李四", other), new(RewardRole.TransferOffice, "王五", office),
            new(RewardRole.Unit, "学校", 10_000 - main - other - office),
        ];
        RewardRules.Check(Of(4900, 1750, 350), Zhejiang).ShouldAllBe(f => f.Met);
        RewardRules.Check(Of(4899, 1751, 350), Zhejiang).Where(f => !f.Met).Select(f => f.Rule).ShouldBe(["MAIN_CONTRIBUTORS"]);
        RewardRules.Check(Of(4901, 1750, 349), Zhejiang).Where(f => !f.Met).Select(f => f.Rule).ShouldBe(["TRANSFER_OFFICE"]);
        RewardRules.Check(Of(4900, 1749, 350), Zhejiang).Where(f => !f.Met).Select(f => f.Rule).ShouldBe(["AWARD"]);
        RewardRules.Check([new(RewardRole.Unit, "学校", 10_000)], Zhejiang).ShouldAllBe(f => !f.Met);
    }

    private static List<int> RandomPoints(Random random)
    {
        var cuts = Enumerable.Range(0, random.Next(0, 12)).Select(_ => random.Next(0, RewardRules.Whole + 1)).Append(0).Append(RewardRules.Whole).Order().ToList();
        return [.. cuts.Skip(1).Zip(cuts, (to, from) => to - from)];
    }
}
