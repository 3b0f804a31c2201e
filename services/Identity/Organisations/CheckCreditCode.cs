using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Rules;

namespace TechMarket.Identity.Organisations;

/// <summary>While somebody types a credit code, the form warns of a mistyped one. It never says no: some genuine codes fail the arithmetic.</summary>
static class CheckCreditCode
{
    public sealed record Response(IdentifierCheck Result, string? AreaCode, bool Taken);

    public static async Task<Ok<Response>> Handle(IdentityDb db, [StringLength(30)] string code, CancellationToken ct)
    {
        var normal = CreditCode.Normalise(code);
        var taken = await db.Organisations.AnyAsync(o => o.CreditCode == normal && o.Status == OrganisationStatus.Verified, ct);
        return TypedResults.Ok(new Response(CreditCode.Check(normal), CreditCode.AreaOf(normal)?.Code, taken));
    }
}
