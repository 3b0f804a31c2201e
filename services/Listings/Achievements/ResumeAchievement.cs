using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Listings.Commitments;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>The owner brings a suspended one back to the market.</summary>
static class ResumeAchievement
{
    public sealed record Request(uint Version);

    public static async Task<Ok<AchievementView.Response>> Handle(
        AchievementId id, Request request, Caller caller, ListingsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher, Roles.Approver);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockDealings(id.Value, ct);
        var achievement = await db.Mine(id, caller, ct);
        db.RequireVersion(achievement, request.Version);
        var (now, from) = (clock.GetUtcNow(), achievement.State.Name());
        achievement.Resume((await FollowDeals.StateOf(id, db, ct)).State, now);
        db.Publish(achievement.StatusFact(now));
        db.Audit(caller, "achievement", id.Value, "resume", from, achievement.State.Name());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await AchievementView.Of(achievement, caller, db, ct));
    }
}
