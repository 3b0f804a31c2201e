using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Dossiers;

/// <summary>A service did not give its papers in time: nobody waits for ever, and no dossier is made with a gap.</summary>
sealed class AbandonDossier(TradingDb db) : IDeadline
{
    public const string Kind = "dossier-collect";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var id = new DossierId(subjectId);
        await db.Database.ExecuteSqlAsync($"select 1 from trading.dossier where id = {subjectId} for update", ct);
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == id, ct);
        if (dossier is null || !dossier.Abandon()) return;
        db.Audit(
            null, "dossier", subjectId, "abandoned", nameof(DossierState.Collecting), dossier.State.ToString(), string.Join(", ", dossier.Missing), retention: Dossier.Retention);
    }
}
