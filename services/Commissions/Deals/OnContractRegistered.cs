using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Deals;

/// <summary>
/// The contract is registered: its technical amount is fixed, and a commission that is earned by registration is earned. A later
/// correction changes what payments will earn, never what was earned.
/// </summary>
sealed class OnContractRegistered(CommissionsDb db, Reckoning reckoning) : IReaction<ContractRegistered>
{
    public async Task React(ContractRegistered fact, CancellationToken ct)
    {
        await db.LockDeal(fact.DealId, ct);
        if (await db.DealEvents.SingleOrDefaultAsync(e => e.Kind == DealEventKind.Registered && e.CauseId == fact.RegistrationId, ct) is { } known) known.Take(fact);
        else db.DealEvents.Add(new DealEvent(fact));
        await db.SaveChangesAsync(ct);
        await reckoning.Run(fact.DealId, ct);
    }
}
