using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>The owner takes it off the market for a while.</summary>
static class SuspendAchievement
{
    public sealed record Request(uint Version, [property: StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher, Roles.Approver);
        var achievement = await db.Mine(id, caller, ct);
        db.RequireVersion(achievement, request.Version);
        var (now, from) = (clock.GetUtcNow(), achievement.State.Name());
        achievement.Suspend(request.Reason, now);
        db.Publish(achievement.StatusFact(now));
        db.Audit(caller, "achievement", id.Value, "suspend", from, achievement.State.Name(), request.Reason);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
