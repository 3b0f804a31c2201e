using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Contracts.Payments;

/// <summary>Escrow money went to the seller: the payment stands in the contract, confirmed, and nobody types it again.</summary>
sealed class OnPaymentReleased(ContractsDb db, TimeProvider clock) : IReaction<PaymentReleased>
{
    private const string Market = "技术市场";

    public async Task React(PaymentReleased fact, CancellationToken ct)
    {
        var id = new ContractId(fact.ContractId);
        var contract = await db.LockContract(id, ct) ?? throw new InvalidOperationException("The contract of a release is not known here.");
        var paymentId = new PaymentId(fact.ReleaseId);
        if (await db.Payments.AnyAsync(p => p.Id == paymentId, ct)) return;
        var now = clock.GetUtcNow();
        var from = contract.State;
        db.Payments.Add(Payment.Released(fact, Market));
        // After the contract has ended, money that was accepted before still counts as received.
        if (contract.TakesPayments) contract.PaymentConfirmed(now);
        db.Publish(new ContractPaymentConfirmed(
            fact.ReleaseId, fact.ContractId, contract.Number, contract.DealId, contract.SellerId, contract.BuyerId, fact.Amount, contract.Price, fact.Reference, fact.ReleasedOn, now));
        db.Audit(null, "contract", fact.ContractId, "payment-released", from.ToString(), contract.State.ToString(), fact.Reference, new { fact.ReleaseId, fact.Amount }, "5y");
    }
}
