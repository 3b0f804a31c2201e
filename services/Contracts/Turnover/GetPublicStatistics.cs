using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Rules;

namespace TechMarket.Contracts.Turnover;

/// <summary>Aggregates of the market's region for everyone: no contract, no party.</summary>
static class GetPublicStatistics
{
    public sealed record Response(TurnoverView Turnover, IReadOnlyList<GetTurnover.PublishedFigure> Published, DateTimeOffset ComputedAt);

    public static async Task<Ok<Response>> Handle(
        ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct, [Range(2000, 2100)] int? year = null)
    {
        var areaCode = PublicArea.Of(profile);
        var view = await TurnoverQuery.Report(db, areaCode, TurnoverQuery.YearFor(year, clock), ct);
        return TypedResults.Ok(new Response(view, GetTurnover.Series(areaCode), clock.GetUtcNow()));
    }
}
