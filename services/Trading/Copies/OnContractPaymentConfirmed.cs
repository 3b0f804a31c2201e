using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>Money was received under the contract.</summary>
sealed class OnContractPaymentConfirmed(TradingDb db) : IReaction<ContractPaymentConfirmed>
{
    public async Task React(ContractPaymentConfirmed fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        progress.ContractAmount = fact.ContractAmount.Amount;
        if (progress.Receipts.All(r => r.PaymentId != fact.PaymentId)) progress.Receipts = [.. progress.Receipts, new Receipt(fact.PaymentId, fact.Amount, fact.ConfirmedAt)];
    }
}
