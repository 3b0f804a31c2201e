using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>An author adds a file, public or confidential; others see it once the version it belongs to is published.</summary>
static class AddAttachment
{
    const int AtMost = 20;

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, IFormFile file, [FromForm] WireName<AttachmentKind> kind, [FromForm] WireName<AttachmentVisibility> visibility, [FromForm] uint version, Caller caller,
        ListingsDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher);
        var achievement = await db.Mine(id, caller, ct);
        db.RequireVersion(achievement, version);
        if (await db.Attachments.CountAsync(f => f.AchievementId == id, ct) >= AtMost) throw Problems.TooManyFiles.Now();
        var (now, from) = (clock.GetUtcNow(), achievement.Position());
        achievement.Save(achievement.Draft, now);
        await using var content = file.OpenReadStream();
        var saved = await store.Save(file.FileName, content, ct);
        db.Attachments.Add(new Attachment { Id = saved.Id, AchievementId = id, File = saved, Kind = kind.Value, Visibility = visibility.Value, AddedAt = now });
        db.Audit(caller, "achievement", id.Value, "add-file", from, achievement.Position(), data: new { saved.Sha256 });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
