using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Searching;

/// <summary>The two sides as they are named in a request.</summary>
static class Kinds
{
    public static DocumentKind Of(string? kind) => kind switch
    {
        "achievement" => DocumentKind.Achievement,
        "demand" => DocumentKind.Demand,
        _ => throw Problems.UnknownKind.With(("accepted", new[] { "achievement", "demand" })),
    };
}
