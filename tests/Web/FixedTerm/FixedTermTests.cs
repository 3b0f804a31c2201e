using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests.FixedTerm;

/// <summary>先用后转 through the pages: offered, reviewed, on notice, tried for free, reported on, kept, paid for by a deal.</summary>
[Collection(nameof(EmptyMarket))]
public sealed class FixedTermTests(EmptyMarket browsing)
{
    [Fact]
    public async Task A_technology_is_tried_for_free_and_becomes_a_deal_at_the_price_of_the_formula()
    {
        await using var trial = await Trial.Begin(browsing);
        try
        {
            await Offer(trial);
            await Review(trial);
            await TakeUp(trial);
            await Keep(trial);
        }
        catch
        {
            await trial.KeepAll("trial-failed");
            throw;
        }
        trial.Faults.ShouldBeEmpty();
    }

    private static async Task Offer(Trial trial)
    {
        var holder = trial.Holder;
        await holder.Menu("先用后转与开放许可");
        await holder.Look("trial-01-no-offers");
        await holder.On.Press("新建");
        await holder.At("/workbench/trading/fixed-term-offers/new");
        await holder.On.Press("提交审核");
        await holder.On.Shows("请选择成果");
        await holder.Keep("trial-02-missing");
        await holder.On.Pick("先用后转");
        await holder.On.Choose("成果", trial.Title, typed: true);
        await holder.On.Choose("转化方式", "专利实施许可合同", typed: true);
        await holder.On.Choose("许可类型", "普通许可");
        await holder.On.Write("使用范围", "在本单位工厂内用于铝合金铸件生产。");
        await holder.On.Write("地域", "甘肃省");
        await holder.On.WriteDay("取用截止日", Story.Today.AddDays(180));
        await holder.On.Write("名额", "2");
        await holder.On.Write("许可期限（月）", "36");
        await holder.On.Write("免费使用期（月）", "6");
        await holder.On.Pick("使用方决定保留");
        await holder.On.Write("确认成交期限（天）", "30");
        await holder.On.Write("退出约定", "退出后停止使用并归还技术资料。");
        await holder.On.Pick("按销售额提成");
        await holder.On.Write("提成比例", "3");
        await holder.On.Write("最低费用（可不填）", "50000");
        await holder.On.Write("封顶金额（可不填）", "800000");
        await holder.On.Write("支付方式", "成交合同生效后三十日内支付。");
        await holder.On.Write("报告周期（月）", "3");
        await holder.On.Write("联系人", "技术转移办公室 0938-0000000");
        await holder.On.Write("试算销售额", "2000000");
        await holder.On.Shows("按封顶金额");
        await holder.Look("trial-03-form");
        await holder.On.Press("提交审核");
        await holder.At("/workbench/trading/fixed-term-offers/*");
        await holder.On.Shows("待单位审批");
    }

    private static async Task Review(Trial trial)
    {
        var (approver, reviewer) = (trial.Approver, trial.Reviewer);
        await approver.TakeUp("审批先用后转或开放许可", trial.Title);
        await approver.On.Press("同意");
        await approver.Confirm("同意", "同意");
        await approver.On.Shows("待审核");

        await reviewer.TakeUp("审核先用后转或开放许可", trial.Title);
        await reviewer.Look("trial-04-review");
        await reviewer.On.Press("审核发布");
        var dialog = reviewer.Dialog("审核发布");
        await dialog.Tick("价款、支付、期限");
        await dialog.Tick("条件不含歧视性");
        await dialog.Tick("权利人与权利状态");
        await reviewer.Keep("trial-05-publish");
        await dialog.Press("审核发布");
        await reviewer.On.Shows("计价公示中");
        await reviewer.Look("trial-06-notice");
    }

    private static async Task TakeUp(Trial trial)
    {
        var taker = trial.Taker;
        await taker.Visit("/offers");
        await taker.Look("trial-07-public-list");
        await taker.On.Follow(trial.Title);
        await taker.At("/offers/XY-*");
        var apply = taker.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "申请先用", Exact = true });
        await taker.Until(apply, "the notice of the price formula has passed", 120);
        await taker.Look("trial-08-public-page", "enterprise-fixed-term-offer");
        await apply.ClickAsync();
        await taker.On.Write("使用目的", "在两条低压铸造线上验证工艺，解决铸件气孔问题。");
        await taker.On.Pick("没有利害关系");
        await taker.On.Write("姓名", "王采购");
        await taker.On.Write("电话", "13900000000");
        await taker.On.Tick("接受全部公布条款");
        await taker.Keep("trial-09-application");
        await apply.First.ClickAsync();
        await taker.Dialog("申请先用").Press("申请先用");
        await taker.At("/workbench/trading/uptakes/*");
        await taker.On.Shows("待权利人答复");

        var holder = trial.Holder;
        await holder.TakeUp("答复先用申请", trial.Title);
        await holder.Look("trial-10-screening");
        await holder.On.Press("同意先用");
        await holder.Confirm("同意先用", "同意先用");
        await holder.On.Shows("免费使用中");
    }

    private static async Task Keep(Trial trial)
    {
        var (taker, holder) = (trial.Taker, trial.Holder);
        await taker.Page.ReloadAsync();
        await taker.Settle();
        await taker.On.Shows("免费使用中");
        await taker.Look("trial-11-trial", "enterprise-trial");
        await taker.On.Press("决定保留");
        await taker.Confirm("决定保留", "决定保留");
        await taker.On.Shows("待最后报告");
        await taker.On.WriteDay("至", Story.Today);
        await taker.On.Write("本期销售额", "2000000");
        await taker.On.Write("使用情况", "两条生产线试用，合格率提高。");
        await taker.On.Press("提交报告");
        await taker.Confirm("提交报告", "提交报告");
        await taker.On.Shows("待确认");
        await taker.Look("trial-12-reported");

        await holder.TakeUp("确认使用报告", trial.Title);
        await holder.On.Press("确认报告");
        await holder.Confirm("确认报告", "确认报告");
        await holder.On.Shows("待确认成交");

        await taker.TakeUp("确认成交", trial.Title);
        await taker.Look("trial-13-price");
        await taker.On.Press("确认成交");
        await taker.Confirm("确认成交", "确认成交");
        await taker.On.Shows("已成交");
        await taker.On.GetByRole(Microsoft.Playwright.AriaRole.Link).Filter(new() { HasText = "JY-" }).First.ClickAsync();
        await taker.At("/workbench/trading/deals/*");
        await taker.Look("trial-14-deal");
        var deal = await trial.Story.Publisher.Get($"/api/trading/deals/{new Uri(taker.Page.Url).Segments[^1]}");
        deal.In("price").Text("amount").ShouldBe("60000.00");
    }
}
