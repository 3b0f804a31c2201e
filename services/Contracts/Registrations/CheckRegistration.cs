using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Organisations;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>What would be refused, and why, before anybody at the agency sees it.</summary>
static class CheckRegistration
{
    public sealed record Response(bool Blocked, IReadOnlyList<Finding> Findings, IReadOnlyList<Agency> Agencies);

    /// <summary>An agency that is competent for the seller's seat; the first is the nearest.</summary>
    public sealed record Agency(Guid Id, string Name, string AreaCode);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (registration is null || (registration.SellerId != caller.OrganisationId && !RegistrarAccess.Competent(registration, caller)))
            throw Problems.RegistrationNotFound.Now();
        var (findings, agencies) = await Run(db, registration, profile, clock.GetUtcNow(), ct);
        return TypedResults.Ok(new Response(
            findings.Any(f => f.Severity == Severity.Block), findings, [.. agencies.Select(a => new Agency(a.Id, a.Name, a.AreaCode!))]));
    }

    public static async Task<(IReadOnlyList<Finding> Findings, IReadOnlyList<Organisation> Agencies)> Run(
        ContractsDb db, Registration registration, RegionProfile profile, DateTimeOffset now, CancellationToken ct)
    {
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == registration.ContractId, ct);
        var version = await db.Versions.AsNoTracking().SingleAsync(v => v.ContractId == contract.Id && v.Number == registration.ContractVersion, ct);
        var bureaus = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKinds.Bureau).ToListAsync(ct);
        var agencies = Competence.AgenciesFor(registration.SellerArea, bureaus);
        return (PreCheck.Run(contract, version.Content, registration.Form, agencies.Count > 0, profile.At(now), WorkingCalendar.China, now), agencies);
    }
}
