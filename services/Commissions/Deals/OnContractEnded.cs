using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Deals;

/// <summary>A contract that was void earns nothing; one that was terminated or completed earns nothing more.</summary>
sealed class OnContractEnded(CommissionsDb db, Reckoning reckoning) : IReaction<ContractEnded>
{
    public async Task React(ContractEnded fact, CancellationToken ct)
    {
        await db.LockDeal(fact.DealId, ct);
        if (await db.DealEvents.AnyAsync(e => e.Kind == DealEventKind.Ended && e.CauseId == fact.ContractId, ct)) return;
        db.DealEvents.Add(new DealEvent(fact));
        await db.SaveChangesAsync(ct);
        await reckoning.Run(fact.DealId, ct);
    }
}
