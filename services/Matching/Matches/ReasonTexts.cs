using System.Globalization;
using TechMarket.Matching.Engine;
using TechMarket.Rules;

namespace TechMarket.Matching.Matches;

/// <summary>The reasons of a match in words.</summary>
static class ReasonTexts
{
    private const int MostTerms = 6;

    public static GetMatches.Reason Of(MatchReason reason)
    {
        var (kind, zh, en) = reason.Kind switch
        {
            MatchReasonKind.SharedTerms when reason.Values.Count == 0 => ("SHARED_TERMS", "用词相近", "Similar wording"),
            MatchReasonKind.SharedTerms => ("SHARED_TERMS", "共同关键词：" + string.Join("、", reason.Values.Take(MostTerms)), "Shared terms: " + string.Join(", ", reason.Values.Take(MostTerms))),
            MatchReasonKind.SameField => ("SAME_FIELD", "同一技术领域：" + Field(reason).Zh, "Same technical field: " + Field(reason).En),
            MatchReasonKind.MaturityFits => ("MATURITY_FITS", $"成熟度符合要求（TRL {reason.Values[0]}）", $"Maturity as wanted (TRL {reason.Values[0]})"),
            MatchReasonKind.PriceWithinBudget => ("PRICE_WITHIN_BUDGET", $"报价 {Yuan(reason)} 元在预算之内", $"Price of CNY {Yuan(reason)} is within the budget"),
            _ => ("SAME_REGION", "同一地区：" + Area(reason).Zh, "Same region: " + Area(reason).En),
        };
        return new GetMatches.Reason(kind, Math.Round(reason.Contribution, 4), reason.Values, zh, en);
    }

    private static LocalText Field(MatchReason reason) => CodeLists.TechField.Find(reason.Values[0])?.Name() ?? new LocalText(reason.Values[0], reason.Values[0]);

    private static LocalText Area(MatchReason reason) => Areas.FullName(reason.Values[0]) ?? new LocalText(reason.Values[0], reason.Values[0]);

    private static string Yuan(MatchReason reason) => decimal.Parse(reason.Values[0], CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
}
