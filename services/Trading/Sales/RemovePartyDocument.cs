using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Sales;

/// <summary>A party takes a document back before it is decided on.</summary>
static class RemovePartyDocument
{
    public static async Task<Ok<GetRegistration.Response>> Handle(SaleId id, Guid fileId, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        var party = sale.PartyFor(caller.OrganisationId) ?? throw Problems.SalePartyNotFound.Now();
        if (party.Documents.All(d => d.File.Id != fileId)) throw Problems.SaleDocumentNotFound.Now();
        var now = clock.GetUtcNow();
        sale.KeepPartyDocuments(party, [.. party.Documents.Where(d => d.File.Id != fileId)], now);
        db.Audit(caller, "sale-party", party.Id.Value, "document-removed", party.State.ToString(), party.State.ToString(), data: fileId, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}
