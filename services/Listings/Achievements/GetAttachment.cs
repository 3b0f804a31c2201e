using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Confidential;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Achievements;

/// <summary>Downloads a file: a public one by anyone, a confidential one by the holder and those bound to non-disclosure, which is logged.</summary>
static class GetAttachment
{
    public static async Task<IResult> Handle(
        AchievementId id, Guid fileId, HttpResponse response, Visitor visitor, ListingsDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.AchievementId == id, ct) ?? throw Problems.NotFound.Now();
        var achievement = await db.Achievements.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        if (file.Visibility == AttachmentVisibility.Confidential)
        {
            var caller = visitor.Caller ?? throw Problems.NotFound.Now();
            var access = await ConfidentialAccess.Of(id, caller, db, ct);
            if (access is null || (!access.IsHolder && !file.Published)) throw Problems.NotFound.Now();
            access.Log(caller, file.File.Name, db, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            response.Headers.CacheControl = "no-store";
        }
        else if (!(file.Published && achievement.State is not (AchievementState.Suspended or AchievementState.Archived)))
        {
            if (visitor.Caller is not { } caller || !GetAchievement.MaySee(achievement, caller)) throw Problems.NotFound.Now();
        }
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(store.Open(file.File), file.File.ContentType, file.File.Name);
    }
}
