using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Finance says by hand which bill money came in for, or which payout left. A movement is matched once.</summary>
static class MatchMovement
{
    /// <param name="BillId">For money that came in: what is beyond the bill goes back to the sender, what is short stays expected.</param>
    /// <param name="PayoutId">For money that went out: exactly its amount.</param>
    public sealed record Request(Guid? BillId = null, Guid? PayoutId = null, [property: StringLength(300)] string? Note = null);

    public sealed record Response(Guid Id, MovementState State);

    public static async Task<Ok<Response>> Handle(
        MovementId id, Request request, Caller caller, PaymentsDb db, BillDesk bills, Intake intake, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        if (request.BillId is null == request.PayoutId is null) throw PlatformProblems.Malformed.With(("reason", "Name a bill or a payout."));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Movement movement;
        if (request.BillId is { } named)
        {
            var billId = new BillId(named);
            var subject = await db.Bills.Where(b => b.Id == billId).Select(b => (Guid?)b.SubjectId).SingleOrDefaultAsync(ct) ?? throw Problems.BillNotFound.Now();
            await db.LockSubject(subject, ct);
            movement = await db.LockMovement(id, ct);
            if (movement.State == MovementState.Matched && movement.BillId == billId) return TypedResults.Ok(new Response(id.Value, movement.State));
            await bills.Count(movement, await db.Bills.SingleAsync(b => b.Id == billId, ct), caller, ct);
        }
        else
        {
            var payout = await db.LockPayout(new PayoutId(request.PayoutId!.Value), ct);
            movement = await db.LockMovement(id, ct);
            if (movement.State == MovementState.Matched && movement.PayoutId == payout.Id) return TypedResults.Ok(new Response(id.Value, movement.State));
            if (movement.Amount != payout.Amount || movement.Provider != payout.Provider) throw Problems.AmountDiffers.With(("payout", payout.Amount));
            if (payout.State is not (PayoutState.Released or PayoutState.Executed)
                || await db.Movements.AnyAsync(m => m.PayoutId == payout.Id && m.Direction == MovementDirection.Out, ct))
                throw Problems.PayoutWrongState.With(("state", payout.State), ("needed", new[] { PayoutState.Released }));
            await intake.Leave(movement, payout, caller, ct);
        }
        db.Audit(caller, "movement", id.Value, "match", "QUEUED", "MATCHED", request.Note, request, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(id.Value, movement.State));
    }
}
