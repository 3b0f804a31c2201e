using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>Another person of the agency decides the objection: the refusal stands, or the filing is judged again.</summary>
static class DecideReview
{
    public sealed record Request(uint Version, bool Upheld, [property: Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Response(uint Version, string State);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        registration.DecideReview(caller.AsRegistrar(), request.Upheld, request.Reason, profile.At(now), WorkingCalendar.China, now);
        db.Publish(RegistrarAccess.Changed(registration, request.Upheld ? "REFUSED" : "ACCEPTED", now, request.Reason));
        db.Audit(caller, "registration", id.Value, request.Upheld ? "uphold" : "overturn", from.ToString(), registration.State.ToString(), request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State)));
    }
}
