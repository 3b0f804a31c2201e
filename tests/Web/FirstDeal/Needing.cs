using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>The enterprise's need, opened by the bureau, and the matches both sides see.</summary>
static class Needing
{
    public static async Task Tell(Cast cast)
    {
        await Write(cast.Purchaser);
        await Open(cast.Reviewer);
        await Match(cast);
    }

    private static async Task Write(Window purchaser)
    {
        await purchaser.Menu("我的需求");
        await purchaser.On.Press("发布需求");
        await purchaser.Settle();
        await purchaser.On.Write("需求名称", Cast.NeedTitle);
        await purchaser.On.Choose("需求类型", "技术攻关");
        await purchaser.On.WriteWords("关键词", "苹果", "预冷", "气调", "保鲜");
        await purchaser.On.Choose("技术领域", "农业技术");
        await purchaser.On.Choose("所属行业", "农、林、牧、渔业");
        await purchaser.On.Shows("草稿已保存");
        await purchaser.Look("story-06-need-basics");
        await purchaser.On.Press("下一步");
        await purchaser.On.Write("需求与难点", "为产地冷库配套苹果采后差压预冷和动态气调保鲜装备，现有预冷需十二小时以上，贮藏后期果实发绵，需要缩短预冷时间并延长贮藏期。");
        await purchaser.On.Write("预期指标", "果心温度三小时内降到四摄氏度，贮藏期不少于二百天。");
        await purchaser.On.Press("下一步");
        await purchaser.On.Tick("许可");
        await purchaser.On.Write("预算", "1500000");
        await purchaser.On.Choose("要求的最低就绪度", "样机在相关环境得到演示");
        await purchaser.On.WriteDay("有效期至", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddMonths(6));
        await purchaser.On.Pick("公开");
        await purchaser.Look("story-06-need-terms");
        await purchaser.On.Press("下一步");
        await purchaser.Look("story-06-need-check");
        await purchaser.On.Press("提交审核");
        await purchaser.On.Shows("审核中");
    }

    private static async Task Open(Window reviewer)
    {
        await reviewer.TakeUp("需求待审核", Cast.NeedTitle);
        await reviewer.Look("story-06-need-review");
        await reviewer.On.Press("发布");
        await reviewer.Confirm("发布需求", "发布");
        await reviewer.At("/workbench/demands/reviews");
    }

    private static async Task Match(Cast cast)
    {
        foreach (var (window, other, side) in new[] { (cast.Purchaser, Cast.Title, "need"), (cast.Publisher, Cast.NeedTitle, "achievement") })
        {
            await window.Menu("匹配");
            var fitting = window.Page.GetByRole(AriaRole.Article).Filter(new() { Has = window.Page.GetByRole(AriaRole.Link, new() { Name = other, Exact = true }) });
            await window.Until(fitting, $"the match of the {side}");
            (await fitting.GetByRole(AriaRole.List, new() { Name = "匹配理由" }).GetByRole(AriaRole.Listitem).CountAsync()).ShouldBeGreaterThan(1);
            await window.Look($"story-07-matches-of-the-{side}", guide: side == "need" ? "enterprise-matches" : null);
        }
    }
}
