using System.Text.RegularExpressions;

namespace TechMarket.Rules.Tests;

public sealed partial class CodeListTests
{
    public static TheoryData<string> EveryList => [.. CodeLists.All.Select(list => list.Key)];

    [Fact]
    public void There_are_twenty_one_lists()
    {
        CodeLists.All.Count.ShouldBe(21);
        CodeLists.All.Select(list => list.Key).ShouldBeUnique();
        CodeLists.Find("nothing").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(EveryList))]
    public void Codes_and_names_are_unique_and_in_both_languages(string key)
    {
        var list = CodeLists.Find(key)!;
        list.Count.ShouldBeGreaterThan(2);
        list.Source.ShouldNotBeEmpty();
        list.Name.Zh.ShouldNotBeEmpty();
        list.Select(entry => entry.Code).ShouldBeUnique();
        list.Select(entry => entry.Zh).ShouldBeUnique();
        list.Select(entry => entry.En).ShouldBeUnique();
        list.ShouldAllBe(entry => Chinese().IsMatch(entry.Zh) && !Chinese().IsMatch(entry.En) && entry.En.Length > 2);
        list.ShouldAllBe(entry => entry.Parent == null || list.Contains(entry.Parent));
    }

    [Theory]
    [MemberData(nameof(EveryList))]
    public void Another_writing_belongs_to_one_entry_only(string key)
    {
        var list = CodeLists.Find(key)!;
        var writings = list.SelectMany(entry => (entry.Aliases ?? []).Append(entry.Zh)).ToList();
        writings.ShouldBeUnique();
        foreach (var entry in list)
            foreach (var writing in (entry.Aliases ?? []).Append(entry.Zh).Append(entry.En).Append(entry.Code))
                list.Match(writing).ShouldBe(entry, writing);
    }

    [Fact]
    public void Groups_are_found_but_cannot_be_chosen()
    {
        CodeLists.ContractCategory.Contains("KF").ShouldBeTrue();
        CodeLists.ContractCategory.Allows("KF").ShouldBeFalse();
        CodeLists.ContractCategory.Allows("KF01").ShouldBeTrue();
        CodeLists.ContractCategory.Allows("XX").ShouldBeFalse();
        CodeLists.ContractCategory.ChildrenOf("KF").Select(entry => entry.Code).ShouldBe(["KF01", "KF02"]);
        Should.Throw<ArgumentException>(() => CodeLists.TechField.Get("12"));
    }

    [Fact]
    public void Lists_have_the_official_lengths()
    {
        CodeLists.TechField.Count.ShouldBe(11);
        CodeLists.SocioEconomicGoal.Count.ShouldBe(13);
        CodeLists.Industry.Count.ShouldBe(20);
        CodeLists.Trl.Count.ShouldBe(9);
        CodeLists.PaymentMode.Count.ShouldBe(5);
        CodeLists.TechField.Select(entry => entry.Code).ShouldBe(Enumerable.Range(1, 11).Select(i => i.ToString("00")));
    }

    [Theory]
    [InlineData("XK01", "ZR", "XK")]
    [InlineData("XK08", "ZR", "XK")]
    [InlineData("ZR09", "ZR", "ZR")]
    [InlineData("KF02", "KF", "KF")]
    [InlineData("ZX", "ZX", "ZX")]
    [InlineData("FW03", "FW", "FW")]
    public void Categories_count_in_the_class_of_either_scheme(string category, string four, string five)
    {
        ContractCategories.Classify(category, ClassificationScheme.R2001FourClass).Code.ShouldBe(four);
        ContractCategories.Classify(category, ClassificationScheme.CivilCodeFiveClass).Code.ShouldBe(five);
    }

    [Fact]
    public void Every_category_has_a_class_in_both_schemes()
    {
        foreach (var scheme in Enum.GetValues<ClassificationScheme>())
            CodeLists.ContractCategory.Select(entry => ContractCategories.Classify(entry.Code, scheme)).Distinct()
                .ShouldBe(ContractCategories.ClassesOf(scheme));
        ContractCategories.ClassesOf(ClassificationScheme.R2001FourClass).Count.ShouldBe(4);
        ContractCategories.ClassesOf(ClassificationScheme.CivilCodeFiveClass).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("ASSIGNMENT", "INVENTION_PATENT", true, "ZR01")]
    [InlineData("ASSIGNMENT", "INVENTION_PATENT", false, "ZR02")]
    [InlineData("ASSIGNMENT", "PLANT_VARIETY", true, "ZR06")]
    [InlineData("ASSIGNMENT", null, true, null)]
    [InlineData("LICENSE", "UTILITY_MODEL", true, "XK01")]
    [InlineData("LICENSE", "INVENTION_PATENT", false, "XK03")]
    [InlineData("LICENSE", "SOFTWARE_COPYRIGHT", true, "XK04")]
    [InlineData("EQUITY", "KNOW_HOW", true, "ZR09")]
    [InlineData("COMMISSIONED_DEVELOPMENT", null, true, "KF01")]
    [InlineData("COOPERATIVE_DEVELOPMENT", null, true, "KF02")]
    [InlineData("TECH_CONSULTING", null, true, "ZX")]
    [InlineData("OTHER", null, true, null)]
    public void A_deal_suggests_its_category(string way, string? ipType, bool granted, string? category) =>
        ContractCategories.Suggest(way, ipType, granted).ShouldBe(category);

    [Fact]
    public void Suggested_categories_and_natures_can_be_chosen()
    {
        foreach (var way in CodeLists.TransferWay)
            foreach (var kind in CodeLists.IpType)
                if (ContractCategories.Suggest(way.Code, kind.Code) is { } category)
                    CodeLists.ContractCategory.Allows(category).ShouldBeTrue(category);
        foreach (var kind in CodeLists.OrganisationKind)
            if (PartyNatures.Suggest(kind.Code) is { } nature)
                CodeLists.PartyNature.Allows(nature).ShouldBeTrue(nature);
        PartyNatures.Suggest("UNIVERSITY").ShouldBe("022");
        PartyNatures.Suggest("DATA_SOURCE").ShouldBeNull();
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();
}
