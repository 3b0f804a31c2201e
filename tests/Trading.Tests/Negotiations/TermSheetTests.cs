using FsCheck;
using FsCheck.Fluent;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Tests.Negotiations;

public sealed class TermSheetTests
{
    private static readonly DealTerms Assignment = new("ZR01", null, Money.Yuan(900m), "LUMP_SUM", null, null, [], null, null, null, null, null);

    [Fact]
    public void Complete_terms_pass()
    {
        TermSheet.Check(Assignment);
        TermSheet.Check(Assignment with { Milestones = [Pay(900m)] });
        TermSheet.Check(Assignment with { PaymentMode = "INSTALMENTS", Milestones = [Pay(300m), Pay(600m)] });
        TermSheet.Check(Assignment with { PaymentMode = "ROYALTY", RoyaltyRate = 0.03m, RoyaltyBase = "SALES", Price = Money.Yuan(0m) });
        TermSheet.Check(Assignment with { PaymentMode = "ENTRY_FEE_PLUS_ROYALTY", RoyaltyRate = 0.03m, RoyaltyBase = "SALES", Milestones = [Pay(900m)] });
        TermSheet.Check(Assignment with { PaymentMode = "OTHER", Other = "以设备抵付" });
        TermSheet.Check(Assignment with { Category = "XK01", LicenceExclusivity = "SOLE" });
    }

    public static TheoryData<string, string> Wrong() => new()
    {
        { "trading/category-unknown", "no such category" }, { "trading/category-unknown", "group" },
        { "trading/exclusivity-needed", "licence without" }, { "trading/exclusivity-needed", "assignment with" }, { "trading/exclusivity-needed", "exclusive open licence" },
        { "trading/currency-not-supported", "dollars" }, { "trading/price-not-positive", "free" }, { "trading/price-not-positive", "negative milestone" },
        { "trading/milestones-do-not-fit", "one instalment" }, { "trading/milestones-do-not-fit", "two lump sums" }, { "trading/milestones-do-not-fit", "unknown mode" },
        { "trading/milestones-do-not-fit", "entry fee without payment" }, { "trading/milestones-do-not-add-up", "a cent short" },
        { "trading/milestones-do-not-add-up", "entry fee a cent over" }, { "trading/royalty-incomplete", "royalty without base" },
        { "trading/royalty-incomplete", "lump sum with rate" }, { "trading/payment-not-described", "other without words" }, { "trading/period-reversed", "reversed" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Terms_that_contradict_themselves_are_refused(string code, string what)
    {
        var terms = what switch
        {
            "no such category" => Assignment with { Category = "QQ01" },
            "group" => Assignment with { Category = "ZR" },
            "licence without" => Assignment with { Category = "XK01" },
            "assignment with" => Assignment with { LicenceExclusivity = "SOLE" },
            "exclusive open licence" => Assignment with { Category = "XK08", LicenceExclusivity = "EXCLUSIVE" },
            "dollars" => Assignment with { Price = new Money(1m, "USD") },
            "free" => Assignment with { Price = Money.Yuan(0m) },
            "negative milestone" => Assignment with { PaymentMode = "INSTALMENTS", Milestones = [Pay(1000m), Pay(-100m)] },
            "one instalment" => Assignment with { PaymentMode = "INSTALMENTS", Milestones = [Pay(900m)] },
            "two lump sums" => Assignment with { Milestones = [Pay(300m), Pay(600m)] },
            "unknown mode" => Assignment with { PaymentMode = "BARTER" },
            "entry fee without payment" => Assignment with { PaymentMode = "ENTRY_FEE_PLUS_ROYALTY", RoyaltyRate = 0.03m, RoyaltyBase = "SALES" },
            "a cent short" => Assignment with { PaymentMode = "INSTALMENTS", Milestones = [Pay(300m), Pay(599.99m)] },
            "entry fee a cent over" => Assignment with { PaymentMode = "ENTRY_FEE_PLUS_ROYALTY", RoyaltyRate = 0.03m, RoyaltyBase = "SALES", Milestones = [Pay(900.01m)] },
            "royalty without base" => Assignment with { PaymentMode = "ROYALTY", RoyaltyRate = 0.03m },
            "lump sum with rate" => Assignment with { RoyaltyRate = 0.03m },
            "other without words" => Assignment with { PaymentMode = "OTHER" },
            _ => Assignment with { StartsOn = new DateOnly(2026, 5, 2), EndsOn = new DateOnly(2026, 5, 1) },
        };
        Should.Throw<ProblemException>(() => TermSheet.Check(terms)).Code.ShouldBe(code);
    }

    [Fact]
    public void Instalments_pass_exactly_when_they_add_up() =>
        Prop.ForAll(
            Gen.Choose(1, 1_000_000).ListOf(5).ToArbitrary(), Gen.Choose(-3, 3).ToArbitrary(),
            (cents, off) =>
            {
                var milestones = cents.Select(c => Pay(c / 100m)).ToList();
                var price = (cents.Sum() + off) / 100m;
                var terms = Assignment with { PaymentMode = "INSTALMENTS", Milestones = milestones, Price = Money.Yuan(price) };
                try
                {
                    TermSheet.Check(terms);
                    return off == 0;
                }
                catch (ProblemException refused)
                {
                    return off != 0 && refused.Code is "trading/milestones-do-not-add-up" or "trading/price-not-positive";
                }
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ZR01", null, true)]
    [InlineData("XK01", "EXCLUSIVE", true)]
    [InlineData("XK01", "SOLE", true)]
    [InlineData("XK01", "NON_EXCLUSIVE", false)]
    [InlineData("KF01", null, false)]
    [InlineData("FW01", null, false)]
    public void Assignment_exclusive_and_sole_licence_shut_others_out(string category, string? licence, bool exclusive) =>
        TermSheet.IsExclusive(Assignment with { Category = category, LicenceExclusivity = licence }).ShouldBe(exclusive);

    private static DealMilestone Pay(decimal yuan) => new("付款", null, Money.Yuan(yuan));
}
