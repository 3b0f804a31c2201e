using TechMarket.Messages;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Sales;

/// <summary>The secret reserve price on its way from the seller's form to the auction: locked from the first moment, no refusal repeats it.</summary>
static class SaleReserve
{
    /// <summary>What is on record after this draft: the new price, the one before, or none where the terms say so.</summary>
    public static byte[]? Of(DraftSale.Request request, SaleTerms terms, Sale sale, AuctionVault vault)
    {
        if (terms.Auction is not { HasReserve: true })
        {
            if (request.ReservePrice is not null) throw (sale.Mode == SaleMode.Auction ? Problems.ReservePriceNeeded : Problems.AuctionTermsMisplaced).Now();
            return null;
        }
        var box = request.ReservePrice is { } price ? vault.Lock(InYuan(price, terms), null) : sale.ReserveBox;
        if (box is null) throw Problems.ReservePriceNeeded.Now();
        // Bidding starts at the base price: a lower reserve would never count.
        if (vault.Open(box).Amount < terms.BasePrice.Amount) throw Problems.ReserveBelowBasePrice.Now();
        return box;
    }

    /// <summary>The same draft sent again names the same reserve price.</summary>
    public static bool Same(DraftSale.Request request, Sale sale, AuctionVault vault) =>
        request.ReservePrice?.Amount == (sale.ReserveBox is { } box ? vault.Open(box).Amount : null);

    /// <summary>For the auction, once its bidders are fixed.</summary>
    public static Money? Open(Sale sale, AuctionVault vault)
    {
        var terms = sale.Announced!.Terms;
        return terms.Auction is { HasReserve: true } && sale.ReserveBox is { } box ? new Money(vault.Open(box).Amount, terms.BasePrice.Currency) : null;
    }

    private static decimal InYuan(Money price, SaleTerms terms) =>
        price.Currency == terms.BasePrice.Currency ? price.Amount : throw Problems.CurrencyNotSupported.Now();
}
