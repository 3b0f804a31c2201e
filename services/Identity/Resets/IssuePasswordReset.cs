using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Resets;

/// <summary>
/// An administrator who knows the person hands over a link for a new password: of the only organisation the person acts for, or of a
/// verified bureau for anybody who is not another bureau's. Whoever is not theirs to help does not exist for them.
/// </summary>
static class IssuePasswordReset
{
    /// <param name="Reason">How the person was recognised; kept in the audit trail.</param>
    public sealed record Request(
        [property: EmailAddress, StringLength(Lengths.Email)] string Email, [property: StringLength(Lengths.Reason, MinimumLength = 2)] string Reason);

    /// <param name="Link">A path of the web app; the token stands behind #, so that no server logs it.</param>
    public sealed record Response(string PersonName, string Link, DateTimeOffset ExpiresAt);

    public static async Task<Ok<Response>> Handle(Request request, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Administrator);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await db.LockPersonByEmail(request.Email, ct);
        if (person is null || !MayHelp(caller, await WhereActive(person.Id, db, ct))) throw PlatformProblems.NotFound.Now();
        await db.PasswordResets.Where(r => r.PersonId == person.Id && r.UsedAt == null).ExecuteDeleteAsync(ct);
        var token = Secrets.New();
        var reset = PasswordReset.Issue(Guid.CreateVersion7(), person.Id, token, caller.PersonName, now);
        db.PasswordResets.Add(reset);
        db.Audit(caller, "person", person.Id.Value, "password-reset-issued", reason: request.Reason.Trim(), data: reset.Id, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(person.Name, "/password-reset#" + token, reset.ExpiresAt));
    }

    internal static bool MayHelp(Caller caller, IReadOnlyList<(Guid Organisation, string Kind)> places)
    {
        if (places.Count > 0 && places.All(p => p.Organisation == caller.OrganisationId)) return true;
        return caller is { OrganisationKind: OrganisationKinds.Bureau, Verified: true }
            && places.All(p => p.Kind != OrganisationKinds.Bureau || p.Organisation == caller.OrganisationId);
    }

    private static async Task<IReadOnlyList<(Guid Organisation, string Kind)>> WhereActive(PersonId person, IdentityDb db, CancellationToken ct)
    {
        var rows = await (from m in db.Memberships
                          join o in db.Organisations on m.OrganisationId equals o.Id
                          where m.PersonId == person && m.Active
                          select new { o.Id, o.Kind }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Id.Value, r.Kind))];
    }
}
