using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Matching.Engine;
using TechMarket.Platform.Security;

namespace TechMarket.Matching.Index;

/// <summary>A bureau's administrator sees what the index holds, what it has still to read, and how far a rebuild is.</summary>
static class GetIndex
{
    /// <param name="Waiting">Changes heard of that the index does not show yet.</param>
    /// <param name="Rebuild">Null when no rebuild is under way.</param>
    public sealed record Response(int Achievements, int Demands, int Waiting, RebuildProgress? Rebuild);

    public static async Task<Ok<Response>> Handle(IndexFeeder feeder, MarketIndex index, MatchingDb db, Caller caller, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Administrator);
        var seen = feeder.Seen;
        var waiting = await db.Entries.CountAsync(e => e.Change > seen, ct);
        return TypedResults.Ok(new Response(
            index.Of(DocumentKind.Achievement).Count, index.Of(DocumentKind.Demand).Count, waiting, feeder.Rebuilding));
    }
}
