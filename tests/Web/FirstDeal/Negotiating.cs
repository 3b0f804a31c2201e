using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>The talks: non-disclosure, the confidential detail, offer, message and counter-offer, agreement.</summary>
static class Negotiating
{
    public const string Secret = "差压风机静压二百六十帕，氧分压按呼吸熵每六小时下调零点二个百分点。";

    public static async Task Tell(Cast cast)
    {
        var (purchaser, publisher) = (cast.Purchaser, cast.Publisher);
        await Open(cast);
        await publisher.TakeUp("受理洽谈", Cast.Title);
        await publisher.Look("story-10-invitation");
        await publisher.On.Press("受理洽谈");
        await publisher.On.Shows("等待受让方确认保密");

        await purchaser.TakeUp("确认保密", Cast.Title);
        await purchaser.On.Tick("我代表");
        await purchaser.Look("story-11-non-disclosure");
        await purchaser.On.Press("确认保密义务");
        await purchaser.On.Shows("已确认保密义务");
        await OpenConfidential(purchaser);
        await Offer(purchaser, "提出报价", "600000", first: true);
        await purchaser.Look("story-12-offer-made");
        await Say(purchaser, "价格以中试线改造费用为限，请考虑。");

        await publisher.TakeUp("答复报价", Cast.Title);
        await publisher.Look("story-12-offer-to-answer", guide: "university-negotiation");
        await Say(publisher, "中试费用可由我方承担一半，价格请以九十万元为准。");
        await Offer(publisher, "提出新版报价", "900000", first: false);
        await publisher.Look("story-13-counter-offer");

        await purchaser.TakeUp("答复报价", Cast.Title);
        await purchaser.Look("story-13-versions-side-by-side", guide: "enterprise-versions");
        await purchaser.On.Press("接受报价");
        await purchaser.Dialog("接受报价").WaitForAsync();
        await purchaser.Look("story-13-accept");
        await purchaser.Confirm("接受报价", "接受报价");
        await purchaser.On.Shows("已达成一致，等待出让方公示");
    }

    private static async Task Open(Cast cast)
    {
        var purchaser = cast.Purchaser;
        await purchaser.Visit("/achievements/" + cast.AchievementNumber);
        await purchaser.Look("story-10-achievement-for-the-buyer");
        await purchaser.On.Follow("发起洽谈");
        await purchaser.Settle();
        await purchaser.Until(purchaser.On.Labelled("关联本单位需求"), "the enterprise's own need");
        await purchaser.On.Labelled("关联本单位需求").FocusAsync();
        await purchaser.Page.Keyboard.PressAsync("ArrowDown");
        await purchaser.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = Cast.NeedTitle }).ClickAsync();
        await purchaser.On.Write("给对方的话", "我公司为产地冷库配套预冷装备，希望以许可方式合作。");
        await purchaser.Look("story-10-open-negotiation");
        await purchaser.On.Press("发起洽谈");
        await purchaser.On.Shows("等待出让方受理");
    }

    private static async Task OpenConfidential(Window purchaser)
    {
        // The grant travels from one service to another before the detail opens; the button gives way to the detail.
        purchaser.Allow(403, "/confidential");
        var detail = purchaser.Page.GetByText(Secret);
        var open = purchaser.Page.GetByRole(AriaRole.Button, new() { Name = "查阅保密资料", Exact = true, Disabled = false });
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await open.Or(detail).First.WaitForAsync();
            if (await detail.IsVisibleAsync()) break;
            await open.First.ClickAsync();
            await purchaser.Page.WaitForTimeoutAsync(500);
        }
        await purchaser.On.Shows(Secret);
        await purchaser.Look("story-11-confidential");
    }

    private static async Task Offer(Window by, string title, string price, bool first)
    {
        await by.On.Press(title);
        var dialog = by.Dialog(title);
        if (first)
        {
            await dialog.Choose("合同类别", "专利实施许可合同", typed: true);
            await dialog.Choose("许可方式", "排他许可");
            await dialog.Choose("支付方式", "一次总算、分期支付");
        }
        await dialog.Write("价格", price);
        var half = (decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture) / 2).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        for (var row = 0; row < 2; row++)
        {
            if (first) await dialog.Press("增加一笔");
            await dialog.GetByLabel("付款条件").Nth(row).FillAsync(row == 0 ? "合同生效后十五日内" : "中试验收合格后");
            await dialog.GetByLabel("金额").Nth(row).FillAsync(half);
        }
        await dialog.Shows("合计与价格一致");
        await dialog.Write("地域范围", "中国境内");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);
        await dialog.WriteDay("起始日", today.AddDays(1));
        await dialog.WriteDay("截止日", today.AddYears(5));
        await dialog.Write("后续改进", "改进成果归改进方所有，另一方可免费使用。");
        await by.Look($"story-{(first ? 12 : 13)}-offer-form");
        await dialog.Press("发出报价");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await by.Settle();
    }

    private static async Task Say(Window by, string text)
    {
        await by.On.Write("写消息", text);
        await by.On.Press("发送");
        await by.On.Shows(text);
        await Assertions.Expect(by.On.Labelled("写消息")).ToHaveValueAsync("");
    }
}
