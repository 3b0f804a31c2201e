using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

/// <summary>Takes the papers services give, and makes every dossier of the deal that now has all of them.</summary>
sealed class DossierMaker(TradingDb db, DossierPapers papers, FileStore store, TimeProvider clock)
{
    public async Task Take(Guid dealId, string source, DossierPart part, CancellationToken ct)
    {
        db.RequireTransaction();
        await db.Database.ExecuteSqlAsync($"select 1 from trading.dossier where deal_id = {dealId} and state = 'Collecting' order by id for update", ct);
        var deal = new DealId(dealId);
        var waiting = await db.Dossiers.Where(d => d.DealId == deal && d.State == DossierState.Collecting).OrderBy(d => d.Id).ToListAsync(ct);
        foreach (var dossier in waiting)
            if (dossier.Take(source, part)) await Make(dossier, ct);
    }

    private async Task Make(Dossier dossier, CancellationToken ct)
    {
        var deal = await db.Deals.AsNoTracking().SingleAsync(d => d.Id == dossier.DealId, ct);
        // Answers of the database are as fine as microseconds; the manifest says no more than can be read back.
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        var content = await papers.Of(deal, dossier, ct);
        var label = new DossierLabel(deal.Number, dossier.View, dossier.OrganisationName, dossier.PersonName, now);
        var archive = DossierArchive.Pack(label, content);
        var file = await store.Keep($"{deal.Number}-dossier-{archive.Fingerprint[..8]}.zip", "application/zip", archive.Zip, ct);
        dossier.Complete(file, archive.Fingerprint, archive.ContentHash, now);
        await db.ClearDeadline(AbandonDossier.Kind, dossier.Id.Value, ct);
        db.Audit(
            null, "dossier", dossier.Id.Value, "made", nameof(DossierState.Collecting), dossier.State.ToString(), archive.Fingerprint,
            new { dossier.ContentHash, file.Sha256, file.Size }, Dossier.Retention);
    }
}
