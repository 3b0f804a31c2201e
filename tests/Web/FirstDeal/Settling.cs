using System.Text;
using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>What follows: the turnover counts it, the commission is earned, taxed in preview, invoiced and paid; everyone was told.</summary>
static class Settling
{
    // 5 % of 500 000 and 3 % of 400 000, 70 and 30 parts of it.
    private const string Commission = "37,000.00";
    private const string AgencyPart = "25,900.00";
    private const string IndividualPart = "11,100.00";

    // 20 % of four fifths of 11 100.
    private const string Withheld = "1,776.00";

    public static async Task Tell(Cast cast)
    {
        await Count(cast);
        await Earn(cast);
        await Invoice(cast.Agency);
        await Pay(cast.Finance);
        await State(cast);
        await Notices(cast);
    }

    private static async Task Count(Cast cast)
    {
        var registrar = cast.FirstRegistrar;
        await registrar.Menu("技术合同成交额");
        await registrar.Page.Locator("canvas, svg").First.WaitForAsync();
        await registrar.Look("story-24-turnover", guide: "bureau-turnover");
        await registrar.On.Press("查看合同");
        var drawer = registrar.Dialog("查看合同");
        await drawer.Shows(cast.RegistrationNumber);
        await registrar.Look("story-24-turnover-contracts");
        var book = await registrar.Download("story-24-turnover.xlsx", () => drawer.Press("导出 Excel"));
        Encoding.ASCII.GetString(book, 0, 2).ShouldBe("PK");
        await cast.Visitor.Visit("/statistics");
        await cast.Visitor.Look("story-24-public-statistics");
    }

    private static async Task Earn(Cast cast)
    {
        foreach (var (broker, name) in new[] { (cast.Agency, "agency"), (cast.Individual, "individual") })
        {
            await broker.Menu("佣金");
            var row = broker.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Cast.Title }).Filter(new() { HasText = Commission });
            await broker.Until(row, "the commission is earned");
            await row.GetByRole(AriaRole.Link).First.ClickAsync();
            await broker.At("/workbench/commissions/*");
            await broker.Settle();
            await broker.On.Shows(AgencyPart);
            await broker.On.Shows(IndividualPart);
            await broker.Look($"story-25-commission-of-the-{name}", guide: name == "individual" ? "broker-commission" : null);
        }
        await cast.Individual.On.Shows(Withheld);
    }

    private static async Task Invoice(Window agency)
    {
        await agency.TakeUp("开票并登记", Cast.Title);
        await agency.On.Press("登记发票");
        await agency.Dialog("登记发票").Write("发票号码", "26332000000087654321");
        await agency.Look("story-25-invoice");
        await agency.Dialog("登记发票").Press("登记发票");
        await agency.Dialog("登记发票").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await agency.On.Shows("26332000000087654321");
    }

    private static async Task Pay(Window finance)
    {
        foreach (var (broker, amount, reference) in new[] { (Cast.AgencyName, "25900", "TS2026112200017"), (Cast.IndividualName, "11100", "TS2026112200018") })
        {
            await finance.Menu("佣金支付");
            var row = finance.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Cast.Title }).Filter(new() { HasText = broker });
            await finance.Until(row, "the part can be paid");
            await finance.Look("story-26-payouts");
            await row.Press("登记支付");
            var dialog = finance.Dialog("登记支付");
            await dialog.Write("应付佣金（税前）", "1");
            await dialog.Write("银行流水号", reference);
            await dialog.Press("登记支付");
            await dialog.Shows("金额须与应付金额完全一致");
            await dialog.Write("应付佣金（税前）", amount);
            await finance.Look("story-26-payment");
            await dialog.Press("登记支付");
            await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            await finance.Settle();
        }
    }

    private static async Task State(Cast cast)
    {
        foreach (var (broker, amount, name) in new[] { (cast.Agency, AgencyPart, "agency"), (cast.Individual, IndividualPart, "individual") })
        {
            await broker.Menu("佣金对账单");
            var row = broker.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Cast.Title }).Filter(new() { HasText = amount }).Filter(new() { HasText = "TS20261122" });
            await broker.Until(row, "the payment on the statement");
            await broker.Look($"story-27-statement-of-the-{name}");
        }
        var pdf = await cast.Individual.Download("story-27-statement.pdf", () => cast.Individual.On.Press("PDF"));
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        var book = await cast.Agency.Download("story-27-statement.xlsx", () => cast.Agency.On.Press("Excel"));
        Encoding.ASCII.GetString(book, 0, 2).ShouldBe("PK");
    }

    private static async Task Notices(Cast cast)
    {
        foreach (var member in cast.Members)
        {
            await member.Visit("/workbench");
            await member.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^通知，", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
            await member.At("/workbench/notifications");
            await member.Settle();
            await Assertions.Expect(member.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        }
        await cast.Publisher.Look("story-28-inbox-of-the-university");
        await cast.Purchaser.Look("story-28-inbox-of-the-enterprise");
        await cast.Purchaser.Menu("成交");
        await cast.Purchaser.On.Follow(Cast.Title);
        await cast.Purchaser.At("/workbench/trading/deals/*");
        await cast.Purchaser.Look("story-28-deal-line-at-the-end");
    }
}
