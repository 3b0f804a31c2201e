using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>The public notice of the price, the objection that pauses it, and its passing.</summary>
static class Announcing
{
    public static async Task Tell(Cast cast)
    {
        await Publish(cast);
        await Object(cast);
        await Decide(cast.Approver);
        await cast.Visitor.Page.ReloadAsync();
        await cast.Visitor.Settle();
        await cast.Visitor.On.Shows("异议不成立");
        await cast.Visitor.Look("story-15-objection-decided");
    }

    /// <summary>Waits for the period to end; the deal follows by itself.</summary>
    public static async Task Pass(Cast cast)
    {
        await cast.Visitor.Until(cast.Visitor.Page.GetByText("公示通过"), "the notice has passed", 150);
        await cast.Visitor.Look("story-16-notice-passed");
        await cast.Purchaser.Menu("成交");
        var deal = cast.Purchaser.Page.GetByRole(AriaRole.Link, new() { Name = Cast.Title, Exact = true });
        await cast.Purchaser.Until(deal, "the deal");
        await cast.Purchaser.Look("story-16-deals");
        await deal.ClickAsync();
        await cast.Purchaser.At("/workbench/trading/deals/*");
        await cast.Purchaser.Look("story-16-deal");
    }

    private static async Task Publish(Cast cast)
    {
        var publisher = cast.Publisher;
        await publisher.TakeUp("发布公示", Cast.Title);
        if (!publisher.Page.Url.EndsWith("/notice", StringComparison.Ordinal)) await publisher.On.Press("准备公示");
        await publisher.Settle();
        await publisher.On.Labelled("成果简介").FillAsync("花牛苹果采后差压预冷与动态气调保鲜技术，以排他许可方式交受让方实施。");
        await publisher.On.Write("定价依据", "参考资产评估报告和同类技术成交价，双方协议确定。");
        await publisher.On.Pick("没有利害关系");
        await publisher.On.Write("异议处理程序", "公示期内可实名提出异议，由未参与洽谈的审批人员核实，十个工作日内公布决定。");
        await publisher.Look("story-14-prepare-notice");
        await publisher.On.Press("发布公示");
        await publisher.Confirm("发布价格公示", "发布公示");
        await publisher.At("/workbench/trading/notices/*");
        await publisher.Keep("story-14-notice-of-the-unit");
        await publisher.On.Follow("查看公示页");
        await publisher.At("/notices/GS-*");
        cast.NoticeNumber = new Uri(publisher.Page.Url).Segments[^1];
    }

    /// <summary>Within the minute the demonstration gives for it; what takes time is looked at before and after.</summary>
    private static async Task Object(Cast cast)
    {
        var visitor = cast.Visitor;
        await visitor.Visit("/notices");
        await visitor.On.GetByRole(AriaRole.Link).Filter(new() { HasText = Cast.Title }).First.ClickAsync();
        await visitor.At("/notices/" + cast.NoticeNumber);
        await visitor.Keep("story-14-public-notice");
        await visitor.On.Press("提出异议");
        await visitor.On.Write("姓名", "赵先生");
        await visitor.On.Write("联系方式", "13800000000");
        await visitor.On.Write("异议理由", "拟交易价格明显低于同类成果的成交价格。");
        await visitor.On.Press("提交异议");
        await visitor.Confirm("提出异议", "提交异议");
        await visitor.On.Shows("异议核实中");
        (await visitor.On.InnerTextAsync()).ShouldNotContain("赵先生");
        await visitor.Look("story-15-objection-made");
    }

    private static async Task Decide(Window approver)
    {
        await approver.TakeUp("决定异议", Cast.Title);
        await approver.Look("story-15-objection-to-decide");
        await approver.On.Press("作出决定");
        var dialog = approver.Dialog("决定异议").First;
        await dialog.Pick("异议不成立");
        await dialog.Write("理由", "经核实，价格以资产评估报告为依据，程序完备。");
        await approver.Look("story-15-decide");
        await dialog.Press("提交决定");
        await approver.Page.GetByRole(AriaRole.Dialog).Last.Press("提交决定");
        await approver.On.Shows("公示中");
        await approver.Settle();
    }
}
