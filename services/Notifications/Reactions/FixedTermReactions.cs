using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>The bureau reviews, the holder hears how its offer goes.</summary>
sealed class OnFixedTermOfferChanged(Notifier notifier, Recipients who) : IReaction<FixedTermOfferChanged>
{
    public async Task React(FixedTermOfferChanged fact, CancellationToken ct)
    {
        LocalText? status = fact.Status switch
        {
            "SUBMITTED" => new("待审核", "waits for review"),
            "RETURNED" => new("被退回修改", "was returned"),
            "NOTICE" => new("已审核,计价方式公示中", "was approved; its price formula is on public notice"),
            "PUBLISHED" => new("已发布", "is open"),
            "EXPIRED" => new("已到期", "has expired"),
            "WITHDRAWN" => new("已撤回", "was withdrawn"),
            // That the achievement is free again is heard from the achievement.
            _ => null,
        };
        if (status is null) return;
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.SellerName), ("status", status), ("reason", Words.FixedTerm(fact.Reason)),
            ("mode", fact.Kind == "OPEN_LICENSE" ? new LocalText("开放许可", "open licence") : new LocalText("先用后转", "try-first offer")),
        ];
        var review = fact.Status == "SUBMITTED";
        var people = review ? await who.BureauOf(fact.SellerId, Roles.Reviewer, ct) : await who.In(fact.SellerId, Negotiators.Deciders, ct);
        await notifier.Tell(
            fact, review ? NoticeKinds.FixedTermOfferReview : NoticeKinds.FixedTermOfferMoved, people, Links.FixedTermOffer(fact.OfferId), words, null, ct);
    }
}

/// <summary>Whoever has to act next hears of it; of an end both sides do.</summary>
sealed class OnUptakeChanged(Notifier notifier, Recipients who) : IReaction<UptakeChanged>
{
    public async Task React(UptakeChanged fact, CancellationToken ct)
    {
        var declared = fact is { Kind: "OPEN_LICENSE", Status: "CONVERTED" };
        var (kind, status) = fact.Status switch
        {
            "APPLIED" => (NoticeKinds.UptakeApplied, new LocalText("申请先用", "applied for free use")),
            "CONVERTED" when declared => (NoticeKinds.UptakeApplied, new LocalText("以通知取得开放许可", "took the open licence by notice")),
            "REPORT_FILED" => (NoticeKinds.UsageReportFiled, new LocalText("已提交", "filed")),
            "REPORT_DISPUTED" => (NoticeKinds.UsageReportAnswered, new LocalText("有疑问,请更正", "disputed; correct it")),
            "REPORT_CONFIRMED" => (NoticeKinds.UsageReportAnswered, new LocalText("已确认", "confirmed")),
            "PAY_DUE" => (NoticeKinds.UptakeToConclude, new LocalText("待确认成交", "deal to conclude")),
            "TRIAL" => (NoticeKinds.UptakeMoved, new LocalText("申请通过,开始免费使用", "accepted; free use begins")),
            "REFUSED" => (NoticeKinds.UptakeMoved, new LocalText("申请未通过", "not accepted")),
            "TRIGGERED" => (NoticeKinds.UptakeMoved, new LocalText("达到付费条件,待最后一期使用报告", "trigger met; the last usage report is awaited")),
            "CONVERTED" => (NoticeKinds.UptakeMoved, new LocalText("已确认成交", "deal concluded")),
            "EXITED" => (NoticeKinds.UptakeMoved, new LocalText("已退出,不付费", "ended without a fee")),
            "DEFAULTED" => (NoticeKinds.UptakeMoved, new LocalText("受让方违约", "the taker is in default")),
            "GUARANTEE_CLAIM" => (NoticeKinds.UptakeMoved, new LocalText("已主张担保", "the guarantee is called on")),
            _ => (NoticeKinds.UptakeMoved, new LocalText("申请已撤回", "application taken back")),
        };
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("offer", fact.OfferNumber), ("who", fact.TakerName), ("status", status),
            ("reason", Words.FixedTerm(fact.Reason)), ("amount", fact.Price is { } price ? Words.Of(price) : ""),
            ("until", fact.DueAt is { } due ? Words.Of(due) : ""),
        ];
        Guid[] concerned = fact.Status switch
        {
            "APPLIED" or "REPORT_FILED" => [fact.SellerId],
            "REFUSED" or "TRIAL" or "REPORT_DISPUTED" or "REPORT_CONFIRMED" or "PAY_DUE" => [fact.TakerId],
            "CONVERTED" => [fact.SellerId],
            _ => [fact.SellerId, fact.TakerId],
        };
        await notifier.Tell(fact, kind, await who.In(concerned, Negotiators.Any, ct), Links.Uptake(fact.UptakeId), words, null, ct);
    }
}

/// <summary>The taker is reminded; that a report is missing the holder hears too.</summary>
sealed class OnUptakeReminded(Notifier notifier, Recipients who) : IReaction<UptakeReminded>
{
    public async Task React(UptakeReminded fact, CancellationToken ct)
    {
        LocalText matter = fact.Matter switch
        {
            "TRIAL_ENDS" => new("免费使用期将满", "the free period ends"),
            "REPORT_DUE" => new("使用报告将到期", "a usage report is due"),
            "REPORT_OVERDUE" => new("使用报告逾期未交", "a usage report is overdue since"),
            _ => new("确认成交期限将满", "conclude the deal until"),
        };
        Guid[] concerned = fact.Matter == "REPORT_OVERDUE" ? [fact.SellerId, fact.TakerId] : [fact.TakerId];
        await notifier.Tell(
            fact, NoticeKinds.UptakeReminder, await who.In(concerned, Negotiators.Any, ct), Links.Uptake(fact.UptakeId),
            [("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.TakerName), ("status", matter), ("until", Words.Of(fact.DueAt))],
            null, ct);
    }
}
