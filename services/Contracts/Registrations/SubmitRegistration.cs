using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>The seller files with the agency of its seat, first or corrected. What the pre-check blocks is not filed.</summary>
static class SubmitRegistration
{
    /// <param name="AgencyId">One of the competent agencies; the nearest when not given.</param>
    public sealed record Request(uint Version, Guid? AgencyId = null);

    public sealed record Response(uint Version, string State, Guid AgencyId, string AgencyName);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockForSeller(db, id, request.Version, caller, ct);
        caller.RequireVerified();
        var from = registration.State;
        if (from is not (RegistrationState.Draft or RegistrationState.ReturnedForCorrection)) throw Problems.RegistrationWrongState.With(("state", from));
        var (findings, agencies) = await CheckRegistration.Run(db, registration, profile, now, ct);
        var blocking = findings.Where(f => f.Severity == Severity.Block).ToList();
        if (blocking.Count > 0) throw Problems.PreCheckBlocks.With(("findings", blocking));
        var agency = (request.AgencyId is { } wanted ? agencies.FirstOrDefault(a => a.Id == wanted) : agencies[0]) ?? throw Problems.NoAgency.Now();
        registration.Submit(agency.Id, agency.Name, agency.AreaCode!, profile.At(now), WorkingCalendar.China, now);
        db.Publish(RegistrarAccess.Changed(registration, "SUBMITTED", now));
        db.Audit(caller, "registration", id.Value, "submit", from.ToString(), registration.State.ToString(), data: registration.Form, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), Words.Of(registration.State), agency.Id, agency.Name));
    }
}
