using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>The seller objects to a refusal and asks for a review .</summary>
static class RequestReview
{
    public sealed record Request(uint Version, [property: Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Response(uint Version, string State);

    public static async Task<Ok<Response>> Handle(RegistrationId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockForSeller(db, id, request.Version, caller, ct);
        var from = registration.State;
        registration.RequestReview(request.Reason, now);
        db.Publish(RegistrarAccess.Changed(registration, "REVIEW_REQUESTED", now, request.Reason));
        db.Audit(caller, "registration", id.Value, "request-review", from.ToString(), registration.State.ToString(), request.Reason, retention: "permanent");
        await Uniqueness.Save(db, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State)));
    }
}
