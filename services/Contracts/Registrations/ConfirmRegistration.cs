using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Contracts.Turnover;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>A second person confirms a registration above the threshold: it is registered.</summary>
static class ConfirmRegistration
{
    public sealed record Request(uint Version, [property: StringLength(40)] string? NationalNumber = null);

    public sealed record Response(uint Version, string State, string Number, string VerificationCode);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        await RegistrarAccess.RequireContract(db, registration, ct);
        registration.Confirm(caller.AsRegistrar());
        await Numbering.Register(db, registration, Numbering.National(profile.At(registration.AcceptedAt ?? now), request.NationalNumber), now, ct);
        db.Turnover.Add(TurnoverEntry.Of(registration));
        db.Publish(RegistrarAccess.Registered(registration, now));
        db.Audit(caller, "registration", id.Value, "confirm", from.ToString(), registration.State.ToString(), data: new { registration.Number, registration.TechnicalAmount }, retention: "permanent");
        await Uniqueness.Save(db, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State), registration.Number!, registration.VerificationCode!));
    }
}
