using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Negotiations;

/// <summary>A side says no to the version on the table; the talks go on.</summary>
static class DeclineOffer
{
    /// <param name="ReasonCode">A code of DeclineReason, if one fits.</param>
    public sealed record Request([StringLength(40)] string? ReasonCode = null, [StringLength(2000)] string? Reason = null);

    public static async Task<Ok<GetNegotiation.Response>> Handle(
        NegotiationId id, OfferId offerId, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        if (request.ReasonCode is not null && !CodeLists.DeclineReason.Allows(request.ReasonCode)) throw Problems.ReasonUnknown.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct) ?? throw Problems.NegotiationNotFound.Now();
        var actor = caller.ActorIn(negotiation);
        var now = clock.GetUtcNow();
        if (negotiation.DeclineOffer(actor, offerId, request.ReasonCode, request.Reason, now))
        {
            db.Audit(caller, "negotiation", id.Value, "offer-declined", negotiation.State.ToString(), negotiation.State.ToString(), request.Reason, request);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }
}
