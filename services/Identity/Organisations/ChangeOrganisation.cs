using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>An administrator asks the bureau to change the name or another verified particular, or takes that back.</summary>
static class ChangeOrganisation
{
    public sealed record Request(
        long Version,
        [property: StringLength(Lengths.OrganisationName, MinimumLength = 2)] string Name,
        [property: RegularExpression("^[0-9]{6}$")] string AreaCode,
        [property: StringLength(Lengths.Reason, MinimumLength = 2)] string Reason,
        [property: StringLength(30)] string? CreditCode = null,
        [property: StringLength(10)] string? PartyNature = null,
        bool PublicInstitution = false);

    public static async Task<Ok<GetProfile.Response>> Ask(
        OrganisationId id, Request request, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(id, caller, ct);
        var wanted = new Particulars(
            request.Name, organisation.Kind, request.CreditCode, request.PartyNature, request.AreaCode, request.PublicInstitution, organisation.ContactName,
            organisation.ContactPhone).Checked();
        organisation.RequestChange(request.Version, wanted, request.Reason, now);
        db.Publish(new VerificationRequested(id.Value, organisation.Name, organisation.Kind, organisation.AreaCode, now));
        db.Audit(caller, "organisation", id.Value, "change-requested", organisation.Name, wanted.Name, organisation.Change!.Reason, wanted, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }

    public static async Task<Ok<GetProfile.Response>> Withdraw(OrganisationId id, Caller caller, IdentityDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(id, caller, ct);
        organisation.WithdrawChange();
        db.Audit(caller, "organisation", id.Value, "change-withdrawn", retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
