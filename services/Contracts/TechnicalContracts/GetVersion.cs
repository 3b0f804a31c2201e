using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A party reads one version, or the list of them, to see what changed.</summary>
static class GetVersion
{
    public sealed record Response(
        int Number, ContractContent Content, string DocumentSha256, string? AuthorName, string? AuthorOrganisation, string? Note, DateTimeOffset CreatedAt);

    public static async Task<Ok<Response>> Handle(ContractId id, int version, Caller caller, ContractsDb db, CancellationToken ct)
    {
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        PartyAccess.Of(contract, caller);
        var found = await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.ContractId == id && v.Number == version, ct) ?? throw Problems.NotFound.Now();
        return TypedResults.Ok(new Response(
            found.Number, found.Content, found.Sha256, found.AuthorName, contract!.SideOf(found.AuthorOrganisationId) is { } side ? contract.PartyOf(side).Name : null, found.Note,
            found.CreatedAt));
    }
}
