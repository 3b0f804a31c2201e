using TechMarket.Demands.Needs;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Demands.Progress;

/// <summary>A talk began that is to meet a need.</summary>
sealed class OnNegotiationOpened(DemandsDb db, TimeProvider clock) : IReaction<NegotiationOpened>
{
    public async Task React(NegotiationOpened fact, CancellationToken ct)
    {
        if (fact.DemandId is not { } demand) return;
        await db.LockProgress(demand, ct);
        if (await db.Negotiations.FindAsync([fact.NegotiationId], ct) is null)
            db.Negotiations.Add(new HeardNegotiation { Id = fact.NegotiationId, DemandId = new DemandId(demand) });
        await FollowNegotiations.Follow(new DemandId(demand), db, clock.GetUtcNow(), ct);
    }
}
