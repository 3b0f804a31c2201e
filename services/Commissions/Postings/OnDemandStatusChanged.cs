using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Postings;

/// <summary>A need that is settled or withdrawn is no longer answered by a lead.</summary>
sealed class OnDemandStatusChanged(CommissionsDb db) : IReaction<DemandStatusChanged>
{
    public async Task React(DemandStatusChanged fact, CancellationToken ct)
    {
        if (await db.Demands.FindAsync([fact.DemandId], ct) is { } known) known.Take(fact);
        else db.Demands.Add(new Demand(fact));
    }
}
