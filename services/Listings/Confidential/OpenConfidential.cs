using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Confidential;

/// <summary>Reads the confidential detail. Every opening is logged and told to the holder.</summary>
static class OpenConfidential
{
    /// <param name="Working">What the holder's people are writing; absent for others.</param>
    public sealed record Response(string Text, string? Working, IReadOnlyList<AchievementView.File> Files);

    public static async Task<Ok<Response>> Handle(
        AchievementId id, HttpResponse response, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var access = await ConfidentialAccess.Of(id, caller, db, ct) ?? throw Problems.NoGrant.Now();
        var detail = await db.ConfidentialDetails.FindAsync([id], ct);
        var files = await ListConfidentialFiles.Of(access, db, ct);
        access.Log(caller, null, db, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(detail?.Published ?? "", access.IsHolder ? detail?.Working ?? "" : null, files));
    }
}
