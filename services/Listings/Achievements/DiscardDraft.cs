using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>The author gives up a draft, or the next version of what is public.</summary>
static class DiscardDraft
{
    public static async Task<NoContent> Handle(AchievementId id, uint version, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher);
        var achievement = await db.Mine(id, caller, ct);
        db.RequireVersion(achievement, version);
        var from = achievement.Position();
        var detail = await db.ConfidentialDetails.FindAsync([id], ct);
        var unpublished = await db.Attachments.Where(f => f.AchievementId == id && !f.Published).ToListAsync(ct);
        db.Attachments.RemoveRange(unpublished);
        if (achievement.Discard(clock.GetUtcNow()))
        {
            db.Achievements.Remove(achievement);
            if (detail is not null) db.ConfidentialDetails.Remove(detail);
        }
        else if (detail is not null)
        {
            detail.Working = detail.Published;
        }
        db.Audit(caller, "achievement", id.Value, "discard", from, achievement.WasPublished ? achievement.State.Name() : null);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
