using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Members;
using TechMarket.Identity.Organisations;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Clients;

/// <summary>An administrator lets a machine act for the organisation. Its secret is shown this once.</summary>
static class CreateApiClient
{
    public sealed record Request(
        ApiClientId Id,
        [property: StringLength(Lengths.PersonName, MinimumLength = 1)] string Name,
        [property: MinLength(1), MaxLength(8)] IReadOnlyList<string> Roles);

    public sealed record Response(ApiClientId ClientId, string ClientSecret, string Name, IReadOnlyList<string> Roles);

    public static async Task<Ok<Response>> Handle(Request request, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockOwn(new OrganisationId(caller.OrganisationId), caller, ct);
        var roles = Allowed(organisation.Kind, request.Roles);
        var secret = Secrets.New();
        var known = await db.ApiClients.SingleOrDefaultAsync(c => c.Id == request.Id, ct);
        if (known is not null && known.OrganisationId != organisation.Id) throw PlatformProblems.NotFound.Now();
        if (known is not null)
            known.ShowAnotherSecret(request.Name, roles, secret);
        else
            db.ApiClients.Add(ApiClient.Create(request.Id, organisation.Id, request.Name, roles, secret, caller.PersonName, clock.GetUtcNow()));
        db.Audit(caller, "api-client", request.Id.Value, "created", to: string.Join(' ', roles), data: new { request.Name, roles }, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(request.Id, secret, request.Name.Trim(), roles));
    }

    /// <summary>What a machine may be: everything its organisation has, but not the administrator of people.</summary>
    private static IReadOnlyList<string> Allowed(string kind, IReadOnlyList<string> roles) =>
        roles.Contains(Roles.Administrator, StringComparer.Ordinal)
            ? throw Problems.RoleNotForKind.With(("role", Roles.Administrator), ("kind", "api-client"))
            : RoleRules.Check(kind, roles);
}
