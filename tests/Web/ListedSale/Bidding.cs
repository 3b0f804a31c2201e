using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests.ListedSale;

/// <summary>The live room before two bidders and an onlooker. Nobody reloads a page.</summary>
static class Bidding
{
    private const string Marked = "1100000";
    private const string AfterTheCut = "1,110,000.00";
    private const string Last = "1,120,000.00";

    // Half a minute before the end a bid moves it; with this much left the bid is surely in time.
    private static readonly TimeSpan BeforeTheEnd = TimeSpan.FromSeconds(20);

    public static async Task Tell(Hall hall)
    {
        await Enter(hall);
        await hall.Sale.BiddingOpens();
        foreach (var window in new[] { hall.First, hall.Second, hall.Onlooker }) await window.On.Shows("限时报价期");
        await hall.First.Keep("sale-06-open-first");

        await QuickBid(hall.First);
        await Leads(hall.First);
        await QuickBid(hall.Second);
        await Leads(hall.Second);
        await hall.First.On.Shows("第 2 位");
        await hall.First.On.Shows("已有更高出价，本单位不再领先。");
        await hall.First.Keep("sale-07-overtaken");
        await BidAboveTheMark(hall.First);
        await Cut(hall);
        await Extend(hall);

        foreach (var window in new[] { hall.First, hall.Second, hall.Onlooker })
        {
            await window.Page.GetByText("竞价已结束").First.WaitForAsync(new() { Timeout = 120_000 });
            await window.On.Shows(Last);
        }
        await hall.First.Look("sale-11-closed-winner");
        await hall.Onlooker.Look("sale-11-closed-onlooker");
        await Anonymous(hall.Onlooker);
    }

    private static async Task Enter(Hall hall)
    {
        foreach (var (bidder, name) in new[] { (hall.First, "first"), (hall.Second, "second") })
        {
            await bidder.Visit($"/workbench/trading/registrations/{hall.Sale.Id}");
            var door = bidder.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^进入竞价室", RegexOptions.None, TimeSpan.FromSeconds(1)) });
            await bidder.Until(door, "the bidding is set", 240);
            await bidder.Look($"sale-05-bidding-is-set-{name}", guide: name == "first" ? "enterprise-registration" : null);
            await door.ClickAsync();
            await bidder.At("/workbench/trading/auctions/*");
            await bidder.On.Shows("实时连接");
        }
        await hall.Onlooker.Visit("/auctions");
        await hall.Onlooker.Keep("sale-05-bidding-hall");
        await hall.Onlooker.On.Follow(hall.Title);
        await hall.Onlooker.At("/auctions/*");
        await hall.Onlooker.On.Shows("您正在旁观");
    }

    private static Task QuickBid(Window bidder) => bidder.On.Part("快捷出价").GetByRole(AriaRole.Button).First.ClickAsync();

    private static Task Leads(Window bidder) => bidder.Page.GetByText("领先", new() { Exact = true }).First.WaitForAsync();

    /// <summary>What is above one's own mark is asked once more before it is sent.</summary>
    private static async Task BidAboveTheMark(Window bidder)
    {
        await bidder.Page.GetByText("大额确认", new() { Exact = true }).ClickAsync();
        await bidder.On.Write("大额确认", "1050000");
        await bidder.On.Write("其他金额（元）", Marked);
        await bidder.On.Press("出价");
        var asked = bidder.Dialog("确认出价");
        await asked.Shows("该金额超过大额确认线");
        await bidder.Keep("sale-08-confirmation");
        await asked.Press("出价");
        await Leads(bidder);
    }

    /// <summary>One bidder's connection is cut; what happens meanwhile is there when it is back.</summary>
    private static async Task Cut(Hall hall)
    {
        await hall.FirstCable.Cut();
        await hall.First.On.Shows("连接中断，正在重连");
        await hall.First.Keep("sale-09-connection-cut");
        await QuickBid(hall.Second);
        await Leads(hall.Second);
        hall.FirstCable.Mend();
        await hall.First.On.Shows("实时连接");
        await hall.First.On.Shows(AfterTheCut);
        await hall.First.On.Shows("第 2 位");
        await hall.First.Look("sale-09-connection-back", guide: "enterprise-bidding-room");
    }

    /// <summary>A bid in the last half minute moves the end, and everybody sees it.</summary>
    private static async Task Extend(Hall hall)
    {
        var ends = (await hall.Sale.Standing()).In("endsAt").GetDateTimeOffset();
        var left = ends - BeforeTheEnd - TimeProvider.System.GetUtcNow();
        if (left > TimeSpan.Zero) await Task.Delay(left);
        await QuickBid(hall.First);
        // Above the mark again.
        await hall.First.Dialog("确认出价").Press("出价");
        foreach (var window in new[] { hall.First, hall.Second, hall.Onlooker }) await window.On.Shows("已延时至");
        await hall.First.Look("sale-10-extended-first");
        await hall.Onlooker.Keep("sale-10-extended-onlooker");
        await Anonymous(hall.Onlooker);
    }

    private static async Task Anonymous(Window onlooker)
    {
        var seen = await onlooker.On.InnerTextAsync();
        foreach (var name in new[] { Story.Enterprise, Story.OtherEnterprise, "王采购" }) seen.ShouldNotContain(name);
    }
}
