using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>An author's form saves itself: the whole text under the id the form chose, so that sending it twice is one draft.</summary>
static class SaveDraft
{
    /// <param name="Version">The version the form shows; absent only when it was never saved.</param>
    public sealed record Request(AchievementForm.Content Content, uint? Version = null);

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher);
        var now = clock.GetUtcNow();
        var achievement = await db.Achievements.FindAsync([id], ct);
        if (achievement is null)
        {
            if (request.Version is not null) throw Problems.NotFound.Now();
            achievement = Achievement.Start(id, caller, request.Content, now);
            db.Achievements.Add(achievement);
            db.Audit(caller, "achievement", id.Value, "start", to: achievement.State.Name(), data: achievement.Draft);
        }
        else
        {
            if (achievement.OwnerId != caller.OrganisationId) throw Problems.NotFound.Now();
            if (request.Version is not { } seen)
                return SameStart(achievement, request) ? TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct)) : throw Problems.IdTaken.Now();
            db.RequireVersion(achievement, seen);
            var from = achievement.Position();
            achievement.Save(request.Content, now);
            // Keystrokes are not history; the opening of a next version is.
            if (achievement.Position() != from) db.Audit(caller, "achievement", id.Value, "revise", from, achievement.Position(), data: achievement.Draft);
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }

    private static bool SameStart(Achievement achievement, Request request) =>
        achievement.State == AchievementState.Draft
        && System.Text.Json.JsonSerializer.Serialize(achievement.Draft, Platform.Data.Json.Options)
            == System.Text.Json.JsonSerializer.Serialize(request.Content with { AsStated = achievement.Draft.AsStated }, Platform.Data.Json.Options);
}
