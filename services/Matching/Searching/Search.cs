using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TechMarket.Matching.Engine;
using TechMarket.Matching.Index;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Matching.Searching;

/// <summary>A visitor searches achievements or needs by words and filters; without words the newest come first.</summary>
static class Search
{
    /// <param name="Q">Chinese or Latin words; all of them preferred.</param>
    /// <param name="Kind">achievement or demand.</param>
    /// <param name="Region">GB/T 2260 codes: a province's code finds all of the province.</param>
    /// <param name="Maturity">Technology readiness levels 1 to 9.</param>
    /// <param name="Sort">relevance, newest, price_asc or price_desc.</param>
    public sealed record Query(
        [property: FromQuery, Required] string Kind,
        [property: FromQuery, StringLength(SearchQuery.LongestText)] string? Q,
        [property: FromQuery, MaxLength(30)] string[]? Field,
        [property: FromQuery, MaxLength(30)] string[]? Region,
        [property: FromQuery, MaxLength(30)] int[]? Maturity,
        [property: FromQuery, Range(1, 9)] int? MinMaturity,
        [property: FromQuery, MaxLength(30)] string[]? IpType,
        [property: FromQuery, MaxLength(30)] string[]? PricingMode,
        [property: FromQuery, MaxLength(30)] string[]? PriceBand,
        [property: FromQuery, MaxLength(30)] string[]? TransferWay,
        [property: FromQuery] Guid? Owner,
        [property: FromQuery] string? Sort,
        [property: FromQuery, Range(1, 10_000)] int? Page,
        [property: FromQuery, Range(0, 100)] int? Size);

    /// <summary>Text in pieces; hit marks what was searched for. Plain text, never markup.</summary>
    public sealed record Piece(string Text, bool Hit);

    public sealed record Highlight(IReadOnlyList<Piece> Title, IReadOnlyList<Piece> Snippet);

    /// <param name="Complete">Every word was found; false marks partial matches, listed below those.</param>
    public sealed record Item(
        Guid Id, string Number, string? Source, string? ExternalId, string Title, Highlight Highlight, string FieldCode, IReadOnlyList<string> Keywords, int Maturity,
        string? AreaCode, IReadOnlyList<string> IpTypes, string? PricingMode, IReadOnlyList<string> TransferWays, Money? Price, Money? Budget,
        string? OwnerName, bool OwnerStated, string Status, string? DemandType, DateOnly? ValidUntil, DateTimeOffset PublishedAt, bool Complete);

    public sealed record FacetCount(string Code, int Count);

    /// <param name="Total">Exact, over all pages.</param>
    /// <param name="Complete">How many of them hold every word.</param>
    /// <param name="Facets">Counts by code: how many results each choice would leave.</param>
    /// <param name="TookMs">Time in the index, milliseconds.</param>
    public sealed record Response(
        IReadOnlyList<Item> Items, int Total, int Complete, int Page, int Size, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, double TookMs);

    public static async Task<Ok<Response>> Handle([AsParameters] Query query, Visitor visitor, MatchingDb db, MarketIndex index, CancellationToken ct)
    {
        var kind = Kinds.Of(query.Kind);
        // One's own are one's own, also those shown to institutes alone; the other owners' counts are left out then.
        var mine = query.Owner is { } owner && owner == visitor.Caller?.Organisation;
        var (page, size) = (query.Page ?? 1, query.Size ?? 20);
        if ((long)(page - 1) * size >= SearchQuery.DeepestResult) throw Problems.TooDeep.With(("deepest", SearchQuery.DeepestResult));
        var started = Stopwatch.GetTimestamp();
        var found = index.Of(kind).Search(new SearchQuery
        {
            Text = query.Q ?? "",
            Filter = Filter(query),
            Order = Order(query.Sort),
            Skip = (page - 1) * size,
            Take = size,
            IncludeRestricted = mine || Restricted.MayBeSeenBy(visitor),
        });
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var ids = found.Hits.Select(h => h.Document.Id).ToList();
        var entries = ids.Count == 0 ? [] : await db.Entries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        return TypedResults.Ok(new Response(
            [.. found.Hits.Select(h => ItemOf(h, entries[h.Document.Id]))], found.Total, found.Complete, page, size,
            found.Facets.Where(f => !mine || f.Key is not (Facet.Owner or Facet.Visibility)).ToDictionary(f => FacetName(f.Key), IReadOnlyList<FacetCount> (f) => [.. f.Value.Select(c => new FacetCount(c.Code, c.Count))], StringComparer.Ordinal),
            Math.Round(took, 3)));
    }

    private static SearchFilter Filter(Query query) => new()
    {
        Fields = query.Field ?? [],
        Areas = query.Region ?? [],
        Maturities = query.Maturity ?? [],
        MinMaturity = query.MinMaturity,
        IpTypes = query.IpType ?? [],
        PricingModes = query.PricingMode ?? [],
        PriceBands = query.PriceBand ?? [],
        TransferWays = query.TransferWay ?? [],
        Owners = query.Owner is { } owner ? [owner] : [],
    };

    private static SearchOrder Order(string? sort) => sort switch
    {
        null or "" or "relevance" => SearchOrder.Relevance,
        "newest" => SearchOrder.Newest,
        "price_asc" => SearchOrder.PriceAscending,
        "price_desc" => SearchOrder.PriceDescending,
        _ => throw Problems.UnknownSort.With(("accepted", new[] { "relevance", "newest", "price_asc", "price_desc" })),
    };

    private static string FacetName(Facet facet) => facet switch
    {
        Facet.Field => "field",
        Facet.Maturity => "maturity",
        Facet.Area => "region",
        Facet.IpType => "ipType",
        Facet.PricingMode => "pricingMode",
        Facet.PriceBand => "priceBand",
        Facet.TransferWay => "transferWay",
        Facet.Owner => "owner",
        _ => "visibility",
    };

    private static Item ItemOf(SearchHit hit, Entry entry)
    {
        var (d, listed) = (hit.Document, entry.Document!);
        return new Item(
            d.Id, d.Number, listed.Source, d.ExternalId, d.Title, new Highlight(Pieces(hit.Title), Pieces(hit.Snippet)), d.FieldCode, d.Keywords,
            d.Maturity, d.AreaCode.Length > 0 ? d.AreaCode : null, d.IpTypes, d.PricingMode.Length > 0 ? d.PricingMode : null, d.TransferWays,
            entry.Kind == DocumentKind.Achievement ? listed.Amount : null, entry.Kind == DocumentKind.Demand ? listed.Amount : null, d.OwnerName,
            listed.OwnerStated, entry.Status, listed.DemandType, listed.ValidUntil, d.PublishedAt, hit.Complete);
    }

    private static Piece[] Pieces(IReadOnlyList<TextSegment> segments) => [.. segments.Select(s => new Piece(s.Text, s.Hit))];
}
