using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>A registrar puts a filing back into the queue; the clock goes on.</summary>
static class ReleaseRegistration
{
    public sealed record Request(uint Version);

    public sealed record Response(uint Version, string State);

    public static async Task<Ok<Response>> Handle(RegistrationId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        registration.Release(caller.PersonId, clock.GetUtcNow());
        db.Audit(caller, "registration", id.Value, "release", from.ToString(), registration.State.ToString(), retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State)));
    }
}
