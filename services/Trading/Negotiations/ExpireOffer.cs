using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Negotiations;

/// <summary>An offer nobody answered in time leaves the table. One deadline per offer, never moved: an offer that was answered lets it pass.</summary>
sealed class ExpireOffer(TradingDb db, TimeProvider clock) : IDeadline
{
    public const string Kind = "offer-expiry";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var offerId = new OfferId(subjectId);
        var owner = await db.Set<Offer>().Where(o => o.Id == offerId).Select(o => (NegotiationId?)o.NegotiationId).SingleOrDefaultAsync(ct);
        if (owner is not { } id || await db.LockNegotiation(id, ct) is not { } negotiation) return;
        if (negotiation.ExpireOffer(offerId, clock.GetUtcNow()))
            db.Audit(null, "negotiation", id.Value, "offer-expired", negotiation.State.ToString(), negotiation.State.ToString());
    }
}
