using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>The mandate the brokers and the enterprise agree on, and the lead both parties accept.</summary>
static class Brokering
{
    public static async Task Tell(Cast cast)
    {
        await Propose(cast.Agency);
        await Accept(cast.Individual);
        await Accept(cast.Purchaser);
        await Introduce(cast);
        foreach (var party in new[] { cast.Purchaser, cast.Approver }) await AcceptLead(party);
        await cast.Agency.Page.ReloadAsync();
        await cast.Agency.Settle();
        await cast.Agency.On.Shows("双方接受");
        await cast.Agency.Look("story-09-lead-accepted");
    }

    private static async Task Propose(Window agency)
    {
        await agency.Look("story-08-broker-todo");
        await agency.Menu("经纪委托");
        await agency.On.Press("提出委托");
        await agency.Settle();
        await agency.On.Choose("委托方", Cast.Enterprise, typed: true);
        await agency.On.Pick("中介");
        await agency.On.Write("委托事项", "农产品冷链和保鲜技术的引进。");
        await agency.Look("story-08-mandate-parties");
        await agency.On.Press("下一步");
        await Bands(agency.On, [("500000", "5"), ("1000000", "3"), ("", "1")]);
        await agency.On.Write("受让方支付比例", "100");
        await agency.Look("story-08-mandate-bands", guide: "broker-mandate");
        await agency.On.Press("下一步");
        await agency.On.Press("添加经纪人");
        await agency.On.Write("第 1 行份额", "70");
        await agency.On.Choose("经纪人", Cast.IndividualName, typed: true);
        await agency.On.Write("第 2 行份额", "30");
        await agency.Look("story-08-mandate-shares");
        await agency.On.Press("下一步");
        await agency.Look("story-08-mandate-check");
        await agency.On.Press("提出委托");
        await agency.On.Shows("等待其他方接受。");
    }

    private static async Task Bands(ILocator place, (string UpTo, string Rate)[] bands)
    {
        var rates = place.GetByLabel(new Regex("^第 [0-9]+ 段费率$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        while (await rates.CountAsync() < bands.Length) await place.Press("增加一段");
        while (await rates.CountAsync() > bands.Length) await place.Press("移除");
        for (var row = 1; row <= bands.Length; row++)
        {
            if (bands[row - 1].UpTo.Length > 0) await place.Write($"第 {row} 段上限", bands[row - 1].UpTo);
            await place.Write($"第 {row} 段费率", bands[row - 1].Rate);
        }
    }

    private static async Task Accept(Window party)
    {
        await party.TakeUp("接受或拒绝经纪委托", Cast.Enterprise);
        await party.Look("story-08-mandate-to-accept");
        await party.On.Press("接受委托");
        await party.Confirm("接受委托", "接受委托");
        await party.On.Shows("接受委托");
    }

    private static async Task Introduce(Cast cast)
    {
        var agency = cast.Agency;
        await agency.Visit("/achievements/" + cast.AchievementNumber);
        await agency.On.Follow("引荐给委托方");
        await agency.Settle();
        await agency.Until(agency.On.Labelled("对应的需求"), "the need of the client");
        await agency.On.Choose("依据的委托", Cast.Enterprise);
        await agency.On.Labelled("对应的需求").FocusAsync();
        await agency.Page.Keyboard.PressAsync("ArrowDown");
        await agency.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = Cast.NeedTitle }).ClickAsync();
        await agency.Look("story-09-introduction");
        await agency.On.Press("确认引荐");
        await agency.Confirm("引荐成果", "确认引荐");
        await agency.On.Shows("保护记录");
    }

    private static async Task AcceptLead(Window party)
    {
        await party.TakeUp("答复引荐线索", Cast.Title);
        await party.Look("story-09-lead-to-answer");
        await party.On.Press("接受线索");
        await party.Dialog("接受线索").Press("接受线索");
        await party.Dialog("接受线索").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await party.Settle();
    }
}
