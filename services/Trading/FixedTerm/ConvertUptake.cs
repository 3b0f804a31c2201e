using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker concludes the deal at the price on record: contract, registration and payment follow with nothing typed twice.</summary>
static class ConvertUptake
{
    /// <param name="Price">The price the person saw.</param>
    public sealed record Request(Money Price);

    // There is one deal per uptake, so sending it twice concludes once.
    public static async Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var offer = await db.LockOfferOf(id, ct);
        var uptake = await db.LockAsTaker(id, caller, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (uptake.State == UptakeState.Converted && uptake.Price?.Price == request.Price)
            return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
        var before = UptakeCourse.Now(uptake);
        var dealId = new DealId(Guid.CreateVersion7());
        uptake.Convert(request.Price, dealId.Value, now);
        if (!achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == offer.NoticeId, ct);
        var terms = FixedTermTerms.DealTermsOf(offer.Kind, uptake.Terms, uptake.Price!.Sales, ChinaTime.DayOf(now));
        await ConcludeDeal.OfUptake(dealId, uptake, terms, notice, achievement, db, now, ct);
        await UptakeCourse.Follow(uptake, before, offer, caller, db, rules, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }
}
