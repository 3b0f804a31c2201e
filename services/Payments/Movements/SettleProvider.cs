using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Payments.Ledger;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Finance recognises money at the bank as what the payment provider passed on of what it held.</summary>
static class SettleProvider
{
    public static async Task<Ok<ParkMovement.Response>> Handle(MovementId id, Caller caller, PaymentsDb db, Journal journal, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var movement = await db.LockMovement(id, ct);
        movement.IsProviderSettlement(caller, clock.GetUtcNow());
        await journal.Book(
            Booking.Move(
                EntryKind.ProviderSettled, $"settlement:{id}", movement.Remark ?? "", movement.Reference, AccountKey.Unallocated(movement.Amount.Currency),
                AccountKey.Clearing(movement.Amount.Currency), movement.Amount),
            caller, ct);
        db.Audit(caller, "movement", id.Value, "settle-provider", "QUEUED", "MATCHED", retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new ParkMovement.Response(id.Value, movement.State));
    }
}
