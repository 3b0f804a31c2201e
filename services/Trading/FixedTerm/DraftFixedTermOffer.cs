using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder writes down what it binds itself to, for the first time or anew.</summary>
static class DraftFixedTermOffer
{
    /// <param name="Version">As the person saw it; left out the first time.</param>
    public sealed record Request(Guid AchievementId, FixedTermKind Kind, FixedTermForm.Terms Terms, long? Version = null);

    // The client names the offer, so sending the first draft twice is one offer.
    public static async Task<Ok<GetFixedTermOffer.Response>> Handle(
        FixedTermId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher).RequireVerified();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var offer = await db.LockFixedTerm(id, ct);
        if (offer is null)
        {
            offer = await Begin(id, request, caller, db, now, ct);
        }
        else
        {
            if (offer.SellerId != caller.OrganisationId) throw FixedTermProblems.OfferNotFound.Now();
            if ((offer.AchievementId, offer.Kind) != (request.AchievementId, request.Kind)) throw Problems.IdReused.Now();
            if (request.Version is not { } seen)
            {
                if (offer.Terms != request.Terms) throw PlatformProblems.ChangedMeanwhile.With(("version", offer.Version));
                return TypedResults.Ok(await GetFixedTermOffer.View(offer, caller, db, now, ct));
            }
            var from = offer.State;
            offer.Rewrite(seen, request.Terms, caller.PersonId, now);
            db.Audit(caller, "fixed-term-offer", id.Value, "rewritten", from.ToString(), offer.State.ToString(), data: request.Terms);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetFixedTermOffer.View(offer, caller, db, now, ct));
    }

    private static async Task<FixedTermOffer> Begin(FixedTermId id, Request request, Caller caller, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var achievement = await db.KnownAchievements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AchievementId, ct)
            ?? throw Problems.AchievementNotFound.Now();
        if (achievement.OwnerId != caller.OrganisationId) throw Problems.NotYourAchievement.Now();
        if (!achievement.IsOpenToNew) throw FixedTermProblems.NotPublished.With(("status", achievement.Status));
        FixedTermTerms.CheckPatent(request.Terms, achievement.IpRights, Rules.ChinaTime.DayOf(now));
        var subject = new FixedTermSubject(achievement.Id, achievement.Number, achievement.Title, caller.OrganisationId, caller.OrganisationName);
        var number = await db.NextNumber(request.Kind == FixedTermKind.TryThenPay ? "XY" : "KX", ct);
        var offer = FixedTermOffer.Draft(id, number, request.Kind, subject, request.Terms, caller.PersonId, now);
        db.FixedTermOffers.Add(offer);
        db.Audit(caller, "fixed-term-offer", id.Value, "drafted", null, offer.State.ToString(), data: request.Terms);
        return offer;
    }
}
