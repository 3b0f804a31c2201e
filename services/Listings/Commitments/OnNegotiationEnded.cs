using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>A negotiation ended: what it reserved is free again and its door to the confidential detail is closed.</summary>
sealed class OnNegotiationEnded(ListingsDb db, TimeProvider clock) : IReaction<NegotiationEnded>
{
    public async Task React(NegotiationEnded fact, CancellationToken ct)
    {
        var negotiation = await db.Negotiation(fact.NegotiationId, fact.AchievementId, fact.BuyerId, fact.Number, ct);
        negotiation.EndedAt ??= fact.EndedAt;
        await FollowDeals.Follow(negotiation.AchievementId, db, clock.GetUtcNow(), ct);
    }
}
