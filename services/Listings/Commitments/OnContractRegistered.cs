using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>The contract of a deal is registered: what it transfers is transferred, what it licenses is licensed.</summary>
sealed class OnContractRegistered(ListingsDb db, TimeProvider clock) : IReaction<ContractRegistered>
{
    public async Task React(ContractRegistered fact, CancellationToken ct)
    {
        var deal = await db.Deal(fact.DealId, ct);
        deal.RegisteredAt ??= fact.RegisteredAt;
        if (deal.AchievementId is { } achievement) await FollowDeals.Follow(achievement, db, clock.GetUtcNow(), ct);
    }
}
