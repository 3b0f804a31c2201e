using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>The holder agrees to talk with the enterprise that asked.</summary>
static class TakeUpNegotiation
{
    public static async Task<Ok<GetNegotiation.Response>> Handle(NegotiationId id, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct) ?? throw Problems.NegotiationNotFound.Now();
        var actor = caller.ActorIn(negotiation, Side.Seller);
        var now = clock.GetUtcNow();
        negotiation.TakeUp(actor, now);
        db.Audit(caller, "negotiation", id.Value, "taken-up", nameof(NegotiationState.Invited), negotiation.State.ToString());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }
}
