using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker leaves before the trigger, without a fee, with a last report up to today.</summary>
static class ExitTrial
{
    /// <param name="Id">Named by the client, as of any report.</param>
    public sealed record LastReport(Guid Id, Money Sales, [StringLength(4000)] string? Note = null);

    /// <param name="Version">The uptake as the person saw it.</param>
    /// <param name="Last">Left out only when every day up to today has been reported.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason, LastReport? Last = null);

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
        var version = request.Version;
        if (request.Last is { } last && now < uptake.TrialEndsAt && uptake.Reporting && uptake.NextFrom <= ChinaTime.DayOf(now))
        {
            uptake.RequireVersion(version);
            await FileUsageReport.File(
                uptake, last.Id, uptake.NextFrom, ChinaTime.DayOf(now), last.Sales, last.Note, true, caller, db, rules, now, ct);
            version = uptake.Version;
        }
        uptake.Exit(version, request.Reason.Trim(), now);
        await UptakeCourse.Follow(uptake, before, offer, caller, db, rules, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }
}
