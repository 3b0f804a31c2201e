using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>A party signed the deal's contract.</summary>
sealed class OnContractSigned(TradingDb db) : IReaction<ContractSigned>
{
    public async Task React(ContractSigned fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        (progress.ContractId, progress.ContractNumber) = (fact.ContractId, fact.Number);
        if (!progress.Signatures.Any(s => s.By == fact.SignedByName)) progress.Signatures = [.. progress.Signatures, new Signature(fact.SignedByName, fact.SignedAt)];
    }
}
