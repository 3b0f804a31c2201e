namespace TechMarket.Matching.Engine;

/// <summary>One side of the market looking for the other: a demand for achievements or an achievement for demands.</summary>
internal sealed record MatchQuery
{
    /// <summary>Text beyond this many characters is not read.</summary>
    public const int LongestText = 8_000;
    public const int LongestList = 100;

    public string Title { get; init; } = "";
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public string Text { get; init; } = "";
    public string FieldCode { get; init; } = "";

    /// <summary>A demand's least acceptable readiness, or an achievement's own; 0 is unknown.</summary>
    public int Maturity { get; init; }
    public string AreaCode { get; init; } = "";

    /// <summary>A demand's budget, or an achievement's asking price.</summary>
    public decimal? Amount { get; init; }
    public SearchFilter Filter { get; init; } = SearchFilter.None;
    public int Take { get; init; } = 10;
    public bool IncludeRestricted { get; init; }

    public static MatchQuery From(SearchDocument document) => new()
    {
        Title = document.Title,
        Keywords = document.Keywords,
        Text = document.Summary,
        FieldCode = document.FieldCode,
        Maturity = document.Maturity,
        AreaCode = document.AreaCode,
        Amount = document.Kind == DocumentKind.Demand ? document.Budget : document.Price,
    };
}

internal enum MatchReasonKind
{
    SharedTerms,
    SameField,
    MaturityFits,
    PriceWithinBudget,
    SameRegion,
}

/// <summary>One cause of a match and its part of the score.</summary>
/// <param name="Values">The shared terms (none when only parts of words are shared), or the code the reason is about.</param>
internal sealed record MatchReason(MatchReasonKind Kind, double Contribution, IReadOnlyList<string> Values);

/// <param name="Score">0 to 1, the sum of the reasons' contributions.</param>
/// <param name="Fit">How far the document answers what was asked, 0 to 1; unlike the score it does not depend on its neighbours.</param>
/// <param name="Answers">The fit is high enough to be offered as an answer; false marks a mere neighbour, however high it ranks.</param>
internal sealed record MatchCandidate(
    SearchDocument Document, double Score, double Fit, bool Answers, IReadOnlyList<MatchReason> Reasons);

/// <param name="NothingFits">No candidate really answers; the list then shows only the nearest neighbours.</param>
/// <param name="Confidence">The best fit among the first candidates; NothingFits is this below a threshold.</param>
internal sealed record MatchResult(bool NothingFits, double Confidence, IReadOnlyList<MatchCandidate> Candidates);
