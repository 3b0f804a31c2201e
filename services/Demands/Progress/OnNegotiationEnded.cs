using TechMarket.Demands.Needs;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Demands.Progress;

/// <summary>A talk ended without a deal: when no other runs, the need is open again.</summary>
sealed class OnNegotiationEnded(DemandsDb db, TimeProvider clock) : IReaction<NegotiationEnded>
{
    public async Task React(NegotiationEnded fact, CancellationToken ct)
    {
        if (fact.DemandId is not { } demand) return;
        await db.LockProgress(demand, ct);
        var negotiation = await db.Negotiations.FindAsync([fact.NegotiationId], ct);
        if (negotiation is null)
        {
            negotiation = new HeardNegotiation { Id = fact.NegotiationId, DemandId = new DemandId(demand) };
            db.Negotiations.Add(negotiation);
        }
        negotiation.EndedAt ??= fact.EndedAt;
        await FollowNegotiations.Follow(new DemandId(demand), db, clock.GetUtcNow(), ct);
    }
}
