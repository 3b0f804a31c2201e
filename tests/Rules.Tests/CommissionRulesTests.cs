using FsCheck;
using FsCheck.Fluent;

namespace TechMarket.Rules.Tests;

public sealed class CommissionRulesTests
{
    static readonly RuleSet Rules = RegionProfiles.Get("CN").On(new DateOnly(2026, 3, 2));
    static readonly CommissionSchedule Schedule = new(
        CommissionBase.ContractAmount, [new(100_000, 0.1m), new(1_000_000, 0.05m), new(null, 0.02m)], 500, 80_000, 0.5m);

    static readonly Arbitrary<decimal> Amounts = Gen.Choose(0, int.MaxValue).Select(fen => fen / 100m).ToArbitrary();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 500)]
    [InlineData(5_000, 500)]
    [InlineData(100_000, 10_000)]
    [InlineData(100_000.10, 10_000.01)]
    [InlineData(1_000_000, 55_000)]
    [InlineData(2_000_000, 75_000)]
    [InlineData(9_000_000, 80_000)]
    public void Bands_are_progressive_between_minimum_and_cap(decimal amount, decimal commission) =>
        Schedule.On(amount).ShouldBe(commission);

    [Fact]
    public void Half_a_fen_is_rounded_away_from_zero() => Schedule.On(100_000.10m).ShouldBe(10_000.01m);

    [Fact]
    public void The_result_shows_its_bands_and_what_was_applied()
    {
        var result = CommissionRules.Compute(Schedule, 2_000_000);
        result.Lines.Select(line => (line.From, line.Amount, line.Commission)).ShouldBe(
            [(0m, 100_000m, 10_000m), (100_000m, 900_000m, 45_000m), (1_000_000m, 1_000_000m, 20_000m)]);
        (result.MinimumApplied, result.CapApplied).ShouldBe((false, false));
        CommissionRules.Compute(Schedule, 100).MinimumApplied.ShouldBeTrue();
        CommissionRules.Compute(Schedule, 9_000_000).CapApplied.ShouldBeTrue();
    }

    [Fact]
    public void Payers_share_what_is_owed_to_the_fen()
    {
        var result = CommissionRules.Compute(Schedule with { BuyerShareRate = 0.3333m }, 1_000_000);
        (result.BuyerPays, result.SellerPays).ShouldBe((18_331.50m, 36_668.50m));
    }

    [Fact]
    public void Payers_always_add_up_to_the_commission() =>
        Prop.ForAll(Amounts, Gen.Choose(0, 10_000).ToArbitrary(), (amount, share) =>
        {
            var result = CommissionRules.Compute(Schedule with { BuyerShareRate = share / 10_000m }, amount);
            return result.BuyerPays + result.SellerPays == result.Commission && result.BuyerPays >= 0 && result.SellerPays >= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_amount_never_earns_less() =>
        Prop.ForAll(Amounts, Amounts, (a, b) => Schedule.On(Math.Min(a, b)) <= Schedule.On(Math.Max(a, b))).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_always_add_up_and_only_the_lead_gets_the_rest()
    {
        var cuts = Gen.Choose(0, 10_000).ArrayOf(4).Select(points => points.Order().ToArray()).ToArbitrary();
        Prop.ForAll(Amounts, cuts, Gen.Choose(0, 4).ToArbitrary(), (commission, points, lead) =>
        {
            var bounds = points.Prepend(0).Append(10_000).ToArray();
            var shares = Enumerable.Range(0, 5).Select(i => new BrokerShare<int>(i, bounds[i + 1] - bounds[i], i == lead)).ToList();
            var split = CommissionRules.Split(commission, shares);
            var exact = shares.Select(share => commission * share.BasisPoints / 10_000).ToList();
            return split.Sum(part => part.Amount) == commission
                && split.Select((part, i) => part.Amount - exact[i]).Select((difference, i) => i == lead ? difference is >= 0 and < 0.05m : difference is <= 0 and > -0.01m).All(ok => ok);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_third_each_gives_the_odd_fen_to_the_lead()
    {
        var split = CommissionRules.Split(100m, [new BrokerShare<string>("seller side", 3_333, false), new("buyer side", 3_334, true), new("referrer", 3_333, false)]);
        split.ShouldBe([("seller side", 33.33m), ("buyer side", 33.34m), ("referrer", 33.33m)]);
        CommissionRules.Split(0.01m, [new BrokerShare<int>(1, 5_000, false), new(2, 5_000, true)]).ShouldBe([(1, 0m), (2, 0.01m)]);
    }

    [Fact]
    public void Shares_that_are_not_whole_are_refused()
    {
        Refused("shares-not-whole", () => CommissionRules.Split(100, [new BrokerShare<int>(1, 9_999, true)]));
        Refused("shares-not-whole", () => CommissionRules.Split(100, [new BrokerShare<int>(1, 10_001, true), new(2, -1, false)]));
        Refused("one-lead-broker", () => CommissionRules.Split(100, [new BrokerShare<int>(1, 10_000, false)]));
        Refused("one-lead-broker", () => CommissionRules.Split(100, [new BrokerShare<int>(1, 5_000, true), new(2, 5_000, true)]));
        Refused("amount-too-fine", () => CommissionRules.Split(0.001m, [new BrokerShare<int>(1, 10_000, true)]));
        Refused("amount-negative", () => CommissionRules.Compute(Schedule, -1));
    }

    [Fact]
    public void Schedules_that_make_no_sense_are_refused()
    {
        Refused("bands-not-rising", () => CommissionRules.Check(Schedule with { Bands = [] }));
        Refused("bands-not-rising", () => CommissionRules.Check(Schedule with { Bands = [new(100, 0.1m)] }));
        Refused("bands-not-rising", () => CommissionRules.Check(Schedule with { Bands = [new(100, 0.1m), new(100, 0.1m), new(null, 0)] }));
        Refused("bands-not-rising", () => CommissionRules.Check(Schedule with { Bands = [new(null, 0.1m), new(null, 0)] }));
        Refused("rate-out-of-range", () => CommissionRules.Check(Schedule with { Bands = [new(null, 1.1m)] }));
        Refused("rate-out-of-range", () => CommissionRules.Check(Schedule with { BuyerShareRate = -0.1m }));
        Refused("cap-below-minimum", () => CommissionRules.Check(Schedule with { Cap = 499 }));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(500, 0)]
    [InlineData(800, 0)]
    [InlineData(3_000, 440)]
    [InlineData(4_000, 640)]
    [InlineData(5_000, 800)]
    [InlineData(25_000, 4_000)]
    [InlineData(62_500, 13_000)]
    [InlineData(80_000, 18_600)]
    [InlineData(100_000, 25_000)]
    public void Withholding_follows_the_official_examples(decimal payment, decimal withheld)
    {
        var preview = CommissionRules.Withhold(Rules.Withholding, payment);
        preview.Withheld.ShouldBe(withheld);
        preview.Net.ShouldBe(payment - withheld);
    }

    [Fact]
    public void Earning_more_never_leaves_less_after_withholding() =>
        Prop.ForAll(Amounts, payment =>
        {
            var (lower, higher) = (CommissionRules.Withhold(Rules.Withholding, payment), CommissionRules.Withhold(Rules.Withholding, payment + 100));
            return lower.Net < higher.Net && lower.Withheld >= 0 && lower.Net + lower.Withheld == payment;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_than_five_percent_of_the_contract_is_unusual()
    {
        CommissionRules.IsUnusuallyHigh(5_000m, 100_000m, Rules.CommissionWarnRate).ShouldBeFalse();
        CommissionRules.IsUnusuallyHigh(5_000.01m, 100_000m, Rules.CommissionWarnRate).ShouldBeTrue();
    }

    static void Refused(string code, Action action) => Should.Throw<RuleViolationException>(action).Code.ShouldBe(code);
}
