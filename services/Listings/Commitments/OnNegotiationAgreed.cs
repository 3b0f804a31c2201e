using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>The parties agreed: what nobody else can get meanwhile is reserved.</summary>
sealed class OnNegotiationAgreed(ListingsDb db, TimeProvider clock) : IReaction<NegotiationAgreed>
{
    public async Task React(NegotiationAgreed fact, CancellationToken ct)
    {
        var negotiation = await db.Negotiation(fact.NegotiationId, fact.AchievementId, fact.BuyerId, fact.Number, ct);
        negotiation.AgreedAt ??= fact.AgreedAt;
        negotiation.Exclusive = fact.Exclusive;
        await FollowDeals.Follow(negotiation.AchievementId, db, clock.GetUtcNow(), ct);
    }
}
