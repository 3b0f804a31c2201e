using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>A registrar refuses (未予登记) with a reason code.</summary>
static class RefuseRegistration
{
    public sealed record Request(
        uint Version, [property: Required, StringLength(40)] string ReasonCode, [property: Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Response(uint Version, string State);

    public static async Task<Ok<Response>> Handle(RegistrationId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!CodeLists.RejectReason.Allows(request.ReasonCode)) throw Problems.CodeUnknown.With(("field", "reasonCode"), ("code", request.ReasonCode));
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        registration.Refuse(caller.AsRegistrar(), request.ReasonCode, request.Reason, now);
        db.Publish(RegistrarAccess.Changed(registration, "REFUSED", now, request.Reason));
        db.Audit(caller, "registration", id.Value, "refuse", from.ToString(), registration.State.ToString(), $"{request.ReasonCode}: {request.Reason}", retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State)));
    }
}
