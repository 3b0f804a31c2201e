using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Files;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Identity.Organisations;

/// <summary>Members see everything about their organisation and its verification; so does the bureau's reviewer.</summary>
static class GetProfile
{
    /// <param name="Refusal">Why the bureau said no; null while the request waits.</param>
    public sealed record ChangeAsked(
        string Name, string? CreditCode, string? PartyNature, string AreaCode, bool PublicInstitution, string Reason, DateTimeOffset RequestedAt, string? Refusal);

    public sealed record Response(
        OrganisationId Id, string Name, string Kind, string? CreditCode, IdentifierCheck? CreditCodeWarning, string? PartyNature, string AreaCode,
        bool PublicInstitution, string ContactName, string ContactPhone, string? SourceCode, OrganisationStatus Status, bool Verified,
        IReadOnlyList<FileRef> Proofs, string? RefusalReason, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? DecidedAt, long Version,
        ChangeAsked? Change);

    public static async Task<Ok<Response>> Handle(OrganisationId id, Caller caller, IdentityDb db, CancellationToken ct) =>
        TypedResults.Ok(Answer(await Visible(db, id, caller, ct)));

    /// <summary>The organisation, for those who may see all of it.</summary>
    public static async Task<Organisation> Visible(IdentityDb db, OrganisationId id, Caller caller, CancellationToken ct)
    {
        var me = new PersonId(caller.PersonId);
        var reviews = caller is { OrganisationKind: OrganisationKinds.Bureau, Verified: true } && caller.Has(Roles.Reviewer);
        var sees = reviews || await db.Memberships.AnyAsync(m => m.OrganisationId == id && m.PersonId == me && m.Active, ct);
        return sees && await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is { } organisation
            ? organisation
            : throw PlatformProblems.NotFound.Now();
    }

    public static Response Answer(Organisation o)
    {
        var check = o.CreditCode is null ? IdentifierCheck.Ok : Rules.CreditCode.Check(o.CreditCode);
        return new Response(
            o.Id, o.Name, o.Kind, o.CreditCode, check == IdentifierCheck.Ok ? null : check, o.PartyNature, o.AreaCode, o.PublicInstitution, o.ContactName,
            o.ContactPhone, o.SourceCode, o.Status, o.IsVerified, o.Proofs, o.RefusalReason, o.CreatedAt, o.SubmittedAt, o.DecidedAt, o.Version,
            o.Change is { } c
                ? new ChangeAsked(
                    c.Wanted.Name, c.Wanted.CreditCode, c.Wanted.PartyNature, c.Wanted.AreaCode, c.Wanted.PublicInstitution, c.Reason, c.RequestedAt, c.Refusal)
                : null);
    }
}
