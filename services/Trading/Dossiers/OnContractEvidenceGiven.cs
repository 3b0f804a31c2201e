using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Dossiers;

/// <summary>Contracts gave its papers of a deal.</summary>
sealed class OnContractEvidenceGiven(DossierMaker maker) : IReaction<ContractEvidenceGiven>
{
    public Task React(ContractEvidenceGiven fact, CancellationToken ct) => maker.Take(fact.DealId, Dossier.Contracts, fact.Part, ct);
}
