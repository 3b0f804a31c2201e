using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Finance sends money back that nobody is found for, or that came too late: a payout to its sender is ordered.</summary>
static class ReturnMovement
{
    public sealed record Request([property: Required, StringLength(300, MinimumLength = 2)] string Reason);

    public sealed record Response(Guid Id, MovementState State, string PayoutNumber);

    public static async Task<Ok<Response>> Handle(MovementId id, Request request, Caller caller, PaymentsDb db, PayoutDesk payouts, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var movement = await db.LockMovement(id, ct);
        var payoutId = new PayoutId(Guid.CreateVersion7(now));
        movement.Return(payoutId, request.Reason.Trim(), caller, now);
        var payout = await payouts.Raise(
            new PayoutOrder(
                PayoutKind.Unclaimed, $"unclaimed:{id}", id.Value, AccountKey.Unallocated(movement.Amount.Currency), null, movement.CounterpartyName ?? "", movement.Amount,
                request.Reason.Trim(), Receiver: Sender.Of(movement), Provider: movement.Provider,
                RefundOf: movement.Provider == ProviderCode.Stripe ? movement.Reference : null),
            caller, ct, payoutId);
        db.Audit(caller, "movement", id.Value, "return", "QUEUED", "RETURNED", request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(id.Value, movement.State, payout.Number));
    }
}
