using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>A registrar takes a filing from the queue; the first taking accepts it (受理) and starts the clock.</summary>
static class TakeRegistration
{
    public sealed record Request(uint Version);

    public sealed record Response(uint Version, string State, DateTimeOffset? DueAt);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        if (registration.Take(caller.AsRegistrar(), profile.At(now), WorkingCalendar.China, now))
            db.Publish(RegistrarAccess.Changed(registration, "ACCEPTED", now));
        db.Audit(caller, "registration", id.Value, "take", from.ToString(), registration.State.ToString(), retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State), registration.DueAt));
    }
}
