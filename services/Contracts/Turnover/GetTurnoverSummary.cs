using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Contracts.Turnover;

/// <summary>This year's turnover against the target, for the home page of everyone.</summary>
static class GetTurnoverSummary
{
    /// <param name="Progress">A fraction of the target; null without one.</param>
    public sealed record Response(int Year, string AreaCode, LocalText AreaName, Money Amount, Money TechnicalAmount, int Count, Money? Target, decimal? Progress, DateTimeOffset AsOf);

    public static async Task<Ok<Response>> Handle(ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var view = await TurnoverQuery.Report(db, PublicArea.Of(profile), TurnoverQuery.YearFor(null, clock), ct);
        return TypedResults.Ok(new Response(
            view.Year, view.AreaCode, view.AreaName, view.Total.ContractAmount, view.Total.TechnicalAmount, view.Total.Count, view.Target?.Amount, view.Target?.ProgressRate, clock.GetUtcNow()));
    }
}

/// <summary>The area a market is for: its profile's, the nation when that names none.</summary>
static class PublicArea
{
    public static string Of(RegionProfile profile) => profile.AreaCode.Length == 0 ? "" : TurnoverQuery.Full(profile.AreaCode);
}
