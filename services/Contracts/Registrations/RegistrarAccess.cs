using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Organisations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>Who may see and act on a registration: the parties, and registrars of a bureau that is competent for the seller's seat.</summary>
static class RegistrarAccess
{
    /// <summary>A competent registrar, and the filing has left the seller's desk.</summary>
    public static bool Competent(Registration registration, Caller caller) =>
        caller.OrganisationKind == OrganisationKinds.Bureau && caller.Has(Roles.Registrar) && registration.State != RegistrationState.Draft
        && Competence.Covers(caller.AreaCode, registration.SellerArea);

    /// <summary>True if the caller may read this contract's text because its registration is theirs to judge.</summary>
    public static async Task<bool> MayRead(ContractsDb db, ContractId contract, Caller caller, CancellationToken ct) =>
        await db.Registrations.AsNoTracking().Where(r => r.ContractId == contract).ToListAsync(ct) is { } found && found.Exists(r => Competent(r, caller));

    /// <summary>The registration for a registrar's action: locked, competent, and as the registrar saw it.</summary>
    public static async Task<Registration> LockFor(ContractsDb db, RegistrationId id, uint version, Caller caller, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Registrar);
        var registration = await db.LockRegistration(id, ct);
        if (registration is null || !Competent(registration, caller)) throw Problems.RegistrationNotFound.Now();
        Unchanged(db, registration, version);
        return registration;
    }

    /// <summary>The registration for the seller's action: locked, its own, and as the seller saw it.</summary>
    public static async Task<Registration> LockForSeller(ContractsDb db, RegistrationId id, uint version, Caller caller, CancellationToken ct)
    {
        var registration = await db.LockRegistration(id, ct);
        if (registration is null || registration.SellerId != caller.OrganisationId) throw Problems.RegistrationNotFound.Now();
        caller.Require(Files(caller));
        Unchanged(db, registration, version);
        return registration;
    }

    /// <summary>A contract that was terminated meanwhile is not registered any more.</summary>
    public static async Task RequireContract(ContractsDb db, Registration registration, CancellationToken ct)
    {
        if (await db.Contracts.AnyAsync(c => c.Id == registration.ContractId && c.State == ContractState.Terminated, ct)) throw Problems.ContractNotEffective.Now();
    }

    public static string[] Files(Caller caller) => caller.OrganisationKind == OrganisationKinds.Enterprise
        ? [Roles.Publisher, Roles.Approver, Roles.Purchaser]
        : [Roles.Publisher, Roles.Approver];

    public static Registrar AsRegistrar(this Caller caller) => new(caller.PersonId, caller.PersonName, caller.OrganisationId);

    public static uint VersionOf(ContractsDb db, Registration registration) => db.Entry(registration).Property<uint>("xmin").CurrentValue;

    /// <summary>What the others hear of a step.</summary>
    public static RegistrationChanged Changed(Registration r, string status, DateTimeOffset now, string? reason = null) => new(
        r.Id.Value, r.Revision, r.ContractId.Value, r.DealId, r.ContractNumber, r.Title, r.SellerId, r.BuyerId, status, r.ReasonCode, reason, r.DueAt, now);

    public static ContractRegistered Registered(Registration r, DateTimeOffset now) => new(
        r.Id.Value, r.Revision, r.Number!, r.ContractId.Value, r.ContractNumber, r.DealId, r.Title, r.Category, r.Form.FieldCode, r.ContractAmount, r.TechnicalAmount,
        r.SellerId, r.BuyerId, r.VerificationCode!, now);

    private static void Unchanged(ContractsDb db, Registration registration, uint version)
    {
        if (VersionOf(db, registration) != version) throw PlatformProblems.ChangedMeanwhile.Now();
    }
}
