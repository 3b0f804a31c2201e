using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>The registration: filed with one click, checked before it is sent, returned once, accepted by one registrar and confirmed by another.</summary>
static class Registering
{
    public static async Task Tell(Cast cast)
    {
        await File(cast.Publisher);
        await Return(cast.FirstRegistrar);
        await Correct(cast.Publisher);
        await Accept(cast.FirstRegistrar);
        await Confirm(cast.SecondRegistrar);
        await Certificate(cast);
    }

    private static async Task File(Window publisher)
    {
        await publisher.TakeUp("申请认定登记", Cast.Title);
        await publisher.On.Press("申请认定登记");
        await publisher.At("/workbench/contracts/registrations/*");
        await publisher.On.Shows("须先改正");
        await publisher.Look("story-19-pre-check-blocks");
        await publisher.On.Choose("社会经济目标", "农林牧渔业发展");
        await publisher.On.Choose("服务的国民经济行业", "农、林、牧、渔业");
        await publisher.On.Choose("计划来源", "计划外");
        await publisher.On.Write("技术内容摘要", "花牛苹果采后差压预冷与动态气调保鲜技术的排他实施许可。");
        foreach (var (legend, representative, contact, phone) in new[] { ("卖方", "王校长", "李老师", "0938-1234567"), ("买方", "赵总", "王采购", "0938-7654321") })
        {
            var party = publisher.Page.GetByRole(AriaRole.Group, new() { NameRegex = new("^" + legend, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) });
            await party.Write("法定代表人", representative);
            await party.Write("联系人", contact);
            await party.Write("联系电话", phone);
        }
        await publisher.On.Tick("拟申请税收优惠");
        await publisher.On.Tick("承诺所提交的材料真实");
        await publisher.On.Shows("没有发现会被退回的问题");
        await publisher.Look("story-19-pre-check-passes", guide: "university-registration");
        await Submit(publisher);
        await publisher.Look("story-19-filed");
    }

    private static async Task Submit(Window publisher)
    {
        await publisher.On.Press("提交登记");
        await publisher.Confirm("提交登记", "提交登记");
        await publisher.On.Shows("提交时间");
    }

    private static async Task Return(Window registrar)
    {
        await registrar.Menu("登记受理");
        await registrar.Until(registrar.On.GetByRole(AriaRole.Link).Filter(new() { HasText = Cast.Title }), "the filing in the queue");
        await registrar.Look("story-20-registrars-queue", guide: "bureau-queue");
        await registrar.TakeUp("受理登记", Cast.Title);
        await registrar.On.Press("受理并审查");
        await registrar.On.Shows("审查决定");
        await registrar.Look("story-20-registrars-desk");
        await registrar.On.Press("退回补正");
        var dialog = registrar.Dialog("退回补正");
        await dialog.Choose("退回原因", "缺少知识产权证明");
        await dialog.Write("具体说明", "请补充专利登记簿副本。");
        await registrar.Look("story-20-return-for-correction");
        await dialog.Press("退回补正");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await registrar.On.Shows("退回补正");
    }

    private static async Task Correct(Window publisher)
    {
        await publisher.TakeUp("补正登记材料", Cast.Title);
        await publisher.On.Shows("请补充专利登记簿副本。");
        await publisher.Look("story-20-to-correct");
        await publisher.On.Write("计划项目编号", "补正：专利登记簿副本已存入附件");
        await publisher.On.Shows("草稿已保存");
        await Submit(publisher);
    }

    private static async Task Accept(Window registrar)
    {
        await registrar.TakeUp("受理登记", Cast.Title);
        var take = registrar.On.GetByRole(AriaRole.Button, new() { Name = "受理并审查", Exact = true });
        if (await take.IsVisibleAsync()) await take.ClickAsync();
        await registrar.On.Shows("审查决定");
        foreach (var test in await registrar.Page.GetByRole(AriaRole.Radiogroup).Filter(new() { HasText = "不符合" }).AllAsync()) await test.Pick("符合");
        await registrar.Page.GetByText("合同文本", new() { Exact = true }).ClickAsync();
        await registrar.Look("story-21-checklist", guide: "bureau-desk");
        await registrar.On.Press("准予登记");
        await registrar.Dialog("准予登记").WaitForAsync();
        await registrar.Look("story-21-accept");
        await registrar.Confirm("准予登记", "准予登记");
        await registrar.On.Shows("待复核");
        await registrar.Look("story-21-waits-for-the-second");
    }

    private static async Task Confirm(Window registrar)
    {
        await registrar.TakeUp("复核登记", Cast.Title);
        await registrar.Look("story-22-second-registrar");
        await registrar.On.Press("复核通过");
        await registrar.Confirm("复核通过", "复核通过");
        await registrar.On.Shows("已登记");
        await registrar.Look("story-22-registered");
    }

    private static async Task Certificate(Cast cast)
    {
        var publisher = cast.Publisher;
        await publisher.Menu("我的登记");
        await publisher.On.GetByRole(AriaRole.Link).Filter(new() { HasText = Cast.Title }).First.ClickAsync();
        await publisher.At("/registrations/*");
        await publisher.Look("story-23-registration-of-the-seller");
        await publisher.On.Follow("登记证明");
        await publisher.At("/certificate");
        await publisher.Page.FrameLocator("iframe").GetByText("技术合同登记证明").First.WaitForAsync();
        await publisher.Look("story-23-certificate");
        var pdf = await publisher.Download("story-23-certificate.pdf", () => publisher.On.Press("下载 PDF"));
        System.Text.Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        await publisher.On.GetByRole(AriaRole.Link).Filter(new() { HasText = "打开公开核验页" }).ClickAsync();
        await publisher.At("/verify/*");

        var code = new Uri(publisher.Page.Url).Segments[^1];
        await cast.Visitor.Visit("/verify");
        await cast.Visitor.On.Write("20 位核验码", code);
        await cast.Visitor.On.Press("核验");
        await cast.Visitor.On.Shows("登记有效");
        await cast.Visitor.On.Shows("820,000.00");
        await cast.Visitor.Look("story-23-public-verification");
        cast.RegistrationNumber = (await cast.Visitor.On.Locator("dd strong").First.InnerTextAsync()).Trim();
    }
}
