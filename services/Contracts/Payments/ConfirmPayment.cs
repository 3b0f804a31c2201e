using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Payments;

/// <summary>The buyer confirms a payment: it counts, and the contract is being performed.</summary>
static class ConfirmPayment
{
    public sealed record Response(Guid Id, string State, string ContractState);

    public static async Task<Ok<Response>> Handle(ContractId id, PaymentId paymentId, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        PartyAccess.Only(Side.Buyer, PartyAccess.Drafting(contract, caller));
        var payment = await db.Payments.SingleOrDefaultAsync(p => p.Id == paymentId && p.ContractId == id, ct) ?? throw Problems.PaymentNotFound.Now();
        var from = contract!.State;
        if (payment.Confirm(caller.PersonName, now))
        {
            contract.PaymentConfirmed(now);
            db.Publish(new ContractPaymentConfirmed(
                payment.Id.Value, id.Value, contract.Number, contract.DealId, contract.SellerId, contract.BuyerId, payment.Amount, contract.Price, payment.BankReference,
                payment.ReceivedOn, now));
            db.Audit(caller, "contract", id.Value, "confirm-payment", from.ToString(), contract.State.ToString(), payment.BankReference, new { payment.Id, payment.Amount }, "5y");
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(payment.Id.Value, Words.Of(payment.State), Words.Of(contract.State)));
    }
}
