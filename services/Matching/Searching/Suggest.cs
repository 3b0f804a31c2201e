using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Matching.Index;

namespace TechMarket.Matching.Searching;

/// <summary>A visitor types; titles and keywords that begin so are offered.</summary>
static class Suggest
{
    private const int Most = 10;
    private const int LongestPrefix = 50;

    public sealed record Item(string Text, int Documents);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static Ok<Response> Handle(MarketIndex index, string q = "", string kind = "achievement")
    {
        var side = Kinds.Of(kind);
        var typed = q.Trim();
        var found = typed.Length is 0 or > LongestPrefix ? [] : index.Of(side).Suggest(typed, Most);
        return TypedResults.Ok(new Response([.. found.Select(s => new Item(s.Text, s.Documents))]));
    }
}
