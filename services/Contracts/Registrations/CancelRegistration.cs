using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>A registrar cancels the registration of a contract that was terminated (注销): it counts no longer.</summary>
static class CancelRegistration
{
    public sealed record Request(uint Version, [property: Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Response(uint Version, string State);

    public static async Task<Ok<Response>> Handle(RegistrationId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var from = registration.State;
        if (from == RegistrationState.Registered && !await db.Contracts.AnyAsync(c => c.Id == registration.ContractId && c.State == ContractState.Terminated, ct))
            throw Problems.ContractStillRuns.Now();
        registration.Cancel(caller.AsRegistrar(), request.Reason, now);
        db.Turnover.Remove(await db.Turnover.SingleAsync(t => t.RegistrationId == id, ct));
        db.Publish(RegistrarAccess.Changed(registration, "CANCELLED", now, request.Reason));
        db.Audit(caller, "registration", id.Value, "cancel", from.ToString(), registration.State.ToString(), request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State)));
    }
}
