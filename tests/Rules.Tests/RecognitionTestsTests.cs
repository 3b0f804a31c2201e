namespace TechMarket.Rules.Tests;

public sealed class RecognitionTestsTests
{
    [Fact]
    public void Every_category_that_can_be_chosen_has_tests()
    {
        var chosen = CodeLists.ContractCategory.Where(entry => entry.Selectable).ToList();
        chosen.Count.ShouldBe(21);
        chosen.ShouldAllBe(entry => RecognitionTests.For(entry.Code).Count >= 3);
    }

    [Fact]
    public void Codes_are_unique_and_every_failure_has_a_reason_of_the_list()
    {
        RecognitionTests.All.Select(test => test.Code).ShouldBeUnique();
        RecognitionTests.All.ShouldAllBe(test => CodeLists.RejectReason.Contains(test.ReasonCodeIfFailed));
        RecognitionTests.All.ShouldAllBe(test => test.Zh.Length > 5 && test.En.Length > 5 && test.Source.Length > 2);
        RecognitionTests.All.SelectMany(test => test.AppliesTo).ShouldAllBe(code => code == "*" || CodeLists.ContractCategory.Contains(code));
    }

    [Fact]
    public void A_category_is_asked_its_class_and_its_own_tests()
    {
        RecognitionTests.For("KF01").Select(test => test.Code).ShouldBe(["KF1", "KF2", "KF3", "KF4", "KF5", "KF6", "KF7"]);
        RecognitionTests.For("KF02").Select(test => test.Code).ShouldContain("KF021");
        RecognitionTests.For("XK01").Select(test => test.Code).ShouldBe(["ZR1", "ZR2", "ZR3", "ZR4", "ZR5", "XK1", "XK2"]);
        RecognitionTests.For("KF01").Where(test => test.Advisory).Select(test => test.Code).ShouldBe(["KF4", "KF5"]);
        RecognitionTests.General.Count.ShouldBe(8);
        Should.Throw<ArgumentException>(() => RecognitionTests.For("XX"));
    }
}

public sealed class ClauseCheckTests
{
    [Theory]
    [InlineData("乙方不得对该技术进行任何改进。", "IMPROVEMENT_BAN")]
    [InlineData("未经甲方书面同意,乙方不得在本技术基础上进行后续开发。", "IMPROVEMENT_BAN")]
    [InlineData("乙方作出的改进应当无偿提供给甲方使用。", "GRANT_BACK")]
    [InlineData("乙方就后续改进取得的成果归许可方单独所有。", "GRANT_BACK")]
    [InlineData("合同期内乙方不得从第三方获得与本合同技术类似或者竞争的技术。", "OTHER_SOURCES")]
    [InlineData("乙方使用该技术生产的产品年产量不得超过一万吨。", "EXPLOITATION_LIMIT")]
    [InlineData("产品的销售价格须经许可方批准。", "EXPLOITATION_LIMIT")]
    [InlineData("乙方不得将产品出口到任何国家。", "EXPLOITATION_LIMIT")]
    [InlineData("乙方必须向甲方购买实施该技术的原材料和设备。", "TYING")]
    [InlineData("乙方不得从其他供应商采购零部件。", "SUPPLY_CHANNEL")]
    [InlineData("乙方不得对专利权的有效性提出异议。", "NO_CHALLENGE")]
    [InlineData("乙方承诺不就该专利提起宣告专利权无效的请求。", "NO_CHALLENGE")]
    public void Restraints_are_flagged_with_their_kind(string clause, string code)
    {
        var finding = ClauseCheck.Scan("第一条 定义。\n" + clause).ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Clause.ShouldBe(clause.TrimEnd('。'));
        finding.Start.ShouldBe(8);
        finding.Source.ShouldStartWith("SPC 10(");
    }

    [Theory]
    [InlineData("甲方不得限制乙方对该技术进行改进。")]
    [InlineData("双方各自作出的后续改进归完成方所有。")]
    [InlineData("乙方不得向第三方披露甲方的技术资料。")]
    [InlineData("合同价款为人民币壹佰万元整,由乙方分三期支付。")]
    [InlineData("甲方应当向乙方提供技术资料和现场服务。")]
    [InlineData("甲方保证所转让的专利权有效,不侵犯第三方的知识产权。")]
    [InlineData("乙方有权在合同约定的范围内实施该专利,产品的数量和价格由乙方自行决定。")]
    [InlineData("违约方应当承担赔偿责任;争议提交合同签订地人民法院解决。")]
    [InlineData("")]
    public void Ordinary_clauses_pass(string text) => ClauseCheck.Scan(text).ShouldBeEmpty();

    [Fact]
    public void All_six_prohibitions_are_looked_for() =>
        ClauseCheck.Kinds.Select(kind => kind.Source).Distinct().ShouldBe(["SPC 10(1)", "SPC 10(2)", "SPC 10(3)", "SPC 10(4)", "SPC 10(5)", "SPC 10(6)"]);

    [Fact]
    public void Findings_point_at_their_place_in_the_text()
    {
        const string Text = "一、乙方不得对该技术进行改进;二、价款壹元。 乙方不得将产品出口。";
        var findings = ClauseCheck.Scan(Text);
        findings.Select(finding => finding.Code).ShouldBe(["IMPROVEMENT_BAN", "EXPLOITATION_LIMIT"]);
        findings.ShouldAllBe(finding => Text.Substring(finding.Start, finding.Clause.Length) == finding.Clause);
    }

    [Fact]
    public void A_long_hostile_text_is_read_through()
    {
        var text = string.Concat(Enumerable.Repeat("不得对不得从改进产量", 20_000));
        ClauseCheck.Scan(text + "。乙方不得将产品出口。").ShouldContain(finding => finding.Clause == "乙方不得将产品出口");
    }
}
