namespace TechMarket.Rules.Tests;

/// <summary>Every distinct value that the shipped sample data uses has a code, or is known to say too little.</summary>
public sealed class ResolverTests
{
    [Theory]
    [InlineData("农业", "09")]
    [InlineData("先进制造", "03")]
    [InlineData("新材料及其应用", "05")]
    [InlineData("电子信息", "01")]
    [InlineData("环境保护与资源综合利用", "07")]
    [InlineData("新能源与高效节能", "06")]
    [InlineData("现代交通", "10")]
    [InlineData("生物医药和医疗器械", "04")]
    [InlineData("城市建设与社会发展", "11")]
    [InlineData("航空航天", "02")]
    [InlineData("核应用", "08")]
    [InlineData("03", "03")]
    [InlineData("魔法", null)]
    [InlineData(null, null)]
    public void Fields(string? text, string? code) => TechFields.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("实验室", "LAB")]
    [InlineData("小试", "SMALL_TEST")]
    [InlineData("中试", "PILOT")]
    [InlineData("小批量", "SMALL_BATCH")]
    [InlineData("产业化", "INDUSTRIAL")]
    [InlineData("已有样品", "PROTOTYPE")]
    [InlineData("通过小试", "SMALL_TEST")]
    [InlineData("可以量产", "INDUSTRIAL")]
    [InlineData("正在研发", "LAB")]
    [InlineData("通过中试", "PILOT")]
    [InlineData("", null)]
    public void Maturity(string? text, string? code) => Maturities.Resolve(text).ShouldBe(code);

    [Fact]
    public void Every_stage_covers_levels_and_every_level_has_a_stage()
    {
        foreach (var stage in CodeLists.Maturity)
        {
            var (from, to) = Maturities.TrlRange(stage.Code);
            (from, to).ShouldBe((Math.Clamp(from, 1, to), Math.Clamp(to, from, 9)));
            Enumerable.Range(from, to - from + 1).Select(Maturities.StageOf).ShouldContain(stage.Code);
        }
        for (var trl = 1; trl <= 9; trl++)
        {
            var (from, to) = Maturities.TrlRange(Maturities.StageOf(trl));
            trl.ShouldBeInRange(from, to);
        }
        Should.Throw<ArgumentOutOfRangeException>(() => Maturities.StageOf(10));
        Should.Throw<ArgumentException>(() => Maturities.TrlRange("ROUGH"));
    }

    [Theory]
    [InlineData("转让", "ASSIGNMENT")]
    [InlineData("许可", "LICENSE")]
    [InlineData("作价入股", "EQUITY")]
    [InlineData("合作开发", "COOPERATIVE_DEVELOPMENT")]
    [InlineData("委托开发", "COMMISSIONED_DEVELOPMENT")]
    [InlineData("技术服务", "TECH_SERVICE")]
    [InlineData("赠送", null)]
    public void Ways(string text, string? code) => TransferWays.Resolve(text).ShouldBe(code);

    [Fact]
    public void A_list_of_ways_gives_each_way_once() =>
        TransferWays.ResolveAll("转让、许可,赠送、作价入股/转让").ShouldBe(["ASSIGNMENT", "LICENSE", "EQUITY"]);

    [Theory]
    [InlineData("发明专利", "INVENTION_PATENT")]
    [InlineData("软件", "SOFTWARE_COPYRIGHT")]
    [InlineData("实用新型专利", "UTILITY_MODEL")]
    [InlineData("专利 201310056205.7", "INVENTION_PATENT")]
    [InlineData("发明专利 201310181129.2", "INVENTION_PATENT")]
    [InlineData("专利 201720001285.X", "UTILITY_MODEL")]
    [InlineData("发明专利 CN111118082B", "INVENTION_PATENT")]
    [InlineData("3项发明专利授权", "INVENTION_PATENT")]
    [InlineData("专利技术", "PATENT")]
    [InlineData("发明专利申请 CN103644140A", "INVENTION_PATENT")]
    [InlineData("发明专利 CN102373937A(已授权)", "INVENTION_PATENT")]
    [InlineData("实用新型 CN203717014U", "UTILITY_MODEL")]
    [InlineData("专利作价入股", "PATENT")]
    [InlineData("已申报美国、欧洲专利", "PATENT")]
    [InlineData("申请专利26项", "PATENT")]
    [InlineData("发明专利申请 2023104144379", "INVENTION_PATENT")]
    [InlineData("实用新型 200720010765", "UTILITY_MODEL")]
    [InlineData("专利(来源未列号)", "PATENT")]
    [InlineData("预期20项发明专利", "INVENTION_PATENT")]
    [InlineData("实用新型申请 200520136528.8", "UTILITY_MODEL")]
    [InlineData("申请2项发明专利", "INVENTION_PATENT")]
    [InlineData("技术秘密", "KNOW_HOW")]
    [InlineData("未涉及知识产权", "NONE")]
    [InlineData("计算机软件", "SOFTWARE_COPYRIGHT")]
    [InlineData("植物新品种", "PLANT_VARIETY")]
    [InlineData("实用新型", "UTILITY_MODEL")]
    [InlineData("待定", null)]
    [InlineData(null, null)]
    public void Rights(string? text, string? code) => IpTypes.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("发明专利申请 CN103644140A", true)]
    [InlineData("预期20项发明专利", true)]
    [InlineData("发明专利 CN102373937A(已授权)", false)]
    [InlineData("申请发明专利5项,授权3项", false)]
    [InlineData("发明专利", false)]
    [InlineData(null, false)]
    public void An_application_is_not_yet_a_right(string? text, bool application) => IpTypes.IsApplicationOnly(text).ShouldBe(application);

    [Theory]
    [InlineData("甘肃白银平川", "620403")]
    [InlineData("甘肃天水麦积", "620503")]
    [InlineData("辽宁丹东", "210600")]
    [InlineData("甘肃定西", "621100")]
    [InlineData("浙江温州泰顺", "330329")]
    [InlineData("浙江诸暨", "330681")]
    [InlineData("甘肃庆阳", "621000")]
    [InlineData("宁夏", "640000")]
    [InlineData("内蒙古包头", "150200")]
    [InlineData("陕西榆林", "610800")]
    [InlineData("内蒙古鄂尔多斯", "150600")]
    [InlineData("河南", "410000")]
    [InlineData("山东青岛", "370200")]
    [InlineData("甘肃兰州", "620100")]
    [InlineData("甘肃", "620000")]
    [InlineData("广东广州", "440100")]
    [InlineData("北京", "110000")]
    [InlineData("云南昆明", "530100")]
    [InlineData("江苏", "320000")]
    [InlineData("江苏南通", "320600")]
    [InlineData("辽宁沈阳", "210100")]
    [InlineData("江苏常州", "320400")]
    [InlineData("甘肃武威", "620600")]
    [InlineData("陕西西安", "610100")]
    [InlineData("北京/山西", "110000")]
    [InlineData("江苏扬州", "321000")]
    [InlineData("广东梅州", "441400")]
    [InlineData("贵州", "520000")]
    [InlineData("四川阿坝", "513200")]
    [InlineData("黑龙江", "230000")]
    [InlineData("湖北武汉", "420100")]
    [InlineData("福建德化", "350526")]
    [InlineData("辽宁大连", "210200")]
    [InlineData("浙江温州", "330300")]
    [InlineData("江苏无锡", "320200")]
    [InlineData("甘肃白银", "620400")]
    [InlineData("甘肃天水", "620500")]
    public void Areas_of_the_sample_data(string text, string code) => Areas.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("甘肃省天水市麦积区", "620503")]
    [InlineData("甘肃 天水 麦积", "620503")]
    [InlineData("中国甘肃省天水市", "620500")]
    [InlineData("麦积区", "620503")]
    [InlineData("平川区(目标)", "620403")]
    [InlineData("甘肃白银白银区", "620402")]
    [InlineData("临夏县", "622921")]
    [InlineData("吉林", "220000")]
    [InlineData("吉林市", "220200")]
    [InlineData("海南", "460000")]
    [InlineData("青海海南", "632500")]
    [InlineData("北京市海淀区", "110000")]
    [InlineData("620503", "620503")]
    [InlineData("620599", "620500")]
    [InlineData("62", "620000")]
    [InlineData("6205", "620500")]
    [InlineData("合作", null)]
    [InlineData("京津冀", null)]
    [InlineData("999999", null)]
    [InlineData("/", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Areas_as_people_write_them(string? text, string? code) => Areas.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("专利权转让", "ZR01")]
    [InlineData("专有技术许可", "XK03")]
    [InlineData("合作开发", "KF02")]
    [InlineData("委托开发", "KF01")]
    [InlineData("植物新品种权许可", "XK06")]
    [InlineData("技术秘密转让", "ZR03")]
    [InlineData("一般技术服务", "FW01")]
    [InlineData("技术培训", "FW02")]
    [InlineData("技术中介", "FW03")]
    [InlineData("技术咨询", "ZX")]
    [InlineData("技术开发", "KF")]
    [InlineData("技术服务", "FW")]
    [InlineData("技术转让", "ZR")]
    [InlineData("技术许可", "XK")]
    public void Categories(string text, string code) => ContractCategories.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("一次总付加提成", "ENTRY_FEE_PLUS_ROYALTY")]
    [InlineData("分期支付", "INSTALMENTS")]
    [InlineData("一次总付", "LUMP_SUM")]
    [InlineData("提成支付", "ROYALTY")]
    public void Payments(string text, string code) => CodeLists.PaymentMode.Match(text)!.Code.ShouldBe(code);

    [Theory]
    [InlineData("计划外", "NONE")]
    [InlineData("国家科技计划", "NATIONAL")]
    [InlineData("市级科技计划", "CITY_COUNTY")]
    [InlineData("省级科技计划", "PROVINCIAL")]
    public void Programmes(string text, string code) => CodeLists.PlanType.Match(text)!.Code.ShouldBe(code);

    [Theory]
    [InlineData("university", "UNIVERSITY")]
    [InlineData("institute", "INSTITUTE")]
    [InlineData("enterprise", "ENTERPRISE")]
    [InlineData("government", "BUREAU")]
    public void Owners(string text, string code) => CodeLists.OrganisationKind.Match(text)!.Code.ShouldBe(code);
}
