using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Contracts.Dossiers;

/// <summary>The evidence dossier of a deal is being made. Printing the certificate takes a while, so it is not done while others wait for the bus.</summary>
sealed class OnDossierOpened(ContractsDb db, TimeProvider clock) : IReaction<DossierOpened>
{
    public Task React(DossierOpened fact, CancellationToken ct) => db.SetDeadline(GiveEvidence.Kind, fact.DealId, clock.GetUtcNow(), ct);
}
