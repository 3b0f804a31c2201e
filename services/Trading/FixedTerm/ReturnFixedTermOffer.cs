using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The unit's approver or the bureau's reviewer sends the terms back with a reason.</summary>
static class ReturnFixedTermOffer
{
    /// <param name="Version">The offer as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetFixedTermOffer.Response>> Handle(
        FixedTermId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var unit = !caller.IsBureau();
        var offer = unit ? await db.LockOwnOffer(id, caller, ct, Roles.Approver) : await db.LockOfferForBureau(id, caller, ct);
        var now = clock.GetUtcNow();
        var from = offer.State;
        if ((from == FixedTermState.UnitReview) != unit) throw FixedTermProblems.OfferWrongState.With(("state", from), ("step", FixedTermStep.Return));
        offer.Return(request.Version, new FixedTermReturn(unit ? "unit" : "platform", request.Reason.Trim(), caller.PersonName, now), now);
        db.Publish(FixedTermFacts.Of(offer, request.Reason, now));
        db.Audit(caller, "fixed-term-offer", id.Value, "returned", from.ToString(), offer.State.ToString(), request.Reason, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetFixedTermOffer.View(offer, caller, db, now, ct));
    }
}
