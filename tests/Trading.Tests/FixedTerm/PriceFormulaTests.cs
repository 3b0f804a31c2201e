using FsCheck;
using FsCheck.Fluent;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Trading.FixedTerm;

namespace TechMarket.Trading.Tests.FixedTerm;

public sealed class PriceFormulaTests
{
    private static Gen<Money?> Maybe(Gen<Money> amounts) => Gen.OneOf(Gen.Constant<Money?>(null), amounts.Select(m => (Money?)m));

    private static Gen<Money> Cents(int atMost) => Gen.Choose(1, atMost).Select(c => Money.Yuan(c / 100m));

    private static Arbitrary<(FixedTermForm.Price Price, Money Low, Money High)> Cases() => Arb.From(
        from rate in Gen.Choose(1, 9_999)
        from entry in Maybe(Cents(100_000_00))
        from minimum in Maybe(Cents(200_000_00))
        from above in Maybe(Cents(500_000_00))
        from low in Gen.Choose(0, 2_000_000_000)
        from more in Gen.Choose(0, 2_000_000_000)
        let least = Math.Max(entry?.Amount ?? 0m, minimum?.Amount ?? 0m)
        select (
            new FixedTermForm.Price(PriceKind.Royalty, null, rate / 10_000m, entry, minimum, above is null ? null : Money.Yuan(least + above.Amount)),
            Money.Yuan(low / 100m), Money.Yuan((low + (decimal)more) / 100m)));

    [Fact]
    public void A_price_is_never_under_its_minimum_nor_above_its_cap_and_never_falls_as_sales_rise() => Prop.ForAll(Cases(), c =>
    {
        PriceFormula.Check(c.Price);
        var (low, high) = (PriceFormula.Of(c.Price, c.Low), PriceFormula.Of(c.Price, c.High));
        return (c.Price.Minimum is null || low.Price >= c.Price.Minimum)
            && (c.Price.Cap is null || high.Price <= c.Price.Cap)
            && low.Price <= high.Price
            && low.Price.Amount == decimal.Round(low.Price.Amount, 2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_its_bounds_it_is_entry_fee_and_share_to_the_cent() => Prop.ForAll(Cases(), c =>
    {
        var reckoned = PriceFormula.Of(c.Price, c.Low);
        var exact = (c.Price.EntryFee?.Amount ?? 0m) + (c.Price.Rate!.Value * c.Low.Amount);
        return reckoned.Bound != PriceBound.None || Math.Abs(reckoned.Price.Amount - exact) <= 0.005m;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Worked_examples()
    {
        var price = FixedTermScene.Royalty(0.03m, entry: 10_000m, minimum: 20_000m, cap: 100_000m);
        PriceFormula.Of(price, Money.Yuan(0m)).ShouldBe(new PriceReckoning(Money.Yuan(0m), Money.Yuan(10_000m), Money.Yuan(0m), Money.Yuan(10_000m), PriceBound.Minimum, Money.Yuan(20_000m)));
        PriceFormula.Of(price, Money.Yuan(1_000_000m)).Price.ShouldBe(Money.Yuan(40_000m));
        PriceFormula.Of(price, Money.Yuan(10_000_000m)).ShouldBe(
            new PriceReckoning(Money.Yuan(10_000_000m), Money.Yuan(10_000m), Money.Yuan(300_000m), Money.Yuan(310_000m), PriceBound.Cap, Money.Yuan(100_000m)));
        // Half a cent goes up: 0.03 × 16.50 = 0.495.
        PriceFormula.Of(FixedTermScene.Royalty(), Money.Yuan(16.50m)).Price.ShouldBe(Money.Yuan(0.50m));
        PriceFormula.Of(FixedTermScene.Fee(), Money.Yuan(99m)).Price.ShouldBe(Money.Yuan(200_000m));
        PriceFormula.Words(price).ShouldBe("入门费 10,000.00 元 + 销售额 × 3%，不低于 20,000.00 元，不高于 100,000.00 元（按累计销售额计算，含先用期；已付部分抵扣）");
    }

    [Fact]
    public void A_formula_that_contradicts_itself_is_refused()
    {
        static string Refused(FixedTermForm.Price price) => Should.Throw<ProblemException>(() => PriceFormula.Check(price)).Problem.Code;
        Refused(new(PriceKind.Fixed)).ShouldBe("trading/fixed-term-price-incomplete");
        Refused(new(PriceKind.Fixed, Money.Yuan(1m), 0.1m)).ShouldBe("trading/fixed-term-price-incomplete");
        Refused(new(PriceKind.Royalty, Money.Yuan(1m), 0.1m)).ShouldBe("trading/fixed-term-price-incomplete");
        Refused(new(PriceKind.Royalty, null, 0m)).ShouldBe("trading/fixed-term-price-incomplete");
        Refused(new(PriceKind.Royalty, null, 1m)).ShouldBe("trading/fixed-term-price-incomplete");
        Refused(new(PriceKind.Fixed, Money.Yuan(0m))).ShouldBe("trading/price-not-positive");
        Refused(new(PriceKind.Fixed, new Money(1m, "USD"))).ShouldBe("trading/currency-not-supported");
        Refused(FixedTermScene.Royalty(entry: 100_000_000_001m)).ShouldBe("trading/fixed-term-price-too-high");
        Refused(FixedTermScene.Royalty(minimum: 2m, cap: 1m)).ShouldBe("trading/fixed-term-bounds-reversed");
        Refused(FixedTermScene.Royalty(entry: 2m, cap: 1m)).ShouldBe("trading/fixed-term-bounds-reversed");
    }
}
