using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Problems;

namespace TechMarket.Identity.Organisations;

/// <summary>What everybody may know of a verified organisation.</summary>
static class GetOrganisation
{
    public sealed record Response(OrganisationId Id, string Name, string Kind, string AreaCode, bool Verified, DateTimeOffset? VerifiedAt);

    public static async Task<Ok<Response>> Handle(OrganisationId id, IdentityDb db, CancellationToken ct) => TypedResults.Ok(Answer(
        await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.Status == OrganisationStatus.Verified, ct)
        ?? throw PlatformProblems.NotFound.Now()));

    public static Response Answer(Organisation o) => new(o.Id, o.Name, o.Kind, o.AreaCode, o.IsVerified, o.IsVerified ? o.DecidedAt : null);
}
