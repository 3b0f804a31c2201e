using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder lets an applicant use the technology for free, or says why not. The free period begins with its yes.</summary>
static class ScreenUptake
{
    /// <param name="Version">The uptake as the person saw it.</param>
    /// <param name="Reason">Needed when it is refused.</param>
    public sealed record Request(long Version, bool Accepted, [StringLength(2000)] string? Reason = null);

    public static async Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var offer = await db.LockOfferOf(id, ct);
        var uptake = await db.LockAsHolder(id, caller, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var before = UptakeCourse.Now(uptake);
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        var screening = new Screening(request.Accepted, reason, caller.PersonName, now);
        if (request.Accepted)
        {
            uptake.Accept(request.Version, screening, now);
            if (!achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
            offer.RequireOpen(now);
            await db.RequirePlace(offer, ct);
        }
        else
        {
            if (reason is null) throw PlatformProblems.Malformed.With(("reason", "A refusal says why."));
            uptake.Refuse(request.Version, screening, now);
        }
        await UptakeCourse.Follow(uptake, before, offer, caller, db, rules, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }
}
