using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>The second person does not agree and hands the filing back to the first.</summary>
static class SendBackRegistration
{
    public sealed record Request(uint Version, [property: Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Response(uint Version, string State);

    public static async Task<Ok<Response>> Handle(RegistrationId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        registration.SendBack(caller.AsRegistrar(), request.Reason, clock.GetUtcNow());
        db.Audit(caller, "registration", id.Value, "send-back", from.ToString(), registration.State.ToString(), request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State)));
    }
}
