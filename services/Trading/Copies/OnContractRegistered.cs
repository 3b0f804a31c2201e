using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>The contract is registered.</summary>
sealed class OnContractRegistered(TradingDb db) : IReaction<ContractRegistered>
{
    public async Task React(ContractRegistered fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        (progress.ContractId, progress.ContractNumber) = (fact.ContractId, fact.ContractNumber);
        (progress.RegisteredAt, progress.RegistrationNumber, progress.VerificationCode) = (fact.RegisteredAt, fact.RegistrationNumber, fact.VerificationCode);
    }
}
