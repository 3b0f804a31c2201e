using TechMarket.Platform.Files;
using TechMarket.Platform.Security;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

/// <summary>Takes the archive home; every taking is recorded.</summary>
static class GetDossierFile
{
    public static async Task<IResult> Handle(
        DealId id, DossierId dossierId, Caller caller, TradingDb db, FileStore store, HttpResponse response, CancellationToken ct)
    {
        var dossier = await db.OwnDossier(id, dossierId, caller, ct);
        var file = dossier.File ?? throw Problems.DossierNotReady.With(("dossierState", dossier.State));
        db.Audit(caller, "dossier", dossierId.Value, "taken", reason: dossier.DealNumber, data: new { dossier.Fingerprint }, retention: Dossier.Retention);
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(store.Open(file), file.ContentType, file.Name);
    }
}
