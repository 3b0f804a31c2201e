using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.FixedTerm;

/// <summary>
/// The bureau's reviewer confirms every point of the checklist and the offer is public. From here it binds the achievement. A public
/// body's price formula is on notice first; nobody takes it up before the notice has passed.
/// </summary>
static class PublishFixedTermOffer
{
    public sealed record Checklist(bool TermsClear, bool NotDiscriminatory, bool RightChecked);

    /// <param name="Version">The offer as the person saw it.</param>
    public sealed record Request(long Version, Checklist Checklist);

    public static async Task<Ok<GetFixedTermOffer.Response>> Handle(
        FixedTermId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var offer = await db.LockOfferForBureau(id, caller, ct);
        var now = clock.GetUtcNow();
        if (!achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
        if (await db.FixedTermOffers.AnyAsync(o => o.AchievementId == achievementId && o.Kind == offer.Kind && o.Id != id && FixedTermSteps.Standing.Contains(o.State), ct))
            throw FixedTermProblems.OpenOfferStands.Now();
        FixedTermTerms.CheckPatent(offer.Terms, achievement.IpRights, ChinaTime.DayOf(now));
        var checks = new FixedTermChecklist(request.Checklist.TermsClear, request.Checklist.NotDiscriminatory, request.Checklist.RightChecked);
        PriceNotice? notice = null;
        if (achievement.OwnerIsPublicInstitution && offer.Allows(FixedTermStep.Publish) && checks.IsComplete)
            notice = await FixedTermNotices.Publish(offer, achievement, db, profile.At(now), now, ct);
        offer.Publish(request.Version, checks, caller.PersonName, notice?.Id, now);
        await FixedTermClaims.Make(offer, db, now, ct);
        await db.SetDeadline(ExpireFixedTermOffer.Kind, id.Value, offer.EndsAt, ct);
        db.Publish(FixedTermFacts.Of(offer, null, now));
        db.Audit(caller, "fixed-term-offer", id.Value, "published", nameof(FixedTermState.Submitted), offer.State.ToString(), notice?.Number, offer.Terms,
            "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetFixedTermOffer.View(offer, caller, db, now, ct));
    }
}
