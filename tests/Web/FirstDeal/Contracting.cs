using Microsoft.Playwright;

namespace TechMarket.WebTests.FirstDeal;

/// <summary>The contract that drafted itself: one item is named as no technology, both confirm, both sign with their password.</summary>
static class Contracting
{
    public static async Task Tell(Cast cast)
    {
        await Amend(cast.Purchaser);
        await Confirm(cast.Purchaser, "story-17-contract-version-2");
        await Confirm(cast.Publisher, "story-17-contract-to-confirm");
        await Sign(cast.Approver, "story-18-seller-signs");
        await Sign(cast.Purchaser, "story-18-buyer-signs");
        await cast.Purchaser.On.Shows("已生效");
        await cast.Purchaser.Look("story-18-contract-effective");
        await cast.Purchaser.Page.GetByText("合同文本", new() { Exact = true }).ClickAsync();
        await cast.Purchaser.Look("story-18-contract-document");
        var pdf = await cast.Purchaser.Download("story-18-contract.pdf", () => cast.Purchaser.On.Press("下载 PDF"));
        System.Text.Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
    }

    private static async Task Amend(Window purchaser)
    {
        await purchaser.TakeUp("确认合同", Cast.Title);
        await purchaser.Look("story-17-contract-drafted");
        await purchaser.On.Press("修改条款和明细");
        var items = purchaser.On.Locator("[role=group]").Filter(new() { Has = purchaser.Page.GetByLabel("项目") });
        await items.Nth(0).GetByLabel("金额").FillAsync("820000");
        await purchaser.On.Press("添加一项");
        var added = items.Nth(1);
        await added.GetByLabel("项目").FillAsync("随许可交付的预冷工装");
        await added.GetByLabel("说明").FillAsync("工装按成本交付，不属于技术性费用");
        // What is left of the price is offered for the new item; another amount does not add up.
        await Assertions.Expect(added.GetByLabel("金额")).ToHaveValueAsync("80000.00");
        await added.GetByLabel("金额").FillAsync("70000");
        await purchaser.On.Shows("合计 890,000.00");
        await purchaser.On.Press("保存为新版本");
        await purchaser.On.Shows("各项金额之和必须等于合同价款");
        await added.GetByLabel("金额").FillAsync("80000");
        await purchaser.On.Write("修改说明", "列明非技术性费用");
        await purchaser.Look("story-17-contract-amend");
        await purchaser.On.Press("保存为新版本");
        await purchaser.On.Shows("第 2 版");
        await purchaser.On.Press("版本对照");
        await purchaser.Dialog("版本对照").WaitForAsync();
        await purchaser.Look("story-17-contract-versions");
        await purchaser.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task Confirm(Window party, string picture)
    {
        await party.TakeUp("确认合同", Cast.Title);
        await party.Look(picture);
        await party.On.Press("确认本版本");
        await party.Confirm("确认合同版本", "确认本版本");
        await party.On.Shows("已确认");
    }

    private static async Task Sign(Window signer, string picture)
    {
        await signer.TakeUp("签署合同", Cast.Title);
        await signer.On.Press("签署");
        var dialog = signer.Dialog("签署合同");
        await dialog.Tick("我已阅读合同全文");
        await dialog.Write("登录密码", signer.Account!.Password);
        await signer.Look(picture);
        await dialog.Press("签署");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await signer.On.Shows("已签署");
        await signer.Settle();
    }
}
