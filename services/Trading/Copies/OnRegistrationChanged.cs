using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>The contract's registration moved.</summary>
sealed class OnRegistrationChanged(TradingDb db) : IReaction<RegistrationChanged>
{
    public async Task React(RegistrationChanged fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        if (fact.Version <= progress.RegistrationVersion) return;
        (progress.RegistrationVersion, progress.RegistrationStatus) = (fact.Version, fact.Status);
        (progress.RegistrationReason, progress.RegistrationDueAt, progress.RegistrationChangedAt) = (fact.Reason, fact.DueAt, fact.ChangedAt);
    }
}
