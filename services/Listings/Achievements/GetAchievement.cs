using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Achievements;

/// <summary>The owner's people see all of their own; the bureau's reviewers see what was submitted to them or is public.</summary>
static class GetAchievement
{
    public static async Task<Ok<AchievementView.Response>> Handle(AchievementId id, Caller caller, ListingsDb db, CancellationToken ct)
    {
        var achievement = await db.Achievements.FindAsync([id], ct) ?? throw Problems.NotFound.Now();
        if (!MaySee(achievement, caller)) throw Problems.NotFound.Now();
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }

    public static bool MaySee(Achievement achievement, Caller caller) =>
        achievement.OwnerId == caller.Organisation
        || (caller.ReviewsForBureau() && (achievement.WasPublished || achievement.Editing == EditState.PlatformReview));
}
