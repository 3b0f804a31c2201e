using TechMarket.Matching.Index;
using TechMarket.Matching.Matches;
using TechMarket.Matching.Searching;
using TechMarket.Platform.Web;

namespace TechMarket.Matching;

/// <summary>Every URL of the Matching service.</summary>
static class Routes
{
    public static void Map(RouteGroupBuilder matching)
    {
        matching.MapGet("/search", Search.Handle).AllowAnonymous().Refuses(Problems.UnknownKind, Problems.UnknownSort, Problems.TooDeep);
        matching.MapGet("/suggest", Suggest.Handle).AllowAnonymous().Refuses(Problems.UnknownKind);
        matching.MapGet("/demands/{id:guid}/matches", GetMatches.ForDemand).AllowAnonymous().Refuses(Problems.NotListed);
        matching.MapGet("/achievements/{id:guid}/matches", GetMatches.ForAchievement).AllowAnonymous().Refuses(Problems.NotListed);
        matching.MapGet("/index", GetIndex.Handle);
        matching.MapPost("/index/rebuild", RebuildIndex.Handle);
    }
}
