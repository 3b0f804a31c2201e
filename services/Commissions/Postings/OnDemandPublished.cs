using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Postings;

/// <summary>Keeps the needs a lead may answer.</summary>
sealed class OnDemandPublished(CommissionsDb db) : IReaction<DemandPublished>
{
    public async Task React(DemandPublished fact, CancellationToken ct)
    {
        if (await db.Demands.FindAsync([fact.DemandId], ct) is { } known) known.Take(fact);
        else db.Demands.Add(new Demand(fact));
    }
}
