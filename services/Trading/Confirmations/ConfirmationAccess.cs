using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Confirmations;

/// <summary>Buyer, seller, auction house and the bureau read a confirmation of sale: it names the buyer. For everybody else there is none.</summary>
static class ConfirmationAccess
{
    private static readonly string[] Enterprise = [Roles.Purchaser, Roles.Approver];
    private static readonly string[] Unit = [Roles.Approver];

    /// <summary>As with the contract: an enterprise's purchaser or approver signs, of a university or institute that sells, the approver.</summary>
    public static string[] WhoSigns(ConfirmationSide side, Caller caller) =>
        side != ConfirmationSide.Seller || caller.OrganisationKind == OrganisationKinds.Enterprise ? Enterprise : Unit;

    public static async Task<SaleConfirmation> ReadConfirmation(this TradingDb db, AuctionId id, Caller caller, CancellationToken ct)
    {
        var found = await db.Confirmations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (found is null || (found.SideOf(caller) is null && !caller.IsBureau())) throw Problems.ConfirmationNotFound.Now();
        return found;
    }
}
