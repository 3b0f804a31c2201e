using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder hands the terms in: a university's or institute's approver looks first, then the bureau.</summary>
static class SubmitFixedTermOffer
{
    /// <param name="Version">The offer as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetFixedTermOffer.Response>> Handle(
        FixedTermId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var offer = await db.LockOwnOffer(id, caller, ct, Roles.Publisher);
        var now = clock.GetUtcNow();
        var from = offer.State;
        offer.Submit(request.Version, caller.OrganisationKind is OrganisationKinds.University or OrganisationKinds.Institute, now);
        var rights = await db.KnownAchievements.Where(a => a.Id == offer.AchievementId).Select(a => a.IpRights).SingleAsync(ct);
        FixedTermTerms.CheckPatent(offer.Terms, rights, ChinaTime.DayOf(now));
        if (offer.State == FixedTermState.Submitted) db.Publish(FixedTermFacts.Of(offer, null, now));
        db.Audit(caller, "fixed-term-offer", id.Value, "submitted", from.ToString(), offer.State.ToString(), data: offer.Terms, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetFixedTermOffer.View(offer, caller, db, now, ct));
    }
}
