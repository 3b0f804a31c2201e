using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>The buyer confirms the non-disclosure duty; its people may then open the confidential detail.</summary>
static class ConfirmNda
{
    /// <param name="Hash">Of the text the person read.</param>
    /// <param name="Name">The person's full name, typed as a signature.</param>
    public sealed record Request([StringLength(64, MinimumLength = 64)] string Hash, [StringLength(100, MinimumLength = 2)] string Name);

    public static async Task<Ok<GetNegotiation.Response>> Handle(
        NegotiationId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct) ?? throw Problems.NegotiationNotFound.Now();
        var actor = caller.ActorIn(negotiation, Side.Buyer);
        var text = NdaText.For(negotiation);
        if (text.Hash != request.Hash) throw Problems.NdaTextChanged.Now();
        var now = clock.GetUtcNow();
        var from = negotiation.State;
        negotiation.ConfirmNda(actor, new NdaConfirmation(text.Zh, text.En, text.Hash, request.Name.Trim(), caller.PersonId, now), now);
        db.Publish(new NdaConfirmed(
            id.Value, negotiation.Number, negotiation.AchievementId, negotiation.AchievementTitle, negotiation.SellerId, negotiation.BuyerId,
            negotiation.BuyerName, caller.PersonId, now));
        db.Audit(caller, "negotiation", id.Value, "nda-confirmed", from.ToString(), negotiation.State.ToString(), data: negotiation.Nda, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }
}
