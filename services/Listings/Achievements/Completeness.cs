using System.Text.RegularExpressions;
using TechMarket.Rules;

namespace TechMarket.Listings.Achievements;

/// <summary>What must be filled in before an achievement is submitted, field by field.</summary>
static partial class Completeness
{
    const int ShortestSummary = 20;

    /// <summary>The fields to correct and why: required, unknown, number-required, lapsed, shares, order, personal-data, positive, one-of-two.</summary>
    public static SortedDictionary<string, string> MissingIn(AchievementForm.Content content)
    {
        var missing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Need("title", content.Title.Trim().Length >= 4, "required");
        Need("keywords", content.Keywords.Count > 0, "required");
        NeedCode("form", content.Form, CodeLists.AchievementForm);
        NeedCode("fieldCode", content.FieldCode, CodeLists.TechField);
        NeedCode("maturity", content.Maturity, CodeLists.Maturity);
        NeedCode("pricingMode", content.PricingMode, CodeLists.PricingMode);
        Need("areaCode", Areas.Nearest(content.AreaCode) is not null, content.AreaCode is null ? "required" : "unknown");
        Need("holderUnits", content.HolderUnits.Count > 0, "required");
        Need("publicSummary", content.PublicSummary.Trim().Length >= ShortestSummary, "required");
        Need("publicSummary", !PhoneOrMail().IsMatch(content.PublicSummary), "personal-data");
        if (content.PlanCode is not null) NeedCode("planCode", content.PlanCode, CodeLists.PlanType);
        if (content.IndustryCode is not null) NeedCode("industryCode", content.IndustryCode, CodeLists.Industry);
        Need("transferWays", content.TransferWays.Count > 0, "required");
        Need("transferWays", content.TransferWays.All(CodeLists.TransferWay.Allows), "unknown");
        Need("ipRights", content.IpRights.Count > 0, "required");
        for (var i = 0; i < content.IpRights.Count; i++)
        {
            var right = content.IpRights[i];
            Need($"ipRights[{i}].kind", CodeLists.IpType.Allows(right.Kind), "unknown");
            Need($"ipRights[{i}].number", right.Kind is "KNOW_HOW" or "NONE" or "DESIGN_COPYRIGHT" || !string.IsNullOrWhiteSpace(right.Number), "number-required");
            Need($"ipRights[{i}].status", right.Status != AchievementForm.RightStatus.Lapsed, "lapsed");
        }
        Need("completers", content.Completers.All(c => !string.IsNullOrWhiteSpace(c.Name)), "required");
        Need("completers", content.Completers.Select(c => c.Order).Distinct().Count() == content.Completers.Count, "order");
        Need("completers", content.Completers.All(c => c.ShareRate is null) || content.Completers.Sum(c => c.ShareRate ?? 0) == 1m, "shares");
        Need("expectedPrice", content.ExpectedPrice is null || content.ExpectedPrice.Amount > 0, "positive");
        Need("expectedPrice", content.ExpectedPrice is not null ^ content.PriceNegotiable, "one-of-two");
        Need("secrecy.declared", content.Secrecy.Declared, "required");
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
