using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Payments.Ledger;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Escrows;

/// <summary>Finance holds the money of a deal while its parties disagree, and lets it go on when they agree.</summary>
static class HoldEscrow
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetEscrow.Response>> Hold(Guid id, Request request, Caller caller, PaymentsDb db, Journal journal, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var escrow = await EscrowAccess.LockForFinance(db, id, caller, ct);
        escrow.Hold(request.Reason.Trim());
        db.Audit(caller, "escrow", id, "hold", "OPEN", "ON_HOLD", request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetEscrow.Show(escrow, caller, db, journal, ct));
    }

    public static async Task<Ok<GetEscrow.Response>> Resume(Guid id, Caller caller, PaymentsDb db, Journal journal, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var escrow = await EscrowAccess.LockForFinance(db, id, caller, ct);
        escrow.Resume();
        db.Audit(caller, "escrow", id, "resume", "ON_HOLD", "OPEN", retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetEscrow.Show(escrow, caller, db, journal, ct));
    }
}
