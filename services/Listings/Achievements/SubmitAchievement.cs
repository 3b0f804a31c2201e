using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Achievements;

/// <summary>An author hands the complete draft to the first review.</summary>
static class SubmitAchievement
{
    public sealed record Request(uint Version);

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher).RequireVerified();
        var achievement = await db.Mine(id, caller, ct);
        db.RequireVersion(achievement, request.Version);
        var (now, from) = (clock.GetUtcNow(), achievement.Position());
        var stage = achievement.Submit(caller.PersonId, now);
        db.Publish(achievement.SubmittedFact(stage, now));
        db.Audit(caller, "achievement", id.Value, "submit", from, achievement.Position(), data: achievement.Draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
