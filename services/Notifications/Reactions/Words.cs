using System.Globalization;
using TechMarket.Messages;
using TechMarket.Notifications.Notices;

namespace TechMarket.Notifications.Reactions;

/// <summary>Amounts, moments and codes as people read them.</summary>
static class Words
{
    public static LocalText Of(Money money)
    {
        var figures = money.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
        return money.Currency == "CNY" ? new LocalText($"{figures} 元", $"CNY {figures}") : $"{money.Currency} {figures}";
    }

    public static LocalText Of(DateTimeOffset at)
    {
        var china = at.ToOffset(TimeSpan.FromHours(8));
        return new LocalText(china.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture), china.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>A person's own words, or nothing; with a lead in front where there are some.</summary>
    public static LocalText Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? "" : new LocalText($"原因:{reason.Trim()}", $"Reason: {reason.Trim()}");

    /// <summary>Why a negotiation ended: the market's reason or the one chosen from the list, then a person's own words.</summary>
    public static LocalText Ended(string? code, string? words)
    {
        LocalText? given = code switch
        {
            "STALLED" => new LocalText("长时间无进展", "nothing happened for a long time"),
            "ACHIEVEMENT_WITHDRAWN" => new LocalText("成果已下架", "the achievement was taken off the market"),
            "LISTED_FOR_SALE" => new LocalText("该成果已公开挂牌,可报名参加", "the achievement is listed for sale; take part there"),
            "SOLD_TO_ANOTHER" => new LocalText("该成果已与他方成交", "the achievement went to another party"),
            _ => Rules.CodeLists.DeclineReason.Find(code) is { } listed ? new LocalText(listed.Zh, listed.En) : null,
        };
        if (given is null) return Reason(words);
        var own = string.IsNullOrWhiteSpace(words) ? "" : words.Trim();
        return own.Length == 0
            ? new LocalText($"原因:{given.Zh}", $"Reason: {given.En}")
            : new LocalText($"原因:{given.Zh},{own}", $"Reason: {given.En}: {own}");
    }

    /// <summary>Why a sale or a party moved: the market's codes in words, what people gave as it is.</summary>
    public static LocalText Sale(string? reason) => reason switch
    {
        "DEPOSIT_MISSING" => new LocalText("原因:未在期限内交纳保证金", "Reason: the deposit was not paid in time"),
        "SILENT_CONSENT" => new LocalText("逾期未提出意见,视为同意", "Nobody objected in time"),
        "TERMS_CHANGED" => new LocalText("原因:公告条款变更,请关注新公告", "Reason: the terms change; watch for the new announcement"),
        "NOBODY_QUALIFIED" => new LocalText("原因:没有合格意向方", "Reason: nobody qualified"),
        "EXTENDED" => new LocalText("已延长", "It was extended"),
        "TALKS_FAILED" => new LocalText("原因:协商未达成一致", "Reason: the talks failed"),
        "NO_BID" => new LocalText("原因:无人应价", "Reason: nobody bid"),
        "UNDER_RESERVE" => new LocalText("原因:未达保留价", "Reason: the bids stayed under the reserve"),
        "BIDDING_CANCELLED" => new LocalText("原因:竞价取消", "Reason: bidding was cancelled"),
        "RESULT_CANCELLED" => new LocalText("原因:成交结果作废", "Reason: the result was cancelled"),
        "DEFAULTED" => new LocalText("原因:受让方违约", "Reason: the transferee did not sign"),
        "CONTRACT_VOID" => new LocalText("原因:合同作废", "Reason: the contract is void"),
        "NOT_DECIDED" => new LocalText("原因:逾期未决定后续安排", "Reason: nothing was decided in time"),
        "SALE_ENDED" => new LocalText("原因:挂牌终止", "Reason: the sale ended"),
        _ => reason?.StartsWith("ACHIEVEMENT_WITHDRAWN", StringComparison.Ordinal) == true
            ? new LocalText("原因:成果已下架", "Reason: the achievement was taken off the market")
            : Reason(reason),
    };

    /// <summary>Why a bidding was paused or cancelled: the market's codes in words, what people gave as it is.</summary>
    public static LocalText Auction(string? reason) => reason switch
    {
        "INTERRUPTED" => new LocalText("原因:系统中断,中断的时间已补足", "Reason: the market was interrupted; the time is given back"),
        "TOO_FEW_BIDDERS" => new LocalText("原因:缴纳保证金的竞买人不足公告的最低数量", "Reason: fewer deposits were paid than the announcement asks for"),
        _ => Reason(reason),
    };

    /// <summary>Why a fixed-term offer or its use ended: the market's codes in words, what people gave as it is.</summary>
    public static LocalText FixedTerm(string? reason) => reason switch
    {
        "OFFER_OVER" => new LocalText("原因:该要约已结束", "Reason: the offer is over"),
        "FREE_PERIOD_OVER" => new LocalText("原因:免费使用期满", "Reason: the free period is over"),
        "REPORT_MISSING" => new LocalText("原因:未按期提交最后一期使用报告", "Reason: the last usage report did not come in time"),
        "NOT_CONCLUDED" => new LocalText("原因:逾期未确认成交", "Reason: the deal was not concluded in time"),
        "NOT_SIGNED" => new LocalText("原因:未签订合同", "Reason: the contract was not signed"),
        "CONTRACT_VOID" => new LocalText("原因:合同作废", "Reason: the contract is void"),
        "ACHIEVEMENT_WITHDRAWN" => new LocalText("原因:成果已下架", "Reason: the achievement was taken off the market"),
        _ => Reason(reason),
    };

    public static LocalText Mandate(string status) => status switch
    {
        "AGREED" => new LocalText("已生效", "agreed"),
        "DECLINED" => new LocalText("已拒绝", "declined"),
        "ENDED" => new LocalText("已终止", "ended"),
        _ => new LocalText("待接受", "proposed"),
    };

    public static LocalText RewardPlan(string status) => status switch
    {
        "RETURNED" => new LocalText("已退回", "returned"),
        "APPROVED" => new LocalText("已批准", "approved"),
        "NOTICE" => new LocalText("已公示", "announced"),
        "EFFECTIVE" => new LocalText("已生效", "in effect"),
        _ => new LocalText("已撤回", "withdrawn"),
    };

    public static LocalText ContractOutcome(string outcome) => outcome switch
    {
        "COMPLETED" => new LocalText("已履行完毕", "completed"),
        "TERMINATED" => new LocalText("已解除", "terminated"),
        _ => new LocalText("未生效即作废", "void before it took effect"),
    };
}
