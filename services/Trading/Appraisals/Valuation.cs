using TechMarket.Messages;
using TechMarket.Platform.Ids;

namespace TechMarket.Trading.Appraisals;

readonly record struct ValuationId(Guid Value) : ITypedId<ValuationId>
{
    public static ValuationId From(Guid value) => new(value);

    public static bool TryParse(string? text, out ValuationId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new ValuationId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>A calculated reference value (仅供参考) with everything it was calculated from; no appraisal in the sense of the law.</summary>
sealed class Valuation
{
    public required ValuationId Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Title { get; init; }
    public required AppraisalMethod Method { get; init; }
    public required Calculations.CostInputs? Cost { get; init; }
    public required Calculations.IncomeInputs? Income { get; init; }
    public required Money Value { get; init; }
    public required string MadeByName { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>The reference calculators: pure, exact in decimals, rounded to the cent once at the end (DOMAIN 3.4).</summary>
static class Calculations
{
    /// <summary>Figures of comparable cases are shown from so many on; below, single contracts could be recognised.</summary>
    public const int LeastCases = 5;

    private static readonly decimal[] ShareSteps = [0.8m, 0.9m, 1m, 1.1m, 1.2m];
    private static readonly decimal[] RateSteps = [-0.04m, -0.02m, 0m, 0.02m, 0.04m];

    public sealed record CostItem(string Title, decimal Amount);

    /// <param name="IndexRate">How much dearer it would be today.</param>
    /// <param name="ProfitRate">A reasonable profit on the cost.</param>
    /// <param name="ObsolescenceRate">What it has lost by age and newer technology.</param>
    public sealed record CostInputs(IReadOnlyList<CostItem> Items, decimal IndexRate, decimal ProfitRate, decimal ObsolescenceRate);

    /// <param name="Revenues">Of the product, by year, the next one first.</param>
    /// <param name="SharingRate">分成率: the technology's part of the revenue.</param>
    /// <param name="TaxRate">Taken off the technology's part.</param>
    public sealed record IncomeInputs(IReadOnlyList<decimal> Revenues, decimal SharingRate, decimal TaxRate, decimal DiscountRate);

    public sealed record IncomeYear(int Year, decimal Revenue, decimal Share, decimal Factor, decimal PresentValue);

    /// <param name="Values">One row per sharing rate, one column per discount rate.</param>
    public sealed record Sensitivity(IReadOnlyList<decimal> SharingRates, IReadOnlyList<decimal> DiscountRates, IReadOnlyList<IReadOnlyList<decimal>> Values);

    /// <summary>成本法: what making it again would cost, with profit, less obsolescence.</summary>
    public static decimal Cost(CostInputs inputs) => Cents(
        inputs.Items.Sum(i => i.Amount) * (1 + inputs.IndexRate) * (1 + inputs.ProfitRate) * (1 - inputs.ObsolescenceRate));

    /// <summary>收益法: the technology's part of the revenue of each year, after tax, discounted from the year's end.</summary>
    public static decimal Income(IncomeInputs inputs) => Cents(Present(inputs).Sum(y => y.Value));

    public static IReadOnlyList<IncomeYear> Years(IncomeInputs inputs) =>
        [.. Present(inputs).Select((y, i) => new IncomeYear(i + 1, inputs.Revenues[i], Cents(y.Share), decimal.Round(y.Factor, 6), Cents(y.Value)))];

    /// <summary>How the value moves with the sharing rate (a fifth up and down) and the discount rate (four points up and down).</summary>
    public static Sensitivity Sensitive(IncomeInputs inputs)
    {
        var shares = ShareSteps.Select(s => decimal.Round(inputs.SharingRate * s, 6)).ToList();
        var rates = RateSteps.Select(s => inputs.DiscountRate + s).Where(r => r > 0).ToList();
        return new Sensitivity(
            shares, rates,
            [.. shares.Select(share => (IReadOnlyList<decimal>)[.. rates.Select(rate => Income(inputs with { SharingRate = share, DiscountRate = rate }))])]);
    }

    /// <summary>The quartiles by linear interpolation between the ordered values (the method of spreadsheets); null under five cases.</summary>
    public static (decimal Lower, decimal Median, decimal Upper)? Quartiles(IReadOnlyCollection<decimal> values)
    {
        if (values.Count < LeastCases) return null;
        var ordered = values.Order().ToList();
        return (At(0.25m), At(0.5m), At(0.75m));

        decimal At(decimal part)
        {
            var place = part * (ordered.Count - 1);
            var below = (int)decimal.Floor(place);
            var above = Math.Min(below + 1, ordered.Count - 1);
            return Cents(ordered[below] + ((ordered[above] - ordered[below]) * (place - below)));
        }
    }

    private static List<(decimal Share, decimal Factor, decimal Value)> Present(IncomeInputs inputs)
    {
        var years = new List<(decimal Share, decimal Factor, decimal Value)>();
        var factor = 1m;
        foreach (var revenue in inputs.Revenues)
        {
            factor /= 1 + inputs.DiscountRate;
            var share = revenue * inputs.SharingRate * (1 - inputs.TaxRate);
            years.Add((share, factor, share * factor));
        }
        return years;
    }

    private static decimal Cents(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}

/// <summary>What the market remembers of a registered contract to compare prices; no names.</summary>
sealed class RegisteredCase
{
    public required Guid ContractId { get; init; }
    public required string Category { get; init; }
    public required string FieldCode { get; init; }
    public required IReadOnlyList<string> IpKinds { get; init; }
    public required int Maturity { get; init; }
    public required decimal Amount { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
}
