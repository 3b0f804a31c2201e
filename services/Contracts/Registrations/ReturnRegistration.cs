using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>The registrar sends a filing back for correction, with reasons (退回补正).</summary>
static class ReturnRegistration
{
    public sealed record Request(uint Version, [property: MinLength(1), MaxLength(20)] IReadOnlyList<Correction> Reasons);

    public sealed record Correction([property: Required, StringLength(40)] string Code, [property: StringLength(500)] string? Note = null);

    public sealed record Response(uint Version, string State, DateTimeOffset? CorrectBy);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        if (request.Reasons.FirstOrDefault(r => !CodeLists.ReturnReason.Allows(r.Code)) is { } unknown)
            throw Problems.CodeUnknown.With(("field", "reasons"), ("code", unknown.Code));
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        var correctBy = profile.At(now).CorrectionPeriod.EndFrom(now, WorkingCalendar.China);
        registration.ReturnForCorrection(caller.PersonId, [.. request.Reasons.Select(r => new CorrectionReason(r.Code, r.Note))], correctBy, now);
        var words = string.Join("；", request.Reasons.Select(r => r.Note is { Length: > 0 } note ? $"{CodeLists.ReturnReason.Get(r.Code).Zh}：{note}" : CodeLists.ReturnReason.Get(r.Code).Zh));
        db.Publish(RegistrarAccess.Changed(registration, "RETURNED_FOR_CORRECTION", now, words) with { DueAt = correctBy });
        db.Audit(caller, "registration", id.Value, "return", from.ToString(), registration.State.ToString(), words, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State), correctBy));
    }
}
