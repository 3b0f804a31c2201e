using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Payments;

/// <summary>The seller records money it received under the contract. The client names the payment, so sending it twice is one.</summary>
static class RecordPayment
{
    /// <param name="Milestone">Which milestone it pays, counted from 1.</param>
    public sealed record Request(
        Money Amount, [property: Required, StringLength(64, MinimumLength = 1)] string BankReference, DateOnly ReceivedOn, [property: Range(1, 100)] int? Milestone = null);

    public sealed record Response(Guid Id, string State);

    public static async Task<Ok<Response>> Handle(
        ContractId id, PaymentId paymentId, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var reference = request.BankReference.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        PartyAccess.Only(Side.Seller, PartyAccess.Drafting(contract, caller));
        if (await db.Payments.SingleOrDefaultAsync(p => p.Id == paymentId, ct) is { } known)
        {
            if (known.ContractId != id) throw Problems.PaymentNotFound.Now();
            return known.Same(id, request.Amount, reference, request.ReceivedOn, request.Milestone)
                ? TypedResults.Ok(new Response(known.Id.Value, Words.Of(known.State)))
                : throw Problems.PaymentIdReused.Now();
        }
        var content = (await db.VersionOf(id, contract!.EffectiveVersion ?? contract.Version, ct)).Content;
        var earlier = await db.Payments.Where(p => p.ContractId == id).ToListAsync(ct);
        var payment = Payment.Record(
            paymentId, contract, content, earlier, request.Amount, reference, request.ReceivedOn, request.Milestone, caller.PersonName, ChinaTime.DayOf(now), now);
        db.Payments.Add(payment);
        db.Audit(caller, "contract", id.Value, "record-payment", reason: reference, data: new { payment.Id, request }, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(payment.Id.Value, Words.Of(payment.State)));
    }
}
