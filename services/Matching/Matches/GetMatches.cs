using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Matching.Engine;
using TechMarket.Matching.Index;
using TechMarket.Matching.Searching;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Matching.Matches;

/// <summary>A visitor asks what fits a need, or whom an achievement could serve; with reasons, or told that nothing fits.</summary>
static class GetMatches
{
    /// <param name="Kind">SHARED_TERMS, SAME_FIELD, MATURITY_FITS, PRICE_WITHIN_BUDGET or SAME_REGION.</param>
    /// <param name="Contribution">Its part of the score.</param>
    public sealed record Reason(string Kind, double Contribution, IReadOnlyList<string> Values, string Text, string TextEn);

    /// <param name="Score">0 to 1.</param>
    /// <param name="Fits">False: shown as near, not as an answer.</param>
    public sealed record Item(
        Guid Id, string Number, string? ExternalId, string Title, string FieldCode, int Maturity, string? AreaCode, Money? Price, Money? Budget,
        string? OwnerName, bool OwnerStated, double Score, bool Fits, IReadOnlyList<Reason> Reasons);

    /// <param name="NothingFits">True: nothing on the market really answers; the items are only the nearest.</param>
    public sealed record Response(IReadOnlyList<Item> Items, bool NothingFits);

    public static Task<Ok<Response>> ForDemand(Guid id, Visitor visitor, MatchingDb db, MarketIndex index, CancellationToken ct, int size = 20) =>
        Answer(id, DocumentKind.Demand, visitor, db, index, size, ct);

    public static Task<Ok<Response>> ForAchievement(Guid id, Visitor visitor, MatchingDb db, MarketIndex index, CancellationToken ct, int size = 20) =>
        Answer(id, DocumentKind.Achievement, visitor, db, index, size, ct);

    private static async Task<Ok<Response>> Answer(Guid id, DocumentKind kind, Visitor visitor, MatchingDb db, MarketIndex index, int size, CancellationToken ct)
    {
        var entry = await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.Kind == kind, ct);
        if (entry is not { Findable: true } || !MaySee(entry, visitor)) throw Problems.NotListed.Now();
        var result = index.Of(MarketIndex.Other(kind)).MatchTo(
            MatchQuery.From(entry.ToIndex()) with { Take = Math.Clamp(size, 1, MatchQuery.LongestList), IncludeRestricted = Restricted.MayBeSeenBy(visitor) });
        var ids = result.Candidates.Select(c => c.Document.Id).ToList();
        var shown = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        return TypedResults.Ok(new Response(
            [.. result.Candidates.Where(c => shown.ContainsKey(c.Document.Id)).Select(c => ItemOf(c, shown[c.Document.Id].Document!))],
            result.NothingFits));
    }

    private static bool MaySee(Entry entry, Visitor visitor) =>
        entry.Document!.Text.Visibility == Visibility.Public || Restricted.MayBeSeenBy(visitor) || entry.Document.Text.OwnerId == visitor.Caller?.Organisation;

    private static Item ItemOf(MatchCandidate candidate, Listed listed)
    {
        var d = candidate.Document;
        return new Item(
            d.Id, d.Number, d.ExternalId, d.Title, d.FieldCode, d.Maturity, d.AreaCode is { Length: > 0 } area ? area : null,
            d.Kind == DocumentKind.Achievement ? listed.Amount : null, d.Kind == DocumentKind.Demand ? listed.Amount : null, d.OwnerName, listed.OwnerStated,
            Math.Round(candidate.Score, 4), candidate.Answers, [.. candidate.Reasons.Select(ReasonTexts.Of)]);
    }
}
