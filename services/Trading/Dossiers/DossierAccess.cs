using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

/// <summary>Who may take the dossier of a deal: those who answer for it at the seller, the buyer's people of the deal, the bureau of the seller's seat. For all others there is no such deal.</summary>
static class DossierAccess
{
    private static readonly string[] SellerRoles = [Roles.Publisher, Roles.Approver];
    private static readonly string[] BuyerRoles = [Roles.Purchaser, Roles.Approver];
    private static readonly string[] BureauRoles = [Roles.Reviewer, Roles.Registrar, Roles.Administrator];

    public static DossierView? ViewOf(Deal deal, Caller caller)
    {
        if (caller.Organisation == deal.SellerId) return SellerRoles.Any(caller.Has) ? DossierView.Seller : null;
        if (caller.Organisation == deal.BuyerId) return BuyerRoles.Any(caller.Has) ? DossierView.Buyer : null;
        return caller.OrganisationKind == OrganisationKinds.Bureau && caller.Verified && BureauRoles.Any(caller.Has) && caller.AreaCode is { } area
            && deal.Seller.AreaCode is { } seat && Areas.IsWithin(seat, area)
                ? DossierView.Bureau
                : null;
    }

    /// <summary>The deal, and how the caller may see it.</summary>
    public static async Task<(Deal Deal, DossierView View)> DealFor(this TradingDb db, DealId id, Caller caller, CancellationToken ct)
    {
        var deal = await db.Deals.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw Problems.DealNotFound.Now();
        return (deal, ViewOf(deal, caller) ?? throw Problems.DealNotFound.Now());
    }

    /// <summary>One that the caller's organisation made; those of others are not there.</summary>
    public static async Task<Dossier> OwnDossier(this TradingDb db, DealId deal, DossierId id, Caller caller, CancellationToken ct)
    {
        await db.DealFor(deal, caller, ct);
        return await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.DealId == deal && d.OrganisationId == caller.OrganisationId, ct)
            ?? throw Problems.DossierNotFound.Now();
    }
}
