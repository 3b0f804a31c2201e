using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Bidding;

/// <summary>A deposit is in the market's hands: its party may bid.</summary>
sealed class OnDepositHeld(TradingDb db) : IReaction<DepositHeld>
{
    public async Task React(DepositHeld fact, CancellationToken ct)
    {
        var known = await KnownDeposits.Of(db, fact.DepositId, fact.SaleId, fact.PartyId, ct);
        if (known.HeldAt is not null) return;
        known.HeldAt = fact.HeldAt;
        await KnownDeposits.Tell(db, fact.SaleId, ct);
    }
}
