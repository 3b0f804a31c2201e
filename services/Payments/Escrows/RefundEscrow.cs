using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Escrows;

/// <summary>Finance gives a part of what is held back to the buyer: of a paid milestone, or of what no milestone has used.</summary>
static class RefundEscrow
{
    /// <param name="Milestone">Counted from 1; none for what no milestone has used.</param>
    public sealed record Request(Guid Id, Money Amount, [property: Required, StringLength(500, MinimumLength = 2)] string Reason, [property: Range(1, 100)] int? Milestone = null);

    public static async Task<Ok<GetEscrow.Response>> Handle(
        Guid id, Request request, Caller caller, PaymentsDb db, Journal journal, PayoutDesk payouts, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var escrow = await EscrowAccess.LockForFinance(db, id, caller, ct);
        var payoutId = new PayoutId(request.Id);
        if (await db.Payouts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == payoutId, ct) is { } known)
        {
            if (known.SubjectId != id || known.Amount != request.Amount || known.Purpose != request.Reason.Trim()) throw Problems.RefundIdReused.Now();
            return TypedResults.Ok(await GetEscrow.Show(escrow, caller, db, journal, ct));
        }
        if (request.Milestone is { } number) escrow.Refund(number, request.Amount);
        else escrow.RefundFree(request.Amount);
        await payouts.Raise(
            new PayoutOrder(
                PayoutKind.EscrowRefund, $"escrow-refund:{request.Id}", id, new AccountKey(AccountKind.Escrow, id, escrow.Currency, escrow.Number), escrow.BuyerId,
                escrow.BuyerName, request.Amount, request.Reason.Trim()),
            caller, ct, payoutId);
        db.Audit(caller, "escrow", id, "refund", reason: request.Reason, data: request, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetEscrow.Show(escrow, caller, db, journal, ct));
    }
}
