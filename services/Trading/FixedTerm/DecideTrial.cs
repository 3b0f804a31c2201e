using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker keeps the technology: the price is due (trigger DECISION).</summary>
static class DecideTrial
{
    /// <param name="Version">The uptake as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAchievement(achievementId, ct);
        var offer = await db.LockOfferOf(id, ct);
        var uptake = await db.LockAsTaker(id, caller, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var before = UptakeCourse.Now(uptake);
        uptake.Decide(request.Version, rules.FixedTermOffers.ReportDue, now);
        await UptakeCourse.Follow(uptake, before, offer, caller, db, rules, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }
}
