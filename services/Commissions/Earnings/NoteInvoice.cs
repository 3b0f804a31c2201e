using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>A brokerage firm names the invoice it gave for its part; with it the part is payable.</summary>
static class NoteInvoice
{
    public sealed record Request([property: Required, StringLength(50, MinimumLength = 4)] string InvoiceNumber, DateOnly InvoicedOn);

    public static async Task<Ok<GetCommission.Part>> Handle(
        Guid id, Request request, Caller caller, CommissionsDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (commission, payout) = await PaymentDesk.Lock(db, id, ct);
        if (payout.BrokerId != caller.OrganisationId)
            throw GetCommission.MaySee(commission, caller) ? Platform.Problems.PlatformProblems.RoleMissing.Now() : Problems.PayoutNotFound.Now();
        caller.Require(Roles.Broker);
        var now = clock.GetUtcNow();
        if (request.InvoicedOn > ChinaTime.DayOf(now)) throw Problems.PaidInFuture.Now();
        if ((payout.InvoiceNumber, payout.InvoicedOn) != (request.InvoiceNumber.Trim(), request.InvoicedOn))
        {
            commission.NoteInvoice(payout, request.InvoiceNumber.Trim(), request.InvoicedOn, now);
            foreach (var payable in Payables.Since(commission, [payout], now)) db.Publish(payable);
            db.Audit(caller, "payout", id, "note-invoice", "EARNED", payout.Status.Code(), data: request, retention: "permanent");
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetCommission.Write(commission, payout, caller));
    }
}
