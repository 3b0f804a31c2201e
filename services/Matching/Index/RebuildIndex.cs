using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Matching.Engine;
using TechMarket.Platform.Security;

namespace TechMarket.Matching.Index;

/// <summary>A bureau's administrator makes the index anew; searches go on meanwhile.</summary>
static class RebuildIndex
{
    public sealed record Response(int Achievements, int Demands);

    public static async Task<Ok<Response>> Handle(IndexFeeder feeder, MarketIndex index, MatchingDb db, Caller caller, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Administrator);
        await feeder.Rebuild(ct);
        db.Audit(caller, "index", Guid.Empty, "rebuild");
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(index.Of(DocumentKind.Achievement).Count, index.Of(DocumentKind.Demand).Count));
    }
}
