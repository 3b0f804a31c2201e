using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

/// <summary>Whoever had a dossier made, or a colleague, sees whether it is ready.</summary>
static class GetDossier
{
    /// <param name="State">COLLECTING, READY or ABANDONED.</param>
    /// <param name="View">SELLER, BUYER or BUREAU: whose sight of the deal it shows.</param>
    /// <param name="WaitingFor">The services that have not given their papers: listings, contracts.</param>
    /// <param name="Fingerprint">SHA-256 of its manifest; the market answers for it at <c>GET /dossiers/issued/{fingerprint}</c>.</param>
    /// <param name="ContentHash">SHA-256 over the papers: the same for two dossiers made while the deal stood the same.</param>
    public sealed record Response(
        Guid Id, Guid DealId, string DealNumber, string State, string View, string PersonName, DateTimeOffset OpenedAt, DateTimeOffset? MadeAt,
        IReadOnlyList<string> WaitingFor, string? Fingerprint, string? ContentHash, string? FileName, long? Size);

    public static async Task<Ok<Response>> Handle(DealId id, DossierId dossierId, Caller caller, TradingDb db, CancellationToken ct) =>
        TypedResults.Ok(View(await db.OwnDossier(id, dossierId, caller, ct)));

    internal static Response View(Dossier dossier) => new(
        dossier.Id.Value, dossier.DealId.Value, dossier.DealNumber, dossier.State.Name(), dossier.View.Name(), dossier.PersonName, dossier.OpenedAt, dossier.MadeAt,
        dossier.WaitingFor, dossier.Fingerprint, dossier.ContentHash, dossier.File?.Name, dossier.File?.Size);
}
