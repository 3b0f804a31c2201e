using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Files;

namespace TechMarket.Trading.Sales;

/// <summary>Anyone opens a document that was announced with a sale.</summary>
static class GetAnnouncedDocument
{
    public static async Task<IResult> Handle(string number, Guid fileId, HttpResponse response, TradingDb db, FileStore store, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number && s.AnnouncedAt != null, ct) ?? throw Problems.SaleNotFound.Now();
        return GetSaleDocument.Send(sale.Announced!.Documents.FirstOrDefault(d => d.File.Id == fileId), response, store);
    }
}
