using System.Text.RegularExpressions;
using TechMarket.Rules;

namespace TechMarket.Demands.Needs;

/// <summary>What must be filled in before a need is submitted, field by field.</summary>
static partial class Completeness
{
    const int ShortestDescription = 20;

    /// <summary>The fields to correct and why: required, unknown, positive, one-of-two, past, personal-data.</summary>
    public static SortedDictionary<string, string> MissingIn(DemandForm.Content content, DateOnly today)
    {
        var missing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Need("title", content.Title.Trim().Length >= 4, "required");
        NeedCode("type", content.Type, CodeLists.DemandType);
        Need("keywords", content.Keywords.Count > 0, "required");
        NeedCode("fieldCode", content.FieldCode, CodeLists.TechField);
        if (content.IndustryCode is not null) NeedCode("industryCode", content.IndustryCode, CodeLists.Industry);
        Need("description", content.Description.Trim().Length >= ShortestDescription, "required");
        Need("description", !PhoneOrMail().IsMatch(content.Description), "personal-data");
        Need("indicators", !string.IsNullOrWhiteSpace(content.Indicators), "required");
        Need("cooperationWays", content.CooperationWays.Count > 0, "required");
        Need("cooperationWays", content.CooperationWays.All(CodeLists.TransferWay.Allows), "unknown");
        Need("budget", content.Budget is null || content.Budget.Amount > 0, "positive");
        Need("budget", content.Budget is not null ^ content.BudgetNegotiable, "one-of-two");
        Need("areaCode", Areas.Nearest(content.AreaCode) is not null, content.AreaCode is null ? "required" : "unknown");
        Need("validUntil", content.ValidUntil is not null, "required");
        Need("validUntil", content.ValidUntil >= today, "past");
        return missing;

        void Need(string field, bool holds, string why)
        {
            if (!holds) missing.TryAdd(field, why);
        }

        void NeedCode(string field, string? code, CodeList list) => Need(field, list.Allows(code), code is null ? "required" : "unknown");
    }

    /// <summary>A mobile number or an e-mail address: contact runs over the market, not over the public text.</summary>
    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)|[\w.+-]+@[\w-]+\.[\w.]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PhoneOrMail();
}
