using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Copies;

namespace TechMarket.Trading.FixedTerm;

/// <summary>What one side of an uptake acts on, everything under its lock.</summary>
sealed record UptakeTurn(Uptake Uptake, FixedTermOffer Offer, KnownAchievement Achievement, RuleSet Rules, DateTimeOffset Now);

/// <summary>One step of an uptake by one of its sides: the locks in their one order, the step, what follows from it, and where it stands then.</summary>
sealed class UptakeTurns(TradingDb db, RegionProfile profile, TimeProvider clock)
{
    public Task<Ok<GetUptake.Response>> Take(UptakeId id, UptakeSide side, Caller caller, Action<UptakeTurn> step, CancellationToken ct) =>
        Take(
            id, side, caller,
            turn =>
            {
                step(turn);
                return Task.CompletedTask;
            },
            ct);

    /// <param name="step">May leave everything as it is, when the very step was taken before.</param>
    public async Task<Ok<GetUptake.Response>> Take(UptakeId id, UptakeSide side, Caller caller, Func<UptakeTurn, Task> step, CancellationToken ct)
    {
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var offer = await db.LockOfferOf(id, ct);
        var uptake = await db.LockAs(side, id, caller, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var before = UptakeCourse.Now(uptake);
        await step(new UptakeTurn(uptake, offer, achievement, rules, now));
        await UptakeCourse.Follow(uptake, before, offer, caller, db, rules, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }
}
