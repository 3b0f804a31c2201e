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
            "SOLD_TO_ANOTHER" => new LocalText("该成果已与他方成交", "the achievement went to another party"),
            _ => Rules.CodeLists.DeclineReason.Find(code) is { } listed ? new LocalText(listed.Zh, listed.En) : null,
        };
        if (given is null) return Reason(words);
        var own = string.IsNullOrWhiteSpace(words) ? "" : words.Trim();
        return own.Length == 0
            ? new LocalText($"原因:{given.Zh}", $"Reason: {given.En}")
            : new LocalText($"原因:{given.Zh},{own}", $"Reason: {given.En}: {own}");
    }

    public static LocalText Mandate(string status) => status switch
    {
        "AGREED" => new LocalText("已生效", "agreed"),
        "DECLINED" => new LocalText("已拒绝", "declined"),
        "ENDED" => new LocalText("已终止", "ended"),
        _ => new LocalText("待接受", "proposed"),
    };

    public static LocalText ContractOutcome(string outcome) => outcome switch
    {
        "COMPLETED" => new LocalText("已履行完毕", "completed"),
        "TERMINATED" => new LocalText("已解除", "terminated"),
        _ => new LocalText("未生效即作废", "void before it took effect"),
    };
}
