using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Earnings;

/// <summary>Finance notes that a broker's part was paid: exactly its amount (before tax), by the bank's reference, once.</summary>
static class MarkPaid
{
    public sealed record Request(
        Money Amount, [property: Required, StringLength(64, MinimumLength = 4), RegularExpression(@"\S.*\S")] string BankReference, DateOnly PaidOn);

    public static async Task<Ok<GetCommission.Part>> Handle(
        Guid id, Request request, Caller caller, CommissionsDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (commission, payout) = await PaymentDesk.Lock(db, id, ct);
        if (!GetCommission.MaySee(commission, caller)) throw Problems.PayoutNotFound.Now();
        if (!PaymentDesk.MayPay(payout, caller)) throw PlatformProblems.RoleMissing.With(("needed", new[] { Roles.Finance }));
        var now = clock.GetUtcNow();
        var payment = commission.Pay(payout, Guid.CreateVersion7(now), request.Amount, request.BankReference.Trim(), request.PaidOn, caller.PersonId, now);
        if (payment is not null)
        {
            db.Payments.Add(payment);
            db.Publish(new CommissionPaid(
                commission.Id.Value, commission.Number, commission.DealId, payout.BrokerId, payout.BrokerName, payment.Amount, payment.BankReference,
                commission.IsSettled, now, payout.Id));
            db.Audit(caller, "payout", id, "pay", "PAYABLE", "PAID", data: request, retention: "permanent");
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: CommissionsDb.BankReference })
        {
            throw Problems.BankReferenceUsed.With(("bankReference", request.BankReference));
        }
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetCommission.Write(commission, payout, caller));
    }
}
