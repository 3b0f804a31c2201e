using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

/// <summary>Somebody who may see the deal has its evidence dossier made: the services that keep papers of it are asked for them.</summary>
static class OpenDossier
{
    // The client names the making, so asking twice is asking once.
    public static async Task<Ok<GetDossier.Response>> Handle(
        DealId id, DossierId dossierId, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, view) = await db.DealFor(id, caller, ct);
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossierId, ct);
        if (dossier is not null)
        {
            if (dossier.OrganisationId != caller.OrganisationId) throw Problems.DossierNotFound.Now();
            return dossier.DealId == id && dossier.PersonId == caller.PersonId ? TypedResults.Ok(GetDossier.View(dossier)) : throw Problems.IdReused.Now();
        }
        var now = clock.GetUtcNow();
        dossier = Dossier.Open(dossierId, deal, view, caller, now);
        db.Dossiers.Add(dossier);
        await db.SetDeadline(AbandonDossier.Kind, dossierId.Value, now + Dossier.Patience, ct);
        db.Publish(new DossierOpened(dossierId.Value, id.Value, deal.Number, deal.AchievementId, now));
        db.Audit(caller, "dossier", dossierId.Value, "opened", to: dossier.State.ToString(), reason: deal.Number, data: new { DealId = id, View = view }, retention: Dossier.Retention);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GetDossier.View(dossier));
    }
}
