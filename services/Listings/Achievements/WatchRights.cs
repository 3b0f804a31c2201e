using TechMarket.Platform.Messaging;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Listings.Achievements;

/// <summary>A right ends: the achievement that rests on it is suspended by itself (DOMAIN AC-3).</summary>
sealed class WatchRights(ListingsDb db, TimeProvider clock) : IDeadline
{
    public const string Deadline = "listings.right-ends";

    /// <summary>Sets the day on which the first right of the public text ends; a deadline that no longer fits does nothing.</summary>
    public static async Task Watch(Achievement achievement, ListingsDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (achievement.Public?.FirstRightEndsOn() is { } day && ChinaTime.EndOf(day) > now) await db.SetDeadline(Deadline, achievement.Id.Value, ChinaTime.EndOf(day), ct);
    }

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Achievements.FindAsync([new AchievementId(subjectId)], ct) is not { State: AchievementState.Published } achievement) return;
        if (achievement.Public!.FirstRightEndsOn() is not { } day || ChinaTime.EndOf(day) > now) return;
        var from = achievement.State.Name();
        achievement.Suspend($"知识产权于 {day:yyyy-MM-dd} 到期", now);
        db.Publish(achievement.StatusFact(now));
        db.Audit(null, "achievement", subjectId, "suspend", from, achievement.State.Name(), achievement.StateReason);
    }
}
