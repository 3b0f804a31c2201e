using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Negotiations;

/// <summary>A side puts a version of the term sheet on the table, open until it expires.</summary>
static class MakeOffer
{
    public sealed record Milestone([StringLength(200, MinimumLength = 1)] string Title, Money Amount, DateOnly? DueOn = null);

    /// <param name="Price">The fixed part; with ENTRY_FEE_PLUS_ROYALTY the entry fee, with ROYALTY the estimated total.</param>
    /// <param name="RoyaltyBase">PRICE, ADDED_OUTPUT, PROFIT or SALES.</param>
    public sealed record Terms(
        [StringLength(10)] string Category, Money Price, [StringLength(30)] string PaymentMode, [MaxLength(60)] IReadOnlyList<Milestone> Milestones,
        [StringLength(20)] string? LicenceExclusivity = null, [Range(0.0, 1.0)] decimal? RoyaltyRate = null, TermSheet.RoyaltyBase? RoyaltyBase = null,
        [StringLength(300)] string? Territory = null, DateOnly? StartsOn = null, DateOnly? EndsOn = null, [StringLength(2000)] string? Improvements = null,
        [StringLength(4000)] string? Other = null);

    /// <param name="ExpiresAt">The region's usual period when left out.</param>
    public sealed record Request(Terms Terms, DateTimeOffset? ExpiresAt = null);

    // The client names the offer, so sending it twice is one offer.
    public static async Task<Ok<GetNegotiation.Response>> Handle(
        NegotiationId id, OfferId offerId, Request request, Caller caller, TradingDb db, RegionProfile profile, IOptions<TradingOptions> options,
        TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct) ?? throw Problems.NegotiationNotFound.Now();
        var actor = caller.ActorIn(negotiation);
        if (await db.Set<Offer>().AnyAsync(o => o.Id == offerId && o.NegotiationId != id, ct)) throw Problems.OfferNotFound.Now();
        var now = clock.GetUtcNow();
        var from = negotiation.State;
        var expiresAt = Expiry(request.ExpiresAt?.ToUniversalTime(), profile, options.Value, now);
        if (negotiation.MakeOffer(actor, offerId, TermsOf(request.Terms), expiresAt, now) is { } offer)
        {
            if (request.ExpiresAt is not null && (expiresAt - now < options.Value.OfferShortest || expiresAt - now > options.Value.OfferLongest))
                throw Problems.ExpiryOutOfRange.With(("earliest", now + options.Value.OfferShortest), ("latest", now + options.Value.OfferLongest));
            var available = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == negotiation.AchievementId, ct);
            if (!available.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", available.Status));
            if (negotiation.SaleId is { } saleId)
                SaleTalks.Check((await db.Sales.AsNoTracking().SingleAsync(s => s.Id == saleId, ct)).Announced!.Terms, offer.Terms);
            else if (await db.Reserved(negotiation.AchievementId, ct)) throw Problems.AchievementInSale.Now();
            var other = actor.Side == Side.Seller ? Side.Buyer : Side.Seller;
            db.Publish(new OfferMade(
                id.Value, negotiation.Number, negotiation.AchievementTitle, offerId.Value, offer.Round, actor.OrganisationId,
                negotiation.NameOf(actor.Side), negotiation.OrganisationOf(other), offer.Terms.Price, offer.ExpiresAt, now));
            db.Audit(caller, "negotiation", id.Value, "offer-made", from.ToString(), negotiation.State.ToString(), $"#{offer.Round}", offer.Terms);
            await db.SetDeadline(ExpireOffer.Kind, offerId.Value, offer.ExpiresAt, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }

    private static DateTimeOffset Expiry(DateTimeOffset? wanted, RegionProfile profile, TradingOptions options, DateTimeOffset now)
    {
        if (wanted is { } chosen) return chosen;
        var usual = profile.At(now).OfferDefaultExpiry.EndFrom(now, WorkingCalendar.China);
        return usual < now + options.OfferShortest ? now + options.OfferShortest : usual;
    }

    private static DealTerms TermsOf(Terms terms) => new(
        terms.Category, terms.LicenceExclusivity, terms.Price, terms.PaymentMode, terms.RoyaltyRate,
        terms.RoyaltyBase is { } royalty ? GetNegotiation.Code(royalty) : null,
        [.. terms.Milestones.Select(m => new DealMilestone(m.Title.Trim(), m.DueOn, m.Amount))], terms.Territory, terms.StartsOn, terms.EndsOn,
        terms.Improvements, terms.Other);
}
