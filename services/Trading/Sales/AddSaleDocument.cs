using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The seller attaches a document that will be announced with the sale.</summary>
static class AddSaleDocument
{
    private const int AtMost = 20;

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, IFormFile file, [FromForm, StringLength(200, MinimumLength = 1)] string title, [FromForm] long version, Caller caller, TradingDb db,
        FileStore store, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher);
        if (sale.Documents.Count >= AtMost) throw Problems.TooManyDocuments.With(("maximum", AtMost));
        var now = clock.GetUtcNow();
        await using var content = file.OpenReadStream();
        var saved = await store.Save(file.FileName, content, ct);
        sale.Keep(version, [.. sale.Documents, new SaleDocument(saved, title.Trim(), now)], now);
        db.Audit(caller, "sale", id.Value, "document-added", sale.State.ToString(), sale.State.ToString(), title, new { saved.Sha256 });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}
