using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Confirmations;

/// <summary>Buyer, seller, auction house and bureau read the confirmation of sale: its figures, who signed, and the document itself.</summary>
static class GetConfirmation
{
    public sealed record Signed(string Side, string OrganisationName, string PersonName, DateTimeOffset SignedAt);

    /// <param name="Stands">The result it confirms is the sale's result still: neither cancelled nor in default.</param>
    /// <param name="Side">BUYER, SELLER or HOUSE; null for the bureau.</param>
    /// <param name="MaySign">The caller signs for its organisation, and it has not been signed for yet.</param>
    public sealed record Response(
        Guid AuctionId, string Number, Guid SaleId, string SaleNumber, string Title, string SellerName, string BuyerName, string HouseName, Money HammerPrice, decimal BuyerRate,
        Money BuyerCommission, Money BuyerPays, decimal SellerRate, Money SellerCommission, Money SellerKeeps, string LogHash, DateTimeOffset ClosedAt,
        string DocumentSha256, bool Stands, IReadOnlyList<Signed> Signatures, DateTimeOffset? CompletedAt, string? Side, bool MaySign);

    public static async Task<Ok<Response>> Handle(AuctionId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        var confirmation = await db.ReadConfirmation(id, caller, ct);
        var sale = await db.Sales.AsNoTracking().SingleAsync(s => s.Id == confirmation.SaleId, ct);
        return TypedResults.Ok(View(confirmation, sale, caller));
    }

    /// <summary>The text exactly as it is hashed and signed.</summary>
    public static async Task<FileContentHttpResult> Html(AuctionId id, Caller caller, TradingDb db, CancellationToken ct) =>
        TypedResults.Bytes(Encoding.UTF8.GetBytes((await db.ReadConfirmation(id, caller, ct)).Html), "text/html; charset=utf-8");

    /// <summary>The same with the record of signatures behind it.</summary>
    public static async Task<FileContentHttpResult> Pdf(AuctionId id, Caller caller, TradingDb db, PdfPrinter printer, CancellationToken ct)
    {
        var confirmation = await db.ReadConfirmation(id, caller, ct);
        return TypedResults.File(await printer.Print(ConfirmationDocument.WithSignatures(confirmation), ct), "application/pdf", $"{confirmation.Number}.pdf");
    }

    internal static Response View(SaleConfirmation confirmation, Sale sale, Caller caller)
    {
        var side = confirmation.SideOf(caller);
        var stands = sale.ConfirmedAuction == confirmation.Id.Value;
        var figures = confirmation.Figures;
        return new Response(
            confirmation.Id.Value, confirmation.Number, confirmation.SaleId.Value, confirmation.SaleNumber, confirmation.Title, confirmation.SellerName,
            confirmation.BuyerName, confirmation.HouseName, figures.HammerPrice, figures.BuyerRate, figures.BuyerCommission, figures.BuyerPays, figures.SellerRate, figures.SellerCommission,
            figures.SellerKeeps, confirmation.LogHash, confirmation.ClosedAt, confirmation.Sha256, stands,
            [.. confirmation.Signatures.Select(s => new Signed(s.Side.Name(), s.OrganisationName, s.PersonName, s.SignedAt))], confirmation.CompletedAt, side?.Name(),
            stands && side is { } own && caller.Verified && !confirmation.SignedBy(own) && ConfirmationAccess.WhoSigns(own, caller).Any(caller.Has));
    }
}
