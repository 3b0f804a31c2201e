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
    /// A candidate answers when its fit reaches this. Chosen on the judged needs (tests/Benchmarks quality), where the
    /// choice without a need agrees with the choice with it; any discount from 0.5 to 0.7 tells the same needs right.
    /// </summary>
    public const double LeastFit = 0.15;
    private const double OtherFieldDiscount = 0.6;

    /// <summary>
    /// How far a document answers what was asked, 0 to 1: the share of the asked terms, by rarity, that it holds. From
    /// another technical field the same words are worth less: they mostly mean something else there.
    /// </summary>
    public static double Fit(MatchQuery query, SearchDocument document, double coverage) =>
        query.FieldCode.Length > 0 && document.FieldCode.Length > 0 && query.FieldCode != document.FieldCode
            ? coverage * OtherFieldDiscount
            : coverage;

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
