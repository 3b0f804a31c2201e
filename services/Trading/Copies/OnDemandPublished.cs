using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>A need can be attached to its owner's negotiations.</summary>
sealed class OnDemandPublished(TradingDb db) : IReaction<DemandPublished>
{
    public async Task React(DemandPublished fact, CancellationToken ct)
    {
        if (await db.KnownDemands.FindAsync([fact.DemandId], ct) is not { } known)
        {
            known = new KnownDemand { Id = fact.DemandId, Number = fact.Number, Title = fact.Title, OwnerId = fact.OwnerId };
            db.KnownDemands.Add(known);
        }
        if (fact.Version <= known.Version) return;
        (known.Version, known.Number, known.Title, known.OwnerId) = (fact.Version, fact.Number, fact.Title, fact.OwnerId);
    }
}
