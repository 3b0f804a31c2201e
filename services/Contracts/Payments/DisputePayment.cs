using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Payments;

/// <summary>The buyer says a recorded payment was not made like this.</summary>
static class DisputePayment
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public sealed record Response(Guid Id, string State);

    public static async Task<Ok<Response>> Handle(
        ContractId id, PaymentId paymentId, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        PartyAccess.Only(Side.Buyer, PartyAccess.Drafting(contract, caller));
        var payment = await db.Payments.SingleOrDefaultAsync(p => p.Id == paymentId && p.ContractId == id, ct) ?? throw Problems.PaymentNotFound.Now();
        payment.Dispute(request.Reason, caller.PersonName, clock.GetUtcNow());
        db.Audit(caller, "contract", id.Value, "dispute-payment", reason: request.Reason, data: new { payment.Id }, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(payment.Id.Value, Words.Of(payment.State)));
    }
}
