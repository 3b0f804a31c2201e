using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder agrees with a report, disputed before or not: from here its figures stay, and the trigger is looked at.</summary>
static class ConfirmUsageReport
{
    /// <param name="Version">The uptake as the person saw it: nobody confirms figures that were changed meanwhile.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Guid reportId, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAchievement(achievementId, ct);
        var offer = await db.LockOfferOf(id, ct);
        var uptake = await db.LockAsHolder(id, caller, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var before = UptakeCourse.Now(uptake);
        if (uptake.Reports.FirstOrDefault(r => r.Id == reportId) is not { State: ReportState.Confirmed })
        {
            uptake.RequireVersion(request.Version);
            uptake.Confirm(reportId, caller.PersonName, now);
            UptakeCourse.Tell(uptake, "REPORT_CONFIRMED", uptake.Reports.Single(r => r.Id == reportId), caller, null, db, now);
            await UptakeCourse.Follow(uptake, before, offer, caller, db, rules, now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }
}
