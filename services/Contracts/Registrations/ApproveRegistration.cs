using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Contracts.Turnover;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>The first registrar accepts: registered at once, or handed to a second person above the profile's threshold .</summary>
static class ApproveRegistration
{
    /// <param name="NationalNumber">The number of the national system, when it is known already.</param>
    public sealed record Request(uint Version, [property: StringLength(40)] string? NationalNumber = null);

    public sealed record Response(uint Version, string State, string? Number, string? VerificationCode);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        await RegistrarAccess.RequireContract(db, registration, ct);
        var rules = profile.At(registration.AcceptedAt ?? now);
        if (registration.Approve(caller.PersonId, rules, now))
        {
            db.Publish(RegistrarAccess.Changed(registration, "SECOND_REVIEW", now));
        }
        else
        {
            await Numbering.Register(db, registration, Numbering.National(rules, request.NationalNumber), now, ct);
            db.Turnover.Add(TurnoverEntry.Of(registration));
            db.Publish(RegistrarAccess.Registered(registration, now));
        }
        db.Audit(caller, "registration", id.Value, "approve", from.ToString(), registration.State.ToString(), data: new { registration.Number, registration.TechnicalAmount }, retention: "permanent");
        await Uniqueness.Save(db, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State), registration.Number, registration.VerificationCode));
    }
}
