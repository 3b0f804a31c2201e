using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The unit's approver stands behind the terms; the bureau reviews them next.</summary>
static class ApproveFixedTermOffer
{
    /// <param name="Version">The offer as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetFixedTermOffer.Response>> Handle(
        FixedTermId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var offer = await db.LockOwnOffer(id, caller, ct, Roles.Approver);
        var now = clock.GetUtcNow();
        offer.Approve(request.Version, caller.PersonName, now);
        db.Publish(FixedTermFacts.Of(offer, null, now));
        db.Audit(caller, "fixed-term-offer", id.Value, "approved", nameof(FixedTermState.UnitReview), offer.State.ToString(), data: offer.Terms,
            retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetFixedTermOffer.View(offer, caller, db, now, ct));
    }
}
