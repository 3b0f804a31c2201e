using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>Somebody who thinks of taking part reads the non-disclosure duty of an announced sale.</summary>
static class GetSaleNda
{
    /// <param name="Hash">SHA-256 of the text; confirming names it.</param>
    public sealed record Response(string TextZh, string TextEn, string Hash, string? ConfirmedByName, DateTimeOffset? ConfirmedAt);

    public static async Task<Ok<Response>> Handle(SaleId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == id && s.AnnouncedAt != null, ct)
            ?? throw Problems.SaleNotFound.Now();
        caller.Require(Roles.Purchaser);
        if (sale.PartyFor(caller.OrganisationId)?.Nda is { } known)
            return TypedResults.Ok(new Response(known.TextZh, known.TextEn, known.Hash, known.Name, known.At));
        var text = NdaText.For(sale, caller.OrganisationName);
        return TypedResults.Ok(new Response(text.Zh, text.En, text.Hash, null, null));
    }
}
