using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Sales;

/// <summary>The seller and the bureau open a document of the sale or of one of its parties; a party opens its own.</summary>
static class GetSaleDocument
{
    public static async Task<IResult> Handle(SaleId id, Guid fileId, HttpResponse response, Caller caller, TradingDb db, FileStore store, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw Problems.SaleDocumentNotFound.Now();
        var whole = sale.SellerId == caller.Organisation || (caller.IsBureau() && sale.BureauSees());
        var theirs = sale.Parties.Where(p => whole || p.OrganisationId == caller.Organisation).SelectMany(p => p.Documents);
        var sales = whole ? sale.Documents.Concat(sale.Rounds.SelectMany(r => r.Documents)) : [];
        return Send(theirs.Concat(sales).FirstOrDefault(d => d.File.Id == fileId), response, store);
    }

    internal static IResult Send(SaleDocument? document, HttpResponse response, FileStore store)
    {
        if (document is null) throw Problems.SaleDocumentNotFound.Now();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(store.Open(document.File), document.File.ContentType, document.File.Name);
    }
}
