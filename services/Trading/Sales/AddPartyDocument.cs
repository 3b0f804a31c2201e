using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Sales;

/// <summary>A party hands in a document for its qualification.</summary>
static class AddPartyDocument
{
    public static async Task<Ok<GetRegistration.Response>> Handle(
        SaleId id, IFormFile file, [FromForm, StringLength(200, MinimumLength = 1)] string title, Caller caller, TradingDb db, FileStore store,
        TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        var party = sale.PartyFor(caller.OrganisationId) ?? throw Problems.SalePartyNotFound.Now();
        var now = clock.GetUtcNow();
        await using var content = file.OpenReadStream();
        var saved = await store.Save(file.FileName, content, ct);
        sale.KeepPartyDocuments(party, [.. party.Documents, new SaleDocument(saved, title.Trim(), now)], now);
        db.Audit(caller, "sale-party", party.Id.Value, "document-added", party.State.ToString(), party.State.ToString(), title, new { saved.Sha256 }, "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}
