using TechMarket.Platform.Problems;

namespace TechMarket.Matching;

/// <summary>Every refusal of the Matching service.</summary>
static class Problems
{
    public static readonly Problem UnknownKind = new("matching/unknown-kind", 400, "The kind is achievement or demand.");
    public static readonly Problem UnknownSort = new("matching/unknown-sort", 400, "The sort is relevance, newest, price_asc or price_desc.");
    public static readonly Problem TooDeep = new("matching/too-deep", 400, "Results this deep are not listed; narrow the search.");
    public static readonly Problem NotListed = new("matching/not-listed", 404, "This is not on the market, or not yours to see.");
}
