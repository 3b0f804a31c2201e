using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Turnover;

/// <summary>The cell of a report a bureau drills down into.</summary>
/// <param name="Category">A category, or a class: XK for every licence.</param>
/// <param name="Flow">SOLD (the default), ABSORBED, LOCAL or ALL.</param>
public sealed record TurnoverFilter(
    [property: Range(2000, 2100)] int? Year = null, [property: StringLength(6)] string? Area = null, [property: Range(1, 12)] int? Month = null,
    [property: StringLength(10)] string? Category = null, [property: StringLength(10)] string? Field = null, [property: StringLength(6)] string? SellerArea = null,
    [property: StringLength(6)] string? BuyerArea = null, [property: StringLength(30)] string? SellerKind = null, [property: StringLength(30)] string? BuyerKind = null,
    [property: StringLength(10)] string? Flow = null);

/// <summary>A bureau drills down from a figure to the contracts it counts.</summary>
static class ListTurnoverContracts
{
    public sealed record Response(IReadOnlyList<Row> Items, int Total, Money ContractAmount, Money TechnicalAmount, int Page, int Size);

    public sealed record Row(
        Guid RegistrationId, string Number, string Title, DateOnly RegisteredOn, string Category, string FieldCode, string SellerName, string SellerArea, string BuyerName,
        string BuyerArea, Money ContractAmount, Money TechnicalAmount);

    public static async Task<Ok<Response>> Handle(
        [AsParameters] TurnoverFilter filter, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct, [Range(1, 100_000)] int page = 1,
        [Range(1, 100)] int size = 20)
    {
        var rows = Filtered(db, filter, TurnoverQuery.AreaFor(caller, filter.Area), TurnoverQuery.YearFor(filter.Year, clock));
        var total = await rows.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Amount = g.Sum(t => t.ContractAmount), Technical = g.Sum(t => t.TechnicalAmount) }).SingleOrDefaultAsync(ct);
        var found = await Ordered(rows).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(t => new Row(
                t.RegistrationId.Value, t.Number, t.Title, t.RegisteredOn, t.Category, t.FieldCode, t.SellerName, t.SellerArea, t.BuyerName, t.BuyerArea,
                Money.Yuan(t.ContractAmount), Money.Yuan(t.TechnicalAmount)))],
            total?.Count ?? 0, Money.Yuan(total?.Amount ?? 0), Money.Yuan(total?.Technical ?? 0), page, size));
    }

    public static IOrderedQueryable<TurnoverEntry> Ordered(IQueryable<TurnoverEntry> rows) => rows.OrderByDescending(t => t.RegisteredOn).ThenByDescending(t => t.Number);

    public static IQueryable<TurnoverEntry> Filtered(ContractsDb db, TurnoverFilter filter, string areaCode, int year)
    {
        var area = Registrations.AreaPrefix.Of(areaCode);
        var rows = db.Turnover.AsNoTracking().Where(t => t.RegisteredOn.Year == year);
        rows = filter.Flow switch
        {
            "ABSORBED" => rows.Where(t => t.BuyerArea.StartsWith(area) && t.BuyerArea != ""),
            "LOCAL" => rows.Where(t => t.BuyerArea.StartsWith(area) && t.SellerArea.StartsWith(area) && t.BuyerArea != "" && t.SellerArea != ""),
            "ALL" => rows.Where(t => t.BuyerArea.StartsWith(area) || t.SellerArea.StartsWith(area)),
            _ => rows.Where(t => t.SellerArea.StartsWith(area) && t.SellerArea != ""),
        };
        if (filter.Month is { } month) rows = rows.Where(t => t.RegisteredOn.Month == month);
        if (filter.Category is { Length: > 0 } category) rows = rows.Where(t => t.Category.StartsWith(category));
        if (filter.Field is { Length: > 0 } field) rows = rows.Where(t => t.FieldCode == field);
        if (filter.SellerKind is { Length: > 0 } sellerKind) rows = rows.Where(t => t.SellerKind == sellerKind);
        if (filter.BuyerKind is { Length: > 0 } buyerKind) rows = rows.Where(t => t.BuyerKind == buyerKind);
        if (filter.SellerArea is { Length: > 0 } sellerArea)
        {
            var prefix = Registrations.AreaPrefix.Of(sellerArea);
            rows = rows.Where(t => t.SellerArea.StartsWith(prefix));
        }
        if (filter.BuyerArea is { Length: > 0 } buyerArea)
        {
            var prefix = Registrations.AreaPrefix.Of(buyerArea);
            rows = rows.Where(t => t.BuyerArea.StartsWith(prefix));
        }
        return rows;
    }
}
