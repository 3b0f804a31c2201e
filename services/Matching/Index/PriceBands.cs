using TechMarket.Messages;

namespace TechMarket.Matching.Index;

/// <summary>Price bands people filter by, in yuan; the lower bound belongs to the band.</summary>
static class PriceBands
{
    public const string Negotiable = "NEGOTIABLE";

    private static readonly (decimal Below, string Code)[] Bands =
        [(100_000m, "UNDER_10W"), (500_000m, "10W_50W"), (1_000_000m, "50W_100W"), (5_000_000m, "100W_500W"), (decimal.MaxValue, "FROM_500W")];

    /// <summary>The yuan to sort and compare by; an amount in another currency is shown, not compared.</summary>
    public static decimal? Comparable(Money? price) => price is { Currency: "CNY" } ? price.Amount : null;

    /// <summary>Amounts in other currencies are shown, not banded.</summary>
    public static string Of(Money? price) => price is not { Currency: "CNY" } ? Negotiable : Bands.First(b => price.Amount < b.Below).Code;
}
