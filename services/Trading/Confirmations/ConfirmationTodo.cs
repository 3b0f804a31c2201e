using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Confirmations;

/// <summary>Confirmations of sale that wait for the signature of this person's organisation.</summary>
static class ConfirmationTodo
{
    public static async Task<List<GetTodo.Item>> For(Caller caller, TradingDb db, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        var open = await db.Confirmations.AsNoTracking().Where(c => c.CompletedAt == null && (c.SellerId == own || c.BuyerId == own)).ToListAsync(ct);
        var mine = open.Where(c => c.SideOf(own) is { } side && !c.SignedBy(side) && ConfirmationAccess.WhoSigns(side, caller).Any(caller.Has)).ToList();
        if (mine.Count == 0) return [];
        var ids = mine.Select(c => c.SaleId).ToList();
        var binding = (await db.Sales.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).Select(s => s.ConfirmedAuction).ToHashSet();
        return
        [
            .. from confirmation in mine
               where binding.Contains(confirmation.Id.Value)
               select new GetTodo.Item(
                   confirmation.Id.Value, "confirmation-to-sign", confirmation.Title, confirmation.SideOf(own) == Side.Seller ? confirmation.BuyerName : confirmation.SellerName,
                   confirmation.Number, confirmation.ClosedAt, null, $"/workbench/trading/auctions/{confirmation.Id}/confirmation"),
        ];
    }
}
