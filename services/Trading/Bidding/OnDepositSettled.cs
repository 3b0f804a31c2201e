using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Bidding;

/// <summary>A deposit left the market's hands: no more bids hang on it, in whatever order the facts arrive.</summary>
sealed class OnDepositSettled(TradingDb db) : IReaction<DepositSettled>
{
    public async Task React(DepositSettled fact, CancellationToken ct)
    {
        var known = await KnownDeposits.Of(db, fact.DepositId, fact.SaleId, fact.PartyId, ct);
        if (known.SettledAt is not null) return;
        known.SettledAt = fact.SettledAt;
        await KnownDeposits.Tell(db, fact.SaleId, ct);
    }
}
