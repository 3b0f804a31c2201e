using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>A commission on the deal was paid out.</summary>
sealed class OnCommissionPaid(TradingDb db) : IReaction<CommissionPaid>
{
    public async Task React(CommissionPaid fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        if (fact.Settled) progress.Settled(fact.CommissionId, fact.PaidAt);
    }
}
