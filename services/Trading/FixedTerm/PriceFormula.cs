using System.Globalization;
using TechMarket.Messages;

namespace TechMarket.Trading.FixedTerm;

enum PriceBound
{
    None,
    Minimum,
    Cap,
}

/// <summary>How a price came about, so that both sides can follow it.</summary>
/// <param name="Royalty">Rate times sales, rounded half away from zero to the cent (四舍五入到分).</param>
/// <param name="Sum">Entry fee and royalty, before minimum and cap.</param>
/// <param name="Bound">Which of the two decided, if one did.</param>
sealed record PriceReckoning(Money Sales, Money EntryFee, Money Royalty, Money Sum, PriceBound Bound, Money Price);

/// <summary>What is owed for sales reported so far. Pure; yuan only; cumulative, so what was paid before counts towards it.</summary>
static class PriceFormula
{
    /// <summary>Above it a figure is a slip of the pen: a hundred thousand million yuan.</summary>
    public static readonly Money MostSales = Money.Yuan(100_000_000_000m);

    private static readonly Money Nothing = Money.Yuan(0m);

    public static PriceReckoning Of(FixedTermForm.Price price, Money sales)
    {
        if (price.Kind == PriceKind.Fixed) return new PriceReckoning(sales, Nothing, Nothing, price.Fee!, PriceBound.None, price.Fee!);
        var entry = price.EntryFee ?? Nothing;
        var royalty = Money.Yuan(decimal.Round(price.Rate!.Value * sales.Amount, 2, MidpointRounding.AwayFromZero));
        var sum = entry + royalty;
        if (price.Cap is { } cap && sum > cap) return new PriceReckoning(sales, entry, royalty, sum, PriceBound.Cap, cap);
        if (price.Minimum is { } minimum && sum < minimum) return new PriceReckoning(sales, entry, royalty, sum, PriceBound.Minimum, minimum);
        return new PriceReckoning(sales, entry, royalty, sum, PriceBound.None, sum);
    }

    /// <summary>The formula applied to sales that show each of its parts: none, and on either side of the bounds.</summary>
    public static IReadOnlyList<PriceReckoning> Examples(FixedTermForm.Price price) =>
        price.Kind == PriceKind.Fixed
            ? [Of(price, Nothing)]
            : [.. new[] { 0m, 100_000m, 1_000_000m, 10_000_000m, 100_000_000m }.Select(s => Of(price, Money.Yuan(s)))];

    /// <summary>Refuses a formula that contradicts itself.</summary>
    public static void Check(FixedTermForm.Price price)
    {
        Money?[] all = [price.Fee, price.EntryFee, price.Minimum, price.Cap];
        if (all.FirstOrDefault(m => m is not null && m.Currency != "CNY") is { } foreign)
            throw Problems.CurrencyNotSupported.With(("currency", foreign.Currency));
        if (all.Any(m => m is { Amount: <= 0 })) throw Problems.PriceNotPositive.Now();
        if (all.Any(m => m is not null && m > MostSales)) throw FixedTermProblems.PriceTooHigh.With(("most", MostSales));
        var complete = price.Kind == PriceKind.Fixed
            ? price is { Fee: not null, Rate: null, EntryFee: null, Minimum: null, Cap: null }
            : price is { Fee: null, Rate: > 0 and < 1 };
        if (!complete) throw FixedTermProblems.PriceIncomplete.With(("kind", price.Kind));
        if (price.Cap is { } cap && new[] { price.Minimum, price.EntryFee }.Any(m => m is not null && m > cap))
            throw FixedTermProblems.BoundsReversed.With(("cap", cap));
    }

    /// <summary>In words, for notices and contracts.</summary>
    public static string Words(FixedTermForm.Price price)
    {
        static string Yuan(Money money) => money.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture) + " 元";
        if (price.Kind == PriceKind.Fixed) return $"一次性费用 {Yuan(price.Fee!)}";
        var words = $"销售额 × {(price.Rate!.Value * 100).ToString("0.####", CultureInfo.InvariantCulture)}%";
        if (price.EntryFee is { } entry) words = $"入门费 {Yuan(entry)} + {words}";
        if (price.Minimum is { } minimum) words += $"，不低于 {Yuan(minimum)}";
        if (price.Cap is { } cap) words += $"，不高于 {Yuan(cap)}";
        return words + "（按累计销售额计算，含先用期；已付部分抵扣）";
    }
}
