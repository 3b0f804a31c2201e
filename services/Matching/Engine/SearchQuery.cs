namespace TechMarket.Matching.Engine;

internal enum SearchOrder
{
    Relevance,
    Newest,
    PriceAscending,
    PriceDescending,
}

/// <summary>A property that results are filtered by and counted by.</summary>
internal enum Facet
{
    Field,
    Maturity,
    Area,
    IpType,
    PricingMode,
    PriceBand,
    TransferWay,
    Owner,
    Visibility,
}

/// <summary>Conditions on codes. Values of one property are alternatives; different properties must all hold.</summary>
internal sealed record SearchFilter
{
    public static readonly SearchFilter None = new();

    public IReadOnlyCollection<string> Fields { get; init; } = [];
    public int? MinMaturity { get; init; }
    public int? MaxMaturity { get; init; }
    public IReadOnlyCollection<int> Maturities { get; init; } = [];

    /// <summary>Province, city or county codes; trailing zero pairs widen the area, so 620000 means all of the province.</summary>
    public IReadOnlyCollection<string> Areas { get; init; } = [];
    public IReadOnlyCollection<string> IpTypes { get; init; } = [];
    public IReadOnlyCollection<string> PricingModes { get; init; } = [];
    public IReadOnlyCollection<string> PriceBands { get; init; } = [];
    public IReadOnlyCollection<string> TransferWays { get; init; } = [];
    public IReadOnlyCollection<Guid> Owners { get; init; } = [];
    public Visibility? Visibility { get; init; }
}

/// <summary>A keyword search; without text it browses the newest first.</summary>
internal sealed record SearchQuery
{
    /// <summary>The deepest result a page may reach: deeper pages help no reader and cost memory.</summary>
    public const int DeepestResult = 10_000;
    public const int LongestPage = 200;

    /// <summary>Text beyond this many characters is not read.</summary>
    public const int LongestText = 200;

    public string Text { get; init; } = "";
    public SearchFilter Filter { get; init; } = SearchFilter.None;
    public SearchOrder Order { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 20;
    public bool WithFacets { get; init; } = true;
    public bool WithHighlights { get; init; } = true;

    /// <summary>True only when the caller acts for a verified institute; otherwise such documents do not exist for it.</summary>
    public bool IncludeRestricted { get; init; }
}

/// <summary>A piece of shown text and whether it is what was searched for. Plain text, never markup.</summary>
internal readonly record struct TextSegment(string Text, bool Hit);

/// <param name="Complete">All words of the query were found; false marks the partial matches listed below those.</param>
internal sealed record SearchHit(
    SearchDocument Document, double Score, bool Complete,
    IReadOnlyList<TextSegment> Title, IReadOnlyList<TextSegment> Snippet);

/// <summary>How many results a code would leave if it were the only choice for its property.</summary>
internal readonly record struct FacetCount(string Code, int Count);

/// <param name="Total">Exact number of results over all pages.</param>
/// <param name="Complete">How many of them hold every word of the query.</param>
internal sealed record SearchResult(
    int Total, int Complete, IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Facets);

internal sealed record Suggestion(string Text, int Documents);
