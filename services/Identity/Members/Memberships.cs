using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>What several actions ask about memberships.</summary>
static class Memberships
{
    /// <summary>All roles a person holds in other organisations. The person is locked, so they stay so until the commit.</summary>
    public static async Task<IReadOnlyList<string>> RolesElsewhere(this IdentityDb db, PersonId person, OrganisationId here, CancellationToken ct)
    {
        db.RequireTransaction();
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == person && m.OrganisationId != here && m.Active).ToListAsync(ct);
        return [.. memberships.SelectMany(m => m.Roles)];
    }

    /// <summary>Refuses when nobody else administers the organisation. It is locked, so this stays true until the commit.</summary>
    public static async Task RequireAnotherAdministrator(this IdentityDb db, Membership leaving, CancellationToken ct)
    {
        db.RequireTransaction();
        if (!leaving.Roles.Contains(Roles.Administrator, StringComparer.Ordinal)) return;
        var others = await db.Memberships.AsNoTracking()
            .Where(m => m.OrganisationId == leaving.OrganisationId && m.PersonId != leaving.PersonId && m.Active).ToListAsync(ct);
        if (!others.Any(m => m.Roles.Contains(Roles.Administrator, StringComparer.Ordinal))) throw Problems.LastAdministrator.Now();
    }
}
