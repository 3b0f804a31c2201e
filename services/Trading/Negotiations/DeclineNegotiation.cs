using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Negotiations;

/// <summary>A side ends the talks and says why, in the words the market learns from.</summary>
static class DeclineNegotiation
{
    /// <param name="Version">The negotiation as the person saw it.</param>
    /// <param name="ReasonCode">A code of DeclineReason.</param>
    public sealed record Request(long Version, [StringLength(40)] string ReasonCode, [StringLength(2000)] string? Reason = null);

    public static async Task<Ok<GetNegotiation.Response>> Handle(
        NegotiationId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        if (!CodeLists.DeclineReason.Allows(request.ReasonCode)) throw Problems.ReasonUnknown.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct) ?? throw Problems.NegotiationNotFound.Now();
        var actor = caller.ActorIn(negotiation);
        var now = clock.GetUtcNow();
        var from = negotiation.State;
        negotiation.Decline(actor, request.Version, request.ReasonCode, request.Reason, now);
        db.Publish(EndedFact.Of(negotiation));
        await SaleTalks.Ended(negotiation, db, profile.At(now), now, ct);
        db.Audit(caller, "negotiation", id.Value, "declined", from.ToString(), negotiation.State.ToString(), request.Reason ?? request.ReasonCode, request);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }
}

/// <summary>The fact that a negotiation ended, in its one form.</summary>
static class EndedFact
{
    public static NegotiationEnded Of(Negotiation negotiation)
    {
        var ending = negotiation.Ending!;
        return new NegotiationEnded(
            negotiation.Id.Value, negotiation.Number, negotiation.AchievementId, negotiation.AchievementTitle, negotiation.SellerId,
            negotiation.BuyerId, negotiation.DemandId, GetNegotiation.Code(ending.Outcome), ending.ReasonCode, ending.Reason, ending.WasAgreed,
            ending.ByOrganisationId, ending.At);
    }
}
