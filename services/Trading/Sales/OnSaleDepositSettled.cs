using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Sales;

/// <summary>A deposit left the market's hands; the party and the seller see it.</summary>
sealed class OnSaleDepositSettled(TradingDb db) : IReaction<DepositSettled>
{
    public async Task React(DepositSettled fact, CancellationToken ct)
    {
        if (await db.LockSale(new SaleId(fact.SaleId), ct) is { } sale) sale.NoteDepositOutcome(fact.DepositId, fact.Outcome);
    }
}
