using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Reviews;

/// <summary>The bureau's reviewer makes the reviewed text public; the first time it gets its number.</summary>
static class PublishAchievement
{
    public sealed record Request(uint Version);

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Reviewer);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = await db.Achievements.FindAsync([id], ct) ?? throw Problems.NotFound.Now();
        if (achievement.Editing is null or EditState.Draft or EditState.UnitReview && !achievement.WasPublished) throw Problems.NotFound.Now();
        db.RequireVersion(achievement, request.Version);
        achievement.RequirePublishable();
        var from = achievement.Position();
        var number = achievement.Number ?? await db.NextNumber("CG", ct);
        var detail = await db.ConfidentialDetails.FindAsync([id], ct);
        detail?.Published = detail.Working;
        var files = await db.Attachments.Where(f => f.AchievementId == id && !f.Published).ToListAsync(ct);
        files.ForEach(f => f.Published = true);
        achievement.Publish(number, detail is { Published.Length: > 0 }, now);
        await WatchRights.Watch(achievement, db, now, ct);
        db.Publish(achievement.PublishedFact(now));
        db.Audit(caller, "achievement", id.Value, "publish", from, achievement.State.Name(), data: achievement.Public, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
