using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>The deal's contract exists.</summary>
sealed class OnContractDrafted(TradingDb db) : IReaction<ContractDrafted>
{
    public async Task React(ContractDrafted fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        (progress.ContractId, progress.ContractNumber, progress.DraftedAt) = (fact.ContractId, fact.Number, fact.DraftedAt);
    }
}
