using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Sales;

/// <summary>The seller and the bureau read what happened to a sale and its parties, from the audit trail.</summary>
static class GetSaleHistory
{
    public sealed record Item(DateTimeOffset At, string Action, string? From, string? To, string? PersonName, string? OrganisationName, string? Reason);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(SaleId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        var sale = await db.ReadSale(id, caller, ct);
        var subjects = sale.Parties.Select(p => p.Id.Value).Append(id.Value).ToList();
        string[] kinds = ["sale", "sale-party"];
        var items = await db.AuditTrail.AsNoTracking().Where(r => kinds.Contains(r.SubjectKind) && subjects.Contains(r.SubjectId)).OrderBy(r => r.Sequence)
            .Select(r => new Item(r.At, r.Action, r.FromState, r.ToState, r.PersonName, r.OrganisationName, r.Reason)).ToListAsync(ct);
        return TypedResults.Ok(new Response(items));
    }
}
