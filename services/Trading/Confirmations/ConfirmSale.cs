using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Confirmations;

/// <summary>The hammer fell: the confirmation of sale is written from what was announced and from the log.</summary>
static class ConfirmSale
{
    /// <summary>Inside the reaction's transaction, the sale being locked and settled.</summary>
    public static async Task Write(Sale sale, AuctionClosed fact, TradingDb db, RegionProfile profile, DateTimeOffset now, CancellationToken ct)
    {
        if (sale.ConfirmedAuction is null || sale.Announced!.Terms.Auction is not { } plan) return;
        var figures = ConfirmedFigures.Of(plan, fact.Price!);
        var number = await db.NextNumber("CJ", ct);
        var sellerCode = await db.KnownOrganisations.Where(o => o.Id == sale.SellerId).Select(o => o.CreditCode).SingleOrDefaultAsync(ct);
        var html = ConfirmationDocument.Render(sale, plan, figures, fact, number, sellerCode, profile.MarketName.Zh);
        var confirmation = SaleConfirmation.Write(sale, plan.House, number, figures, fact, html);
        db.Confirmations.Add(confirmation);
        db.Audit(null, "sale", sale.Id.Value, "confirmation-written", null, null, number, new { confirmation.Number, confirmation.Sha256, confirmation.LogHash }, "5y");
    }
}
