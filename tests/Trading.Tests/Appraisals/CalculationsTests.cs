using TechMarket.Trading.Appraisals;

namespace TechMarket.Trading.Tests.Appraisals;

/// <summary>The calculators against figures computed elsewhere with 40 digits.</summary>
public sealed class CalculationsTests
{
    private static readonly Calculations.IncomeInputs Income = new([1_000_000m, 1_500_000m, 2_000_000m, 2_200_000m, 2_300_000m], 0.05m, 0.15m, 0.12m);

    [Fact]
    public void Cost_is_indexed_with_profit_less_obsolescence()
    {
        var inputs = new Calculations.CostInputs([new("人员", 350_000.50m), new("材料", 120_000m), new("试验", 80_000.25m)], 0.08m, 0.15m, 0.2m);
        // (350000.50 + 120000 + 80000.25) × 1.08 × 1.15 × 0.8 = 546480.7452
        Calculations.Cost(inputs).ShouldBe(546_480.75m);
        Calculations.Cost(inputs with { ObsolescenceRate = 1m }).ShouldBe(0m);
    }

    [Fact]
    public void Income_is_the_discounted_share_of_revenue_after_tax()
    {
        Calculations.Income(Income).ShouldBe(264_155.77m);
        Calculations.Years(Income).Select(y => y.PresentValue).ShouldBe([37_946.43m, 50_821.11m, 60_501.32m, 59_420.94m, 55_465.98m]);
        Calculations.Years(Income)[0].ShouldBe(new Calculations.IncomeYear(1, 1_000_000m, 42_500m, 0.892857m, 37_946.43m));
    }

    [Fact]
    public void Sensitivity_is_the_same_calculation_with_other_rates()
    {
        var table = Calculations.Sensitive(Income);
        table.SharingRates.ShouldBe([0.04m, 0.045m, 0.05m, 0.055m, 0.06m]);
        table.DiscountRates.ShouldBe([0.08m, 0.10m, 0.12m, 0.14m, 0.16m]);
        (table.Values[0][0], table.Values[2][2], table.Values[4][4]).ShouldBe((237_388.19m, 264_155.77m, 283_979.68m));
        table.Values.ShouldAllBe(row => row.SequenceEqual(row.OrderDescending()));
        Calculations.Sensitive(Income with { DiscountRate = 0.03m }).DiscountRates.ShouldBe([0.01m, 0.03m, 0.05m, 0.07m]);
    }

    [Fact]
    public void Quartiles_are_those_of_spreadsheets_and_hidden_under_five_cases()
    {
        Calculations.Quartiles([980_000m, 120_000m, 300_000m, 1_200_000m, 450_000m, 500_000m]).ShouldBe((337_500m, 475_000m, 860_000m));
        Calculations.Quartiles([5m, 4m, 3m, 2m, 1m]).ShouldBe((2m, 3m, 4m));
        Calculations.Quartiles([4m, 3m, 2m, 1m]).ShouldBeNull();
        Calculations.Quartiles([]).ShouldBeNull();
    }
}
