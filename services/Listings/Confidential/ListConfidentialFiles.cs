using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;

namespace TechMarket.Listings.Confidential;

/// <summary>The confidential files an access covers: all for the holder, the published ones for those bound to non-disclosure.</summary>
static class ListConfidentialFiles
{
    public static async Task<IReadOnlyList<AchievementView.File>> Of(ConfidentialAccess access, ListingsDb db, CancellationToken ct)
    {
        var id = access.Achievement.Id;
        var all = access.IsHolder;
        var files = await db.Attachments.AsNoTracking()
            .Where(f => f.AchievementId == id && f.Visibility == AttachmentVisibility.Confidential && (all || f.Published)).OrderBy(f => f.AddedAt).ToListAsync(ct);
        return [.. files.Select(AchievementView.FileOf)];
    }
}
