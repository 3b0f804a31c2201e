using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Reviews;

/// <summary>The holder's approver stands for the rights and the secrecy review, and hands it to the bureau.</summary>
static class ApproveAchievement
{
    public sealed record Request(uint Version, bool HolderConfirmed, bool SecrecyCleared);

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Approver).RequireVerified();
        var achievement = await db.Mine(id, caller, ct);
        db.RequireVersion(achievement, request.Version);
        var (now, from) = (clock.GetUtcNow(), achievement.Position());
        achievement.Approve(caller.PersonId, request.HolderConfirmed, request.SecrecyCleared, now);
        db.Publish(achievement.SubmittedFact(EditState.PlatformReview, now));
        db.Audit(caller, "achievement", id.Value, "approve", from, achievement.Position(), data: achievement.Draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
