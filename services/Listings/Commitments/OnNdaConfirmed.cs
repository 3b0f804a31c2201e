using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>The buyer is bound to non-disclosure: its people may read the confidential detail until the negotiation ends.</summary>
sealed class OnNdaConfirmed(ListingsDb db) : IReaction<NdaConfirmed>
{
    public async Task React(NdaConfirmed fact, CancellationToken ct)
    {
        var negotiation = await db.Negotiation(fact.NegotiationId, fact.AchievementId, fact.BuyerId, fact.Number, ct);
        negotiation.BuyerName = fact.BuyerName;
        negotiation.NdaConfirmedAt ??= fact.ConfirmedAt;
    }
}
