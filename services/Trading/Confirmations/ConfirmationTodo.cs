using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Confirmations;

/// <summary>Confirmations of sale that wait for the signature of this person's organisation.</summary>
static class ConfirmationTodo
{
    public static async Task<List<GetTodo.Item>> For(Caller caller, TradingDb db, CancellationToken ct)
    {
        var (own, code) = (caller.OrganisationId, caller.Verified ? caller.CreditCode : null);
        var open = await db.Confirmations.AsNoTracking().Where(c => c.CompletedAt == null && (c.SellerId == own || c.BuyerId == own || c.HouseCode == code)).ToListAsync(ct);
        var mine = open.Where(c => c.SideOf(caller) is { } side && !c.SignedBy(side) && ConfirmationAccess.WhoSigns(side, caller).Any(caller.Has)).ToList();
        if (mine.Count == 0) return [];
        var ids = mine.Select(c => c.SaleId).ToList();
        var binding = (await db.Sales.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).Select(s => s.ConfirmedAuction).ToHashSet();
        return
        [
            .. from confirmation in mine
               where binding.Contains(confirmation.Id.Value)
               select new GetTodo.Item(
                   confirmation.Id.Value, "confirmation-to-sign", confirmation.Title, confirmation.SellerId == own ? confirmation.BuyerName : confirmation.SellerName,
                   confirmation.Number, confirmation.ClosedAt, null, $"/workbench/trading/auctions/{confirmation.Id}/confirmation"),
        ];
    }
}
