using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>Who may change which organisation.</summary>
static class Editing
{
    /// <summary>The caller's own organisation, which an administrator may change; any other does not exist for them. Needs an open transaction.</summary>
    public static async Task<Organisation> LockOwn(this IdentityDb db, OrganisationId id, Caller caller, CancellationToken ct)
    {
        if (caller.Organisation != id.Value) throw PlatformProblems.NotFound.Now();
        caller.Require(Roles.Administrator);
        return await db.LockOrganisation(id, ct) ?? throw PlatformProblems.NotFound.Now();
    }

    /// <summary>Any organisation, for a reviewer of a verified bureau. Needs an open transaction.</summary>
    public static async Task<Organisation> LockForReview(this IdentityDb db, OrganisationId id, Caller caller, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Reviewer).RequireVerified();
        return await db.LockOrganisation(id, ct) ?? throw PlatformProblems.NotFound.Now();
    }
}
