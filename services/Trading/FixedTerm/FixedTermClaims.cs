using Microsoft.EntityFrameworkCore;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.FixedTerm;

/// <summary>
/// An offer binds the achievement from the moment it is public: an exclusive one stands alone, a non-exclusive one keeps exclusive deals
/// and sales away (专利法 51). It goes on binding while anybody uses it. Hold the achievement's lock.
/// </summary>
static class FixedTermClaims
{
    public static async Task Make(FixedTermOffer offer, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        db.RequireTransaction();
        if (await db.Reserved(offer.AchievementId, ct)) throw Problems.AchievementInSale.Now();
        if (await db.Claims.AnyAsync(c => c.AchievementId == offer.AchievementId && c.ReleasedAt == null && (offer.Exclusive || c.Exclusive), ct))
            throw Problems.AchievementClaimed.Now();
        var claim = await db.Claims.SingleOrDefaultAsync(c => c.AgreementId == offer.Id.Value, ct);
        // Written anew after an objection, it may have become exclusive, or stopped being so.
        if (claim is not null) db.Claims.Remove(claim);
        if (claim is not null) await db.SaveChangesAsync(ct);
        db.Claims.Add(new Claim { AgreementId = offer.Id.Value, AchievementId = offer.AchievementId, Exclusive = offer.Exclusive, MadeAt = now });
    }

    /// <summary>Frees the achievement when neither the offer nor anybody who took it up binds it any more.</summary>
    public static async Task Review(FixedTermOffer offer, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        db.RequireTransaction();
        if (FixedTermSteps.Standing.Contains(offer.State)) return;
        // Changes of this transaction are not saved yet: the context's own copies count.
        await db.Uptakes.Where(u => u.OfferId == offer.Id).LoadAsync(ct);
        if (db.Uptakes.Local.Any(u => u.OfferId == offer.Id && u.Binds(offer.Exclusive))) return;
        if (await db.Claims.SingleOrDefaultAsync(c => c.AgreementId == offer.Id.Value && c.ReleasedAt == null, ct) is not { } claim) return;
        claim.ReleasedAt = now;
        if (offer.Exclusive) db.Publish(FixedTermFacts.Of(offer, "RELEASED", null, now));
    }
}
