using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Copies;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>
/// An enterprise takes an offer up: it applies for the free use, which the holder screens; or it gives notice of an open licence, which
/// brings the deal about as declared (专利法 51).
/// </summary>
static class TakeUpOffer
{
    /// <param name="RelatedParty">It is related to the holder or the inventors.</param>
    public sealed record Request(
        bool AcceptsTerms, [StringLength(4000)] string Purpose, bool RelatedParty, [StringLength(100, MinimumLength = 2)] string ContactName,
        [StringLength(50, MinimumLength = 5)] string ContactPhone, [StringLength(2000)] string? RelatedStatement = null);

    // The client names the uptake, so sending it twice is one.
    public static async Task<Ok<GetUptake.Response>> Handle(
        FixedTermId id, UptakeId uptakeId, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser).RequireVerified();
        var achievementId = await db.AchievementOf(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var offer = (await db.LockFixedTerm(id, ct))!;
        if (!FixedTermSteps.Public.Contains(offer.State)) throw FixedTermProblems.OfferNotFound.Now();
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var application = new Application(
            request.Purpose.Trim(), request.RelatedParty, request.RelatedParty ? request.RelatedStatement : null, request.ContactName.Trim(),
            request.ContactPhone.Trim());
        if (await db.Uptakes.SingleOrDefaultAsync(u => u.Id == uptakeId, ct) is { } known)
        {
            if (known.TakerId != caller.OrganisationId || known.OfferId != id || known.Application != application) throw Problems.IdReused.Now();
            return TypedResults.Ok(await GetUptake.View(known, caller, db, rules, now, ct));
        }
        if (offer.SellerId == caller.OrganisationId) throw FixedTermProblems.OwnOffer.Now();
        offer.RequireOpen(now);
        if (!achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
        if (!request.AcceptsTerms) throw Problems.TermsNotAccepted.Now();
        if (offer.Kind == FixedTermKind.TryThenPay && application.Purpose.Length < 10) throw FixedTermProblems.PurposeNeeded.Now();
        await db.RequirePlace(offer, ct);
        var number = await db.NextNumber("SY", ct);
        var uptake = offer.Kind == FixedTermKind.TryThenPay
            ? Uptake.Apply(uptakeId, number, offer, caller.AsParty(), application, now)
            : await Declare(uptakeId, number, offer, application, achievement, caller, db, now, ct);
        db.Uptakes.Add(uptake);
        db.Publish(FixedTermFacts.Of(uptake, null, null, now));
        db.Audit(caller, "uptake", uptakeId.Value, uptake.State == UptakeState.Applied ? "applied" : "declared", null, uptake.State.ToString(),
            data: application, retention: "permanent");
        await RemindTaker.Arm(uptake, db, rules, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation,
            ConstraintName: TradingDb.OneUptakePerTaker })
        {
            throw FixedTermProblems.AlreadyTaken.Now();
        }
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }

    private static async Task<Uptake> Declare(
        UptakeId id, string number, FixedTermOffer offer, Application application, KnownAchievement achievement, Caller caller, TradingDb db,
        DateTimeOffset now,
        CancellationToken ct)
    {
        var today = ChinaTime.DayOf(now);
        FixedTermTerms.CheckPatent(offer.Terms, achievement.IpRights, today);
        var terms = FixedTermTerms.DealTermsOf(
            offer.Kind, offer.Terms, Money.Yuan(0m), today, achievement.IpRights.First(r => r.Number == offer.Terms.Patent!.Number).ExpiresOn);
        var deal = new DealId(Guid.CreateVersion7());
        var uptake = Uptake.Declare(id, number, offer, caller.AsParty(), application, terms.StartsOn!.Value, terms.EndsOn!.Value, deal.Value, now);
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == offer.NoticeId, ct);
        await ConcludeDeal.OfUptake(deal, uptake, terms, notice, achievement, db, now, ct);
        return uptake;
    }
}
