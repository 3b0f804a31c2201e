using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Listings.Reviews;

/// <summary>The unit's approver or the bureau's reviewer sends it back to its author with a reason.</summary>
static class ReturnAchievement
{
    /// <param name="ReasonCode">A code of ReturnReason.</param>
    public sealed record Request(
        uint Version, [property: StringLength(40)] string ReasonCode, [property: StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var achievement = await db.Achievements.FindAsync([id], ct) ?? throw Problems.NotFound.Now();
        EditState stage;
        if (caller.ReviewsForBureau() && achievement.Editing != EditState.Draft) stage = EditState.PlatformReview;
        else if (achievement.OwnerId == caller.Organisation) stage = EditState.UnitReview;
        else throw Problems.NotFound.Now();
        if (stage == EditState.UnitReview) caller.Require(Roles.Approver);
        db.RequireVersion(achievement, request.Version);
        var code = CodeLists.ReturnReason.Find(request.ReasonCode) ?? throw Problems.ReasonUnknown.With(("reasonCode", request.ReasonCode));
        var (now, from) = (clock.GetUtcNow(), achievement.Position());
        achievement.Return(stage, code.Code, request.Reason, now);
        db.Publish(new AchievementReturned(
            id.Value, achievement.Version, achievement.Title, achievement.OwnerId, stage.Stage(), $"{code.Zh}:{request.Reason}", achievement.SubmittedBy!.Value, now));
        db.Audit(caller, "achievement", id.Value, "return", from, achievement.Position(), $"{code.Code}: {request.Reason}", achievement.Draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
