using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>A deal is concluded: an exclusive one takes the achievement off the market, any other leaves a note.</summary>
sealed class OnDealConcluded(ListingsDb db, TimeProvider clock) : IReaction<DealConcluded>
{
    public async Task React(DealConcluded fact, CancellationToken ct)
    {
        var deal = await db.Deal(fact.DealId, ct);
        deal.AchievementId = new AchievementId(fact.AchievementId);
        deal.NegotiationId = fact.NegotiationId;
        deal.Number = fact.Number;
        deal.Category = fact.Terms.Category;
        deal.Exclusivity = fact.Terms.LicenceExclusivity;
        deal.ConcludedAt ??= fact.ConcludedAt;
        await FollowDeals.Follow(deal.AchievementId.Value, db, clock.GetUtcNow(), ct);
    }
}
