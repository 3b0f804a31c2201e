using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

/// <summary>The dossiers of a deal that the caller's organisation had made, latest first.</summary>
static class ListDossiers
{
    private const int Most = 20;

    public sealed record Response(IReadOnlyList<GetDossier.Response> Items);

    public static async Task<Ok<Response>> Handle(DealId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        await db.DealFor(id, caller, ct);
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => d.DealId == id && d.OrganisationId == caller.OrganisationId)
            .OrderByDescending(d => d.OpenedAt).ThenByDescending(d => d.Id).Take(Most).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. dossiers.Select(GetDossier.View)]));
    }
}
