using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder takes an offer back. Who has applied and is not accepted goes away empty; licences and trials given before stay (专利法 50).</summary>
static class WithdrawFixedTermOffer
{
    /// <param name="Version">The offer as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetFixedTermOffer.Response>> Handle(
        FixedTermId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAchievement(achievementId, ct);
        var offer = await db.LockOwnOffer(id, caller, ct, Roles.Publisher);
        var now = clock.GetUtcNow();
        var from = offer.State;
        offer.Withdraw(request.Version, request.Reason.Trim(), now);
        db.Audit(caller, "fixed-term-offer", id.Value, "withdrawn", from.ToString(), offer.State.ToString(), request.Reason, retention: "5y");
        await OfferEnd.Follow(offer, db, profile.At(now), now, ct);
        await OfferEnd.CancelNotice(offer, db, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetFixedTermOffer.View(offer, caller, db, now, ct));
    }
}
