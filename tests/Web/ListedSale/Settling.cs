using System.Text;
using Microsoft.Playwright;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests.ListedSale;

/// <summary>The result and its notice, then the money: the winner's stays, the loser's goes back through two people and the bank.</summary>
static class Settling
{
    public static async Task Tell(Hall hall)
    {
        await Result(hall);
        await hall.First.Menu("我的资金");
        await hall.First.On.Shows("代管中");
        await hall.First.Look("sale-13-money-of-the-winner");
        var back = hall.Second.On.GetByText("退还保证金");
        await hall.Second.Menu("我的资金");
        await hall.Second.Until(back, "the return is ordered");
        await hall.Second.Look("sale-13-money-of-the-loser");

        await Prepare(hall);
        await Release(hall.SecondFinance);
        await Execute(hall.Finance);
        await hall.Second.Visit("/workbench/money");
        await hall.Second.On.Shows("已退还");
        await hall.Second.Look("sale-17-deposit-is-back");
        await hall.Finance.Menu("总账");
        await hall.Finance.On.Press("立即核对");
        await hall.Finance.On.Shows("账目平衡");
        await hall.Finance.Look("sale-17-ledger", guide: "bureau-ledger");
    }

    private static async Task Result(Hall hall)
    {
        await hall.Onlooker.Visit("/sales");
        await hall.Onlooker.On.Follow(hall.Title);
        await hall.Onlooker.At("/sales/GP-*");
        await hall.Onlooker.Until(hall.Onlooker.On.GetByText("成交结果"), "the result is announced");
        await hall.Onlooker.On.Shows(Story.Enterprise);
        await hall.Onlooker.Look("sale-12-result-announced");
        await hall.First.Visit($"/workbench/trading/registrations/{hall.Sale.Id}");
        var deal = hall.First.Page.GetByRole(AriaRole.Link, new() { Name = "查看成交", Exact = true });
        await hall.First.Until(deal, "the notice has passed and the deal is concluded", 150);
        await hall.First.Look("sale-12-winner");
        await deal.ClickAsync();
        await hall.First.At("/workbench/trading/deals/*");
        await hall.First.Look("sale-12-deal");
    }

    private static async Task Open(Window finance)
    {
        await finance.Menu("付款单");
        await finance.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Story.OtherEnterprise }).GetByRole(AriaRole.Link).First.ClickAsync();
        await finance.At("/workbench/payments/payouts/*");
    }

    /// <summary>Who prepares a payout has no way to release it, neither on the page nor past it.</summary>
    private static async Task Prepare(Hall hall)
    {
        var finance = hall.Finance;
        await Open(finance);
        await finance.Look("sale-14-payout-raised");
        await finance.On.Press("制单");
        await finance.Look("sale-14-prepare");
        await finance.Dialog("制单").Press("制单");
        await finance.On.Shows("等待另一位财务人员放行");
        await Assertions.Expect(finance.On.GetByRole(AriaRole.Button, new() { Name = "放行", Exact = true })).ToHaveCountAsync(0);
        await finance.Look("sale-15-prepared");
        using var same = await Person.SignIn(hall.Market, "finance", Story.City);
        var url = "/api/payments/payouts/" + new Uri(finance.Page.Url).Segments[^1];
        var refused = await same.Try(HttpMethod.Post, url + "/release", new { version = (await same.Get(url)).Number("version") });
        refused.Code.ShouldBe("payments/second-person-needed");
    }

    private static async Task Release(Window second)
    {
        await Open(second);
        await second.On.Press("放行");
        await second.Dialog("放行").WaitForAsync();
        await second.Look("sale-15-release");
        await second.Confirm("放行", "放行");
        await second.On.Shows("已放行");
        await second.Look("sale-16-released");
    }

    /// <summary>The bank tells that it has left.</summary>
    private static async Task Execute(Window finance)
    {
        await finance.Menu("银行流水与核销");
        await Entering.Upload(finance, Encoding.UTF8.GetString(await finance.Download("sale-16-statement.csv", () => finance.On.Press("下载模拟流水"))));
        await finance.On.Shows("核销 1 行，待处理 0 行");
        await Open(finance);
        await finance.On.Shows("已付");
        await finance.Look("sale-16-executed");
    }
}
