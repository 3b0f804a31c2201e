using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace TechMarket.Trading.Dossiers;

/// <summary>Anyone who holds a dossier asks whether the market made it: the hashes inside show changes, this shows who made them.</summary>
static class CheckFingerprint
{
    public sealed record Response(string DealNumber, string OrganisationName, DateTimeOffset MadeAt, string ContentHash, long Size, string FileSha256);

    public static async Task<Ok<Response>> Handle([StringLength(64, MinimumLength = 64)] string fingerprint, TradingDb db, CancellationToken ct)
    {
        var wanted = fingerprint.ToLowerInvariant();
        var made = await db.Dossiers.AsNoTracking().OrderBy(d => d.MadeAt).FirstOrDefaultAsync(d => d.Fingerprint == wanted, ct) ?? throw Problems.DossierNotFound.Now();
        return TypedResults.Ok(new Response(made.DealNumber, made.OrganisationName, made.MadeAt!.Value, made.ContentHash!, made.File!.Size, made.File.Sha256));
    }
}
