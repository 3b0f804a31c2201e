namespace TechMarket.Rules.Tests;

public sealed class TurnoverTargetTests
{
    [Fact]
    public void Plans_targets_are_in_yuan()
    {
        TurnoverTargets.For("620503", 2025).ShouldHaveSingleItem().Amount.ShouldBe(600_000_000m);
        TurnoverTargets.For("620403", 2020).ShouldHaveSingleItem().Amount.ShouldBe(135_000_000m);
        var dandong = TurnoverTargets.For("210600", 2020).ShouldHaveSingleItem();
        (dandong.Amount, dandong.Achievements).ShouldBe((200_000_000m, 60));
        TurnoverTargets.For("620503", 2024).ShouldBeEmpty();
    }

    [Fact]
    public void A_target_without_a_year_holds_every_year()
    {
        var gansu = TurnoverTargets.For("620000", 2031).ShouldHaveSingleItem();
        (gansu.Amount, gansu.GrowthRate, gansu.Achievements).ShouldBe((null, 0.1m, 300));
    }

    [Fact]
    public void Published_years_come_in_order()
    {
        TurnoverTargets.SeriesOf("000000").Select(figure => (figure.Year, figure.AmountYi))
            .ShouldBe([(2012, 6437.2m), (2013, 7469.1m), (2019, 22398.4m)]);
        TurnoverTargets.SeriesOf("620000").Select(figure => figure.Year).ShouldBe([2016, 2017]);
        TurnoverTargets.Published.Count.ShouldBe(14);
    }

    [Fact]
    public void Pages_that_must_not_be_linked_have_no_address()
    {
        TurnoverTargets.Published.Where(figure => figure.SourceTrust is "mirror-do-not-link" or "no-url" or "plan")
            .ShouldAllBe(figure => figure.SourceUrl == null);
        TurnoverTargets.Published.Where(figure => figure.SourceUrl != null).ShouldAllBe(figure => figure.SourceUrl!.StartsWith("http"));
        TurnoverTargets.Published.Count(figure => figure.SourceUrl != null).ShouldBe(5);
    }

    [Fact]
    public void Areas_and_classes_of_the_figures_exist()
    {
        TurnoverTargets.All.ShouldAllBe(target => Areas.Find(target.AreaCode) != null && target.Source.Length > 0);
        TurnoverTargets.Published.ShouldAllBe(figure => figure.AreaCode == null || figure.AreaCode == "000000" || Areas.Find(figure.AreaCode) != null);
        TurnoverTargets.Published.SelectMany(figure => figure.ByCategoryYi?.Keys ?? []).ShouldAllBe(code => CodeLists.ContractCategory.Contains(code));
    }
}
