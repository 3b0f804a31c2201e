using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Dossiers;

/// <summary>Listings gave its papers of a deal.</summary>
sealed class OnAchievementEvidenceGiven(DossierMaker maker) : IReaction<AchievementEvidenceGiven>
{
    public Task React(AchievementEvidenceGiven fact, CancellationToken ct) => maker.Take(fact.DealId, Dossier.Listings, fact.Part, ct);
}
