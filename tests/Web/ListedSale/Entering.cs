using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests.ListedSale;

/// <summary>Registration, deposits by the bank's statement, qualification.</summary>
static partial class Entering
{
    public static async Task Tell(Hall hall)
    {
        await Register(hall, hall.First, "sale-01-first");
        await Register(hall, hall.Second, "sale-01-second");
        var codes = new[] { await CodeToPay(hall.First, "sale-02-first"), await CodeToPay(hall.Second, null) };
        await TakeMoney(hall.Finance, codes[0], codes[1]);
        foreach (var bidder in new[] { Story.Enterprise, Story.OtherEnterprise }) await Qualify(hall, bidder);
        await hall.Seller.Look("sale-04-parties-qualified");
    }

    private static async Task Register(Hall hall, Window bidder, string picture)
    {
        await bidder.Visit("/sales");
        await bidder.On.Follow(hall.Title);
        await bidder.At("/sales/GP-*");
        await bidder.Keep(picture + "-announcement");
        await bidder.On.Press("报名参加");
        await bidder.At("/workbench/trading/registrations/*");
        await bidder.On.Press("阅读保密确认书");
        await bidder.On.Tick("已阅读并代表本单位同意保密确认书");
        await bidder.On.Press("确认保密义务");
        await bidder.On.Shows("已确认保密");
        await bidder.On.Press("提交报名");
        await bidder.On.Shows("请填写资格说明");
        await bidder.On.Write("资格说明", "依法设立的企业法人，具备实施该成果的场地、设备和资金。");
        await bidder.On.Pick("没有利害关系");
        await bidder.On.Write("姓名", "王采购");
        await bidder.On.Write("电话", "13900000000");
        await bidder.On.Tick("已阅读并接受公告全部条款");
        await bidder.Keep(picture + "-form");
        await bidder.On.Press("提交报名");
        await bidder.On.Shows("等待资格审查");
        await bidder.Keep(picture + "-registered");
    }

    /// <summary>What the money page says must be written on the transfer.</summary>
    private static async Task<string> CodeToPay(Window bidder, string? picture)
    {
        await bidder.Menu("我的资金");
        var bill = bidder.On.GetByText("竞买保证金");
        await bidder.Until(bill, "the bill of the deposit");
        if (picture is not null) await bidder.Look(picture + "-deposit-to-pay");
        return Code().Match(await bidder.On.InnerTextAsync()).Value;
    }

    /// <summary>One transfer bears its code and is recognised; the other does not and is matched by hand.</summary>
    private static async Task TakeMoney(Window finance, string recognised, string forgotten)
    {
        await finance.Menu("银行流水与核销");
        var statement = Encoding.UTF8.GetString(await finance.Download("sale-03-statement.csv", () => finance.On.Press("下载模拟流水")));
        statement.ShouldContain(recognised);
        await Upload(finance, statement.Replace(forgotten, "竞买保证金", StringComparison.Ordinal));
        await finance.On.Shows("核销 1 行，待处理 1 行");
        var row = finance.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Story.OtherEnterprise }).Filter(new() { HasText = "附言里没有付款码" });
        await row.WaitForAsync();
        await finance.Look("sale-03-reconciliation-queue");
        await row.Press("核销");
        var dialog = finance.Dialog("核销");
        await dialog.Pick(forgotten);
        await finance.Look("sale-03-match-by-hand");
        await dialog.Press("核销");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await finance.On.Shows("没有流水");
    }

    public static Task Upload(Window finance, string statement) => finance.Page.Locator("input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = "statement.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(statement) });

    private static async Task Qualify(Hall hall, string bidder)
    {
        var seller = hall.Seller;
        await seller.Visit($"/workbench/trading/sales/{hall.Sale.Id}");
        var party = seller.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = bidder });
        await seller.Until(party.GetByText("已到账"), "the deposit is here");
        await party.Press("审查资格");
        var dialog = seller.Dialog($"资格审查：{bidder}");
        await dialog.Pick("合格");
        await dialog.Write("理由", "符合公告的受让方条件，材料齐全。");
        if (bidder == Story.Enterprise) await seller.Look("sale-04-qualify");
        await dialog.Press("确认结论");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await party.Shows("资格合格");
    }

    [GeneratedRegex("JK[0-9]{8}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
