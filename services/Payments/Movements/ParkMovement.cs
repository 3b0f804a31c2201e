using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Finance sets a movement aside with a note, or takes it up again.</summary>
static class ParkMovement
{
    public sealed record Request([property: Required, StringLength(300, MinimumLength = 2)] string Note);

    public sealed record Response(Guid Id, MovementState State);

    public static async Task<Ok<Response>> Park(MovementId id, Request request, Caller caller, PaymentsDb db, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var movement = await db.LockMovement(id, ct);
        movement.Park(request.Note.Trim());
        db.Audit(caller, "movement", id.Value, "park", "QUEUED", "PARKED", request.Note);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(id.Value, movement.State));
    }

    public static async Task<Ok<Response>> Resume(MovementId id, Caller caller, PaymentsDb db, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var movement = await db.LockMovement(id, ct);
        movement.Resume();
        db.Audit(caller, "movement", id.Value, "resume", "PARKED", "QUEUED");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(id.Value, movement.State));
    }
}
