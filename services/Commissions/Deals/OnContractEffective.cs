using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Deals;

/// <summary>All have signed: a commission that is earned by signing is earned.</summary>
sealed class OnContractEffective(CommissionsDb db, Reckoning reckoning) : IReaction<ContractEffective>
{
    public async Task React(ContractEffective fact, CancellationToken ct)
    {
        await db.LockDeal(fact.DealId, ct);
        if (await db.DealEvents.AnyAsync(e => e.Kind == DealEventKind.Effective && e.CauseId == fact.ContractId, ct)) return;
        db.DealEvents.Add(new DealEvent(fact));
        await db.SaveChangesAsync(ct);
        await reckoning.Run(fact.DealId, ct);
    }
}
