using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The two sides of an uptake.</summary>
enum UptakeSide
{
    Holder,
    Taker,
}

/// <summary>Who may do what with offers and uptakes. What is not theirs does not exist for them.</summary>
static class FixedTermAccess
{
    private static readonly FixedTermState[] Inside = [FixedTermState.Draft, FixedTermState.UnitReview];

    /// <summary>The offer under its lock, for somebody of the holder with one of the roles.</summary>
    public static async Task<FixedTermOffer> LockOwnOffer(this TradingDb db, FixedTermId id, Caller caller, CancellationToken ct, params string[] roles)
    {
        var offer = await db.LockFixedTerm(id, ct);
        if (offer is null || offer.SellerId != caller.OrganisationId) throw FixedTermProblems.OfferNotFound.Now();
        caller.Require(roles).RequireVerified();
        return offer;
    }

    /// <summary>The offer under its lock, for a reviewer of the bureau; what is not submitted yet is not there.</summary>
    public static async Task<FixedTermOffer> LockOfferForBureau(this TradingDb db, FixedTermId id, Caller caller, CancellationToken ct)
    {
        var offer = await db.LockFixedTerm(id, ct);
        if (offer is null || !caller.IsBureau() || Inside.Contains(offer.State)) throw FixedTermProblems.OfferNotFound.Now();
        return offer;
    }

    /// <summary>The offer as the holder's people or the bureau's reviewers may read it.</summary>
    public static async Task<FixedTermOffer> ReadOffer(this TradingDb db, FixedTermId id, Caller caller, CancellationToken ct)
    {
        var offer = await db.FixedTermOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
        if (offer is null || (offer.SellerId != caller.Organisation && (!caller.IsBureau() || Inside.Contains(offer.State))))
            throw FixedTermProblems.OfferNotFound.Now();
        return offer;
    }

    /// <summary>The uptake as its two sides and the bureau's reviewers may read it.</summary>
    public static async Task<Uptake> ReadUptake(this TradingDb db, UptakeId id, Caller caller, CancellationToken ct)
    {
        var uptake = await db.Uptakes.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        if (uptake is null || (uptake.SellerId != caller.Organisation && uptake.TakerId != caller.Organisation && !caller.IsBureau()))
            throw FixedTermProblems.UptakeNotFound.Now();
        return uptake;
    }

    /// <summary>The uptake under its lock, for somebody who acts for that side.</summary>
    public static async Task<Uptake> LockAs(this TradingDb db, UptakeSide side, UptakeId id, Caller caller, CancellationToken ct)
    {
        var uptake = await db.LockUptake(id, ct);
        if (uptake is null || (uptake.SellerId != caller.OrganisationId && uptake.TakerId != caller.OrganisationId))
            throw FixedTermProblems.UptakeNotFound.Now();
        if (caller.OrganisationId != (side == UptakeSide.Taker ? uptake.TakerId : uptake.SellerId)) throw Problems.NotYourMove.With(("side", side));
        caller.Require(side == UptakeSide.Taker ? Roles.Purchaser : Roles.Publisher).RequireVerified();
        return uptake;
    }

    /// <summary>Where the uptake's achievement is locked first: which one that is.</summary>
    public static async Task<Guid> AchievementOf(this TradingDb db, UptakeId id, CancellationToken ct) =>
        await db.Uptakes.Where(u => u.Id == id).Select(u => (Guid?)u.AchievementId).SingleOrDefaultAsync(ct) ?? throw FixedTermProblems.UptakeNotFound.Now();

    public static async Task<Guid> AchievementOf(this TradingDb db, FixedTermId id, CancellationToken ct) =>
        await db.FixedTermOffers.Where(o => o.Id == id).Select(o => (Guid?)o.AchievementId).SingleOrDefaultAsync(ct)
            ?? throw FixedTermProblems.OfferNotFound.Now();
}
