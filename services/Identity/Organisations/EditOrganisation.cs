using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>An administrator corrects what the organisation says of itself: everything before verification, only the contact after.</summary>
static class EditOrganisation
{
    public sealed record Request(
        long Version,
        [property: StringLength(Lengths.OrganisationName, MinimumLength = 2)] string Name,
        [property: RegularExpression("^[0-9]{6}$")] string AreaCode,
        [property: StringLength(Lengths.PersonName, MinimumLength = 1)] string ContactName,
        [property: StringLength(Lengths.Phone, MinimumLength = 5)] string ContactPhone,
        [property: StringLength(30)] string? CreditCode = null,
        [property: StringLength(10)] string? PartyNature = null,
        bool PublicInstitution = false);

    public static async Task<Ok<GetProfile.Response>> Handle(
        OrganisationId id, Request request, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(id, caller, ct);
        var before = organisation.Particulars;
        // The kind stays: roles of members hang on it.
        var after = new Particulars(
            request.Name, organisation.Kind, request.CreditCode, request.PartyNature, request.AreaCode, request.PublicInstitution, request.ContactName,
            request.ContactPhone).Checked();
        organisation.Edit(request.Version, after);
        db.Publish(organisation.Fact(clock.GetUtcNow()));
        db.Audit(caller, "organisation", id.Value, "edited", before.Name, after.Name, data: after, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
