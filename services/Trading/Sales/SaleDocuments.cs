using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
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
