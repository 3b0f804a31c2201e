using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Turnover;

/// <summary>A bureau looks at the turnover of its area, or of a part of it.</summary>
static class GetTurnover
{
    /// <param name="Published">Published yearly figures of the same area, for comparison.</param>
    public sealed record Response(TurnoverView Turnover, IReadOnlyList<PublishedFigure> Published, DateTimeOffset ComputedAt);

    public sealed record PublishedFigure(int Year, Money Amount, int? Count, string? Note, string? SourceUrl);

    public static async Task<Ok<Response>> Handle(
        Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct, [Range(2000, 2100)] int? year = null, [StringLength(6)] string? area = null)
    {
        var areaCode = TurnoverQuery.AreaFor(caller, area);
        var view = await TurnoverQuery.Report(db, areaCode, TurnoverQuery.YearFor(year, clock), ct);
        return TypedResults.Ok(new Response(view, Series(areaCode), clock.GetUtcNow()));
    }

    public static IReadOnlyList<PublishedFigure> Series(string areaCode) =>
        [.. TurnoverTargets.SeriesOf(TurnoverQuery.Full(areaCode)).Select(f => new PublishedFigure(f.Year, Money.Yuan(f.Amount), f.Count, f.Note, f.SourceUrl))];
}
