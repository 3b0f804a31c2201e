using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Confidential;

/// <summary>The holder's people write the confidential detail; it becomes readable to others with the version it belongs to.</summary>
static class SaveConfidential
{
    public sealed record Request([property: StringLength(20000)] string Text, uint Version);

    public sealed record Response(uint Version);

    public static async Task<Ok<Response>> Handle(AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher);
        var achievement = await db.Mine(id, caller, ct);
        db.RequireVersion(achievement, request.Version);
        var from = achievement.Position();
        achievement.Save(achievement.Draft, clock.GetUtcNow());
        if (await db.ConfidentialDetails.FindAsync([id], ct) is { } known) known.Working = request.Text;
        else db.ConfidentialDetails.Add(new ConfidentialDetail { AchievementId = id, Working = request.Text });
        if (achievement.Position() != from) db.Audit(caller, "achievement", id.Value, "revise", from, achievement.Position());
        db.Entry(achievement).Property(a => a.ChangedAt).IsModified = true;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(db.VersionOf(achievement)));
    }
}
