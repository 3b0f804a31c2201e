using TechMarket.Demands.Needs;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Demands.Progress;

/// <summary>The contract that is to meet the need is in effect.</summary>
sealed class OnContractEffective(DemandsDb db, TimeProvider clock) : IReaction<ContractEffective>
{
    public async Task React(ContractEffective fact, CancellationToken ct)
    {
        if (fact.DemandId is not { } demand) return;
        await db.LockProgress(demand, ct);
        if (await db.Contracts.FindAsync([fact.ContractId], ct) is null)
            db.Contracts.Add(new HeardContract { Id = fact.ContractId, DemandId = new DemandId(demand), EffectiveAt = fact.EffectiveAt });
        await FollowNegotiations.Follow(new DemandId(demand), db, clock.GetUtcNow(), ct);
    }
}
