using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>The achievement: written in steps, approved by the unit, sent back once by the bureau, published and found.</summary>
static class Publishing
{
    private const string Summary =
        "面向花牛苹果产地的采后差压预冷与动态气调保鲜技术。预冷时间由十二小时缩短到三小时以内，贮藏期延长两个月，"
        + "库内温度、湿度和气体成分自动调节，适合产地合作社和冷链企业使用。";

    public static async Task Tell(Cast cast)
    {
        await Write(cast.Publisher);
        await Approve(cast.Approver);
        await SendBack(cast.Reviewer);
        await Correct(cast.Publisher);
        await Approve(cast.Approver);
        await Publish(cast.Reviewer);
        await Find(cast);
    }

    private static async Task Write(Window publisher)
    {
        await publisher.Look("story-01-university-todo");
        await publisher.Menu("我的成果");
        await publisher.On.Press("发布成果");
        await publisher.Settle();
        await publisher.On.Write("成果名称", Cast.Title);
        await publisher.On.WriteWords("关键词", "苹果", "差压预冷", "动态气调", "保鲜");
        await publisher.On.Choose("技术领域", "农业技术");
        await publisher.On.Choose("成果形式", "新工艺");
        await publisher.On.Pick("原始创新");
        await publisher.On.Choose("成熟度", "中试");
        await publisher.On.Choose("技术就绪度", "样机在使用环境得到演示");
        await publisher.On.Shows("草稿已保存");
        publisher.Page.Url.ShouldEndWith("/edit", customMessage: "the address names the draft from its first save on");
        await publisher.Look("story-01-achievement-basics", guide: "university-draft");

        // The draft outlives a closed window.
        await publisher.Page.ReloadAsync();
        await publisher.Settle();
        (await publisher.On.Labelled("成果名称").InputValueAsync()).ShouldBe(Cast.Title);

        await publisher.On.Press("下一步");
        await publisher.On.Press("添加知识产权");
        var right = publisher.On.Part("知识产权 1");
        await right.Choose("类型", "发明专利");
        await right.Write("专利号或登记号", "ZL202110345678.9");
        await right.Choose("法律状态", "已授权");
        await right.WriteDay("到期日", new DateOnly(2041, 4, 12));
        foreach (var (number, name, share) in new[] { (1, "周教授", "60"), (2, "陈副教授", "40") })
        {
            await publisher.On.Press("添加完成人");
            await publisher.On.Part($"第 {number} 完成人").Write("姓名", name);
            await publisher.On.Part($"第 {number} 完成人").Write("贡献比例（%）", share);
        }
        await publisher.Look("story-01-achievement-rights");

        await publisher.On.Press("下一步");
        await publisher.On.Write("成果简介", Summary);
        await publisher.On.Write("解决的问题", "产地预冷慢、贮藏损耗高，花牛苹果上市期集中。");
        await publisher.On.Write("技术指标", "果心温度三小时内降到四摄氏度，贮藏二百一十天硬度保持率不低于百分之九十。");
        await publisher.Look("story-01-achievement-public");
        await publisher.On.Press("下一步");
        await publisher.On.Write("保密内容", Negotiating.Secret);
        await publisher.On.Tick("公开内容不含国家秘密");
        await publisher.Look("story-01-achievement-confidential");
        await publisher.On.Press("下一步");
        await publisher.On.Tick("许可");
        await publisher.On.Tick("转让");
        await publisher.On.Choose("定价方式", "协议定价");
        await publisher.On.Write("预期价格", "1000000");
        await publisher.Look("story-01-achievement-terms");
        await publisher.On.Press("下一步");
        await publisher.On.Shows("ZL202110345678.9");
        await publisher.Look("story-01-achievement-check");
        await publisher.On.Press("提交审核");
        await publisher.On.Shows("单位审批中");
        await publisher.Look("story-01-achievement-submitted");
    }

    private static async Task Approve(Window approver)
    {
        await approver.TakeUp("成果待单位审批", Cast.Title);
        await approver.On.Tick("已核实本单位持有相关权利");
        await approver.On.Tick("已完成保密审查");
        await approver.Look("story-02-unit-approval");
        await approver.On.Press("审批通过");
        await approver.At("/workbench/listings/reviews");
    }

    private static async Task SendBack(Window reviewer)
    {
        await reviewer.TakeUp("成果待平台审核", Cast.Title);
        await reviewer.On.Press("退回");
        var dialog = reviewer.Dialog("退回修改");
        await dialog.Press("退回");
        await dialog.Shows("请选择退回原因");
        await dialog.Choose("退回原因", "表述不清楚");
        await dialog.Write("修改意见", "请写明贮藏二百一十天的检测依据。");
        await reviewer.Look("story-03-sent-back");
        await dialog.Press("退回");
        await reviewer.At("/workbench/listings/reviews");
    }

    private static async Task Correct(Window publisher)
    {
        await publisher.TakeUp("成果被退回", Cast.Title);
        await publisher.On.Shows("请写明贮藏二百一十天的检测依据。");
        await publisher.Look("story-03-returned-to-author");
        await publisher.On.GoTo("公开内容");
        await publisher.On.Write("预期效益", "依据省农产品质检中心检测报告，损耗率由百分之十二降到百分之四。");
        await publisher.On.Shows("草稿已保存");
        await publisher.On.GoTo("核对并提交");
        await publisher.On.Press("提交审核");
        await publisher.On.Shows("单位审批中");
    }

    private static async Task Publish(Window reviewer)
    {
        await reviewer.TakeUp("成果待平台审核", Cast.Title);
        await reviewer.Look("story-04-bureau-review");
        await reviewer.On.Press("发布");
        await reviewer.Confirm("发布成果", "发布");
        await reviewer.At("/workbench/listings/reviews");
    }

    private static async Task Find(Cast cast)
    {
        var visitor = cast.Visitor;
        await visitor.Visit("/");
        var search = visitor.Page.GetByRole(AriaRole.Search).First;
        await search.GetByRole(AriaRole.Combobox).Or(search.GetByRole(AriaRole.Textbox)).First.FillAsync("苹果预冷保鲜");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("h1").Filter(new() { HasText = "苹果预冷保鲜" }).WaitForAsync();
        await visitor.Settle();
        var hit = visitor.Page.GetByRole(AriaRole.Link, new() { Name = Cast.Title, Exact = true });
        await visitor.Until(hit, "the achievement among the results", 10);
        await visitor.Page.Locator("mark").First.WaitForAsync();
        await visitor.Look("story-05-search", guide: "enterprise-search");
        var facets = visitor.Page.GetByRole(AriaRole.Complementary, new() { Name = "筛选" });
        foreach (var facet in new[] { "技术领域", "成熟度", "地区", "知识产权", "定价方式", "价格" }) await facets.Shows(facet);
        await hit.ClickAsync();
        await visitor.At("/achievements/CG-*");
        cast.AchievementNumber = new Uri(visitor.Page.Url).Segments[^1];
        (await visitor.On.InnerTextAsync()).ShouldNotContain("二百六十帕");
        await visitor.Look("story-05-public-page");
    }
}
