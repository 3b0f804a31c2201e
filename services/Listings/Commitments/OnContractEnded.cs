using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Commitments;

/// <summary>A contract was void before it took effect: its deal no longer takes the achievement off the market.</summary>
sealed class OnContractEnded(ListingsDb db, TimeProvider clock) : IReaction<ContractEnded>
{
    public async Task React(ContractEnded fact, CancellationToken ct)
    {
        if (fact.Outcome != "VOID") return;
        var deal = await db.Deal(fact.DealId, ct);
        deal.VoidedAt ??= fact.EndedAt;
        if (deal.AchievementId is { } achievement) await FollowDeals.Follow(achievement, db, clock.GetUtcNow(), ct);
    }
}
