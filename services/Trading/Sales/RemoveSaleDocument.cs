using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The seller takes a document back out of what will be announced.</summary>
static class RemoveSaleDocument
{
    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Guid fileId, long version, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher);
        if (sale.Documents.All(d => d.File.Id != fileId)) throw Problems.SaleDocumentNotFound.Now();
        var now = clock.GetUtcNow();
        sale.Keep(version, [.. sale.Documents.Where(d => d.File.Id != fileId)], now);
        db.Audit(caller, "sale", id.Value, "document-removed", sale.State.ToString(), sale.State.ToString(), data: fileId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}
