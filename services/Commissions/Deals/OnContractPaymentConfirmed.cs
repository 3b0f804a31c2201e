using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Rewards;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Deals;

/// <summary>A payment under the contract was received: what is earned by payment is earned pro rata, commissions and awards.</summary>
sealed class OnContractPaymentConfirmed(CommissionsDb db, Reckoning reckoning, RewardReckoning rewards) : IReaction<ContractPaymentConfirmed>
{
    public async Task React(ContractPaymentConfirmed fact, CancellationToken ct)
    {
        await db.LockDeal(fact.DealId, ct);
        if (await db.DealEvents.AnyAsync(e => e.Kind == DealEventKind.Paid && e.CauseId == fact.PaymentId, ct)) return;
        db.DealEvents.Add(new DealEvent(fact));
        await db.SaveChangesAsync(ct);
        await reckoning.Run(fact.DealId, ct);
        await rewards.Run(fact.DealId, ct);
    }
}
