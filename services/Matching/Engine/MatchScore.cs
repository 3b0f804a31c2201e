namespace TechMarket.Matching.Engine;

/// <summary>How a candidate's score is put together. Pure; the parts add up to the score, at most 1.</summary>
internal static class MatchScore
{
    public const double SharedTerms = 0.72;
    public const double SameField = 0.14;
    public const double MaturityFits = 0.05;
    public const double PriceWithinBudget = 0.04;
    public const double SameRegion = 0.05;

    /// <summary>
    /// A candidate fits when it holds at least this share of what was asked. The value that told most of the judged
    /// needs right (tests/Benchmarks quality); it errs towards showing, because a hidden answer costs more than a weak one.
    /// </summary>
    public const double LeastCoverage = 0.14;

    /// <summary>Everything but the shared terms, which only the index can tell.</summary>
    public static List<MatchReason> Circumstances(MatchQuery query, SearchDocument document)
    {
        var reasons = new List<MatchReason>();
        if (query.FieldCode.Length > 0 && query.FieldCode == document.FieldCode)
            reasons.Add(new MatchReason(MatchReasonKind.SameField, SameField, [document.FieldCode]));
        var demanded = document.Kind == DocumentKind.Achievement ? query.Maturity : document.Maturity;
        var offered = document.Kind == DocumentKind.Achievement ? document.Maturity : query.Maturity;
        if (demanded > 0 && offered >= demanded)
            reasons.Add(new MatchReason(MatchReasonKind.MaturityFits, MaturityFits, [offered.ToString(System.Globalization.CultureInfo.InvariantCulture)]));
        var budget = document.Kind == DocumentKind.Achievement ? query.Amount : document.Budget;
        var price = document.Kind == DocumentKind.Achievement ? document.Price : query.Amount;
        if (budget is { } most && price is { } asked && asked <= most)
            reasons.Add(new MatchReason(MatchReasonKind.PriceWithinBudget, PriceWithinBudget, [asked.ToString(System.Globalization.CultureInfo.InvariantCulture)]));
        var shared = AreaCode.SharedLevels(query.AreaCode, document.AreaCode);
        if (shared > 0)
            reasons.Add(new MatchReason(MatchReasonKind.SameRegion, SameRegion * shared / 3, [document.AreaCode[..(2 * shared)].PadRight(6, '0')]));
        return reasons;
    }

    public static double Sum(IReadOnlyList<MatchReason> reasons)
    {
        var sum = 0d;
        foreach (var reason in reasons)
            sum += reason.Contribution;
        return sum;
    }
}
