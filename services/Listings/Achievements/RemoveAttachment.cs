using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Achievements;

/// <summary>An author takes a file away; from a public achievement too, at once.</summary>
static class RemoveAttachment
{
    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Guid fileId, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher);
        var achievement = await db.Mine(id, caller, ct);
        var file = await db.Attachments.SingleOrDefaultAsync(f => f.Id == fileId && f.AchievementId == id, ct) ?? throw Problems.NotFound.Now();
        achievement.FileRemoved(file.Published, clock.GetUtcNow());
        db.Attachments.Remove(file);
        db.Audit(caller, "achievement", id.Value, "remove-file", data: new { file.File.Sha256 });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
