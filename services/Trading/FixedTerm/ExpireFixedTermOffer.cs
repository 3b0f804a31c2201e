using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The last day to take an offer up is over. An offer written anew after an objection has another last day; an earlier one does nothing.</summary>
sealed class ExpireFixedTermOffer(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "fixed-term-offer-expire";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var id = new FixedTermId(subjectId);
        if (await db.FixedTermOffers.Where(o => o.Id == id).Select(o => (Guid?)o.AchievementId).SingleOrDefaultAsync(ct) is not { } achievement) return;
        await db.LockAchievement(achievement, ct);
        var now = clock.GetUtcNow();
        if (await db.LockFixedTerm(id, ct) is not { } offer || !offer.Allows(FixedTermStep.Expire) || now < offer.EndsAt) return;
        var from = offer.State;
        offer.Expire(now);
        db.Audit(null, "fixed-term-offer", subjectId, "expired", from.ToString(), offer.State.ToString(), retention: "5y");
        await OfferEnd.Follow(offer, db, profile.At(now), now, ct);
        await OfferEnd.CancelNotice(offer, db, now, ct);
    }
}
