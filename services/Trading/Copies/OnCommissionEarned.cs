using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>A broker's commission on the deal is earned.</summary>
sealed class OnCommissionEarned(TradingDb db) : IReaction<CommissionEarned>
{
    public async Task React(CommissionEarned fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        progress.Earned(fact.CommissionId, fact.EarnedAt);
    }
}
