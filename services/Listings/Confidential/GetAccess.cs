using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Confidential;

/// <summary>Tells the page what this caller may open, without opening it.</summary>
static class GetAccess
{
    /// <param name="Relation">HOLDER, GRANTED or NONE.</param>
    public sealed record Response(string Relation, Guid? NegotiationId);

    public static async Task<Ok<Response>> Handle(AchievementId id, Caller caller, ListingsDb db, CancellationToken ct)
    {
        if (caller.Organisation is null) return TypedResults.Ok(new Response("NONE", null));
        var access = await ConfidentialAccess.Of(id, caller, db, ct);
        return TypedResults.Ok(new Response(access is null ? "NONE" : access.IsHolder ? "HOLDER" : "GRANTED", access?.NegotiationId));
    }
}
