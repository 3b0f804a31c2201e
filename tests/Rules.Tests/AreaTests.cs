namespace TechMarket.Rules.Tests;

public sealed class AreaTests
{
    [Fact]
    public void All_provinces_and_prefectures_are_there()
    {
        Areas.Provinces.Count().ShouldBe(34);
        Areas.All.Count(area => area.Level == AreaLevel.Prefecture).ShouldBe(333);
        Areas.ChildrenOf("620000").Count().ShouldBe(14);
        Areas.ChildrenOf("620500").Count().ShouldBe(7);
        Areas.ChildrenOf("210600").Count().ShouldBe(6);
        Areas.ChildrenOf(null).Count().ShouldBe(34);
    }

    [Fact]
    public void Codes_are_unique_in_order_and_named_in_both_languages()
    {
        Areas.All.Select(area => area.Code).ShouldBeInOrder();
        Areas.All.Select(area => area.Code).ShouldBeUnique();
        Areas.All.Where(area => area.Level != AreaLevel.County).Select(area => area.Zh).ShouldBeUnique();
        Areas.All.Where(area => area.Level != AreaLevel.County).Select(area => area.En).ShouldBeUnique();
        Areas.All.ShouldAllBe(area => area.Code.Length == 6 && area.Short.Length >= 2 && area.Zh.StartsWith(area.Short) && area.En.Length > 2);
    }

    [Fact]
    public void Every_area_but_a_province_lies_in_a_listed_one() =>
        Areas.All.Where(area => area.Level != AreaLevel.Province).ShouldAllBe(area => Areas.ParentOf(area) != null);

    [Fact]
    public void Every_area_is_found_by_its_own_full_name() =>
        Areas.All.ShouldAllBe(area => Areas.Resolve(Areas.FullName(area.Code)!.Zh) == area.Code);

    [Fact]
    public void Full_names_go_from_large_to_small_in_Chinese_and_back_in_English()
    {
        Areas.FullName("620403").ShouldBe(new LocalText("甘肃省白银市平川区", "Pingchuan District, Baiyin, Gansu"));
        Areas.FullName("110108").ShouldBe(new LocalText("北京市", "Beijing"));
        Areas.FullName("000000").ShouldBeNull();
    }

    [Fact]
    public void Containment_follows_the_levels()
    {
        Areas.IsWithin("620503", "620500").ShouldBeTrue();
        Areas.IsWithin("620503", "620000").ShouldBeTrue();
        Areas.IsWithin("620503", "62").ShouldBeTrue();
        Areas.IsWithin("620503", "").ShouldBeTrue();
        Areas.IsWithin("620500", "620503").ShouldBeFalse();
        Areas.IsWithin("210600", "620000").ShouldBeFalse();
    }
}
