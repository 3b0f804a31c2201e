using Microsoft.EntityFrameworkCore;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The locks of this folder, after the achievement's and before a notice's: the offer, then one of its uptakes.</summary>
static class FixedTermLocks
{
    /// <summary>Whoever holds it decides alone who gets the offer's last place.</summary>
    public static async Task<FixedTermOffer?> LockFixedTerm(this TradingDb db, FixedTermId id, CancellationToken ct)
    {
        db.RequireTransaction();
        await db.Database.ExecuteSqlAsync($"select 1 from trading.fixed_term_offer where id = {id.Value} for update", ct);
        return await db.FixedTermOffers.SingleOrDefaultAsync(o => o.Id == id, ct);
    }

    public static async Task<Uptake?> LockUptake(this TradingDb db, UptakeId id, CancellationToken ct)
    {
        db.RequireTransaction();
        await db.Database.ExecuteSqlAsync($"select 1 from trading.uptake where id = {id.Value} for update", ct);
        return await db.Uptakes.SingleOrDefaultAsync(u => u.Id == id, ct);
    }

    public static async Task<FixedTermOffer> LockOfferOf(this TradingDb db, UptakeId id, CancellationToken ct)
    {
        var offer = await db.Uptakes.Where(u => u.Id == id).Select(u => (FixedTermId?)u.OfferId).SingleOrDefaultAsync(ct)
            ?? throw FixedTermProblems.UptakeNotFound.Now();
        return (await db.LockFixedTerm(offer, ct))!;
    }

    /// <summary>Everything a step of an uptake may touch, in the one order: achievement, offer, uptake.</summary>
    public static async Task<(Uptake Uptake, FixedTermOffer Offer)?> LockCourse(this TradingDb db, UptakeId id, CancellationToken ct)
    {
        var achievement = await db.Uptakes.Where(u => u.Id == id).Select(u => (Guid?)u.AchievementId).SingleOrDefaultAsync(ct);
        if (achievement is null) return null;
        await db.LockAchievement(achievement.Value, ct);
        var offer = await db.LockOfferOf(id, ct);
        return ((await db.LockUptake(id, ct))!, offer);
    }

    /// <summary>Refuses when as many use the offer as may. Hold its lock.</summary>
    public static async Task RequirePlace(this TradingDb db, FixedTermOffer offer, CancellationToken ct)
    {
        if (await db.Uptakes.CountAsync(u => u.OfferId == offer.Id && UptakeSteps.Places.Contains(u.State), ct) >= offer.Terms.Places)
            throw FixedTermProblems.NoPlaceLeft.Now();
    }
}
