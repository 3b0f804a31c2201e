using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Appraisals;

/// <summary>Somebody calculates a reference value; what went in is kept with what came out.</summary>
static class Calculate
{
    public sealed record CostItem([StringLength(100, MinimumLength = 1)] string Title, [Range(0.0, 1e12)] decimal Amount);

    public sealed record Cost(
        [MinLength(1), MaxLength(50)] IReadOnlyList<CostItem> Items, [Range(-0.9, 10.0)] decimal IndexRate, [Range(0.0, 5.0)] decimal ProfitRate,
        [Range(0.0, 1.0)] decimal ObsolescenceRate);

    public sealed record Income(
        [MinLength(1), MaxLength(50)] IReadOnlyList<decimal> Revenues, [Range(0.0001, 1.0)] decimal SharingRate, [Range(0.0, 0.9)] decimal TaxRate,
        [Range(0.001, 1.0)] decimal DiscountRate);

    /// <summary>Exactly one of the two.</summary>
    public sealed record Request([StringLength(200, MinimumLength = 1)] string Title, Cost? Cost = null, Income? Income = null);

    // The client names the calculation, so sending it twice is one.
    public static async Task<Ok<GetValuation.Response>> Handle(ValuationId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        if (request.Cost is null == request.Income is null || request.Income?.Revenues.Any(r => r is < 0 or > 1e12m) == true) throw Problems.OneCalculationNeeded.Now();
        if (await db.Valuations.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct) is { } known)
            return known.OrganisationId == own && known.Title == request.Title.Trim() ? TypedResults.Ok(GetValuation.View(known)) : throw Problems.IdReused.Now();
        var cost = request.Cost is { } c
            ? new Calculations.CostInputs([.. c.Items.Select(i => new Calculations.CostItem(i.Title.Trim(), i.Amount))], c.IndexRate, c.ProfitRate, c.ObsolescenceRate)
            : null;
        var income = request.Income is { } i ? new Calculations.IncomeInputs(i.Revenues, i.SharingRate, i.TaxRate, i.DiscountRate) : null;
        var valuation = new Valuation
        {
            Id = id, OrganisationId = own, Title = request.Title.Trim(), Method = cost is not null ? AppraisalMethod.Cost : AppraisalMethod.Income, Cost = cost, Income = income,
            Value = Money.Yuan(cost is not null ? Calculations.Cost(cost) : Calculations.Income(income!)), MadeByName = caller.PersonName, MadeAt = clock.GetUtcNow(),
        };
        db.Valuations.Add(valuation);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GetValuation.View(valuation));
    }
}

/// <summary>An organisation reads a calculation again: inputs, result, and how the result moves with them.</summary>
static class GetValuation
{
    /// <param name="Reference">Always true: a reference value, no appraisal report.</param>
    public sealed record Response(
        Guid Id, string Title, string Method, bool Reference, Calculations.CostInputs? Cost, Calculations.IncomeInputs? Income, Money Value,
        IReadOnlyList<Calculations.IncomeYear> Years, Calculations.Sensitivity? Sensitivity, string MadeByName, DateTimeOffset MadeAt);

    public static async Task<Ok<Response>> Handle(ValuationId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        var valuation = await db.Valuations.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id && v.OrganisationId == own, ct) ?? throw Problems.ValuationNotFound.Now();
        return TypedResults.Ok(View(valuation));
    }

    internal static Response View(Valuation valuation) => new(
        valuation.Id.Value, valuation.Title, valuation.Method.Name(), true, valuation.Cost, valuation.Income, valuation.Value,
        valuation.Income is { } income ? Calculations.Years(income) : [], valuation.Income is { } inputs ? Calculations.Sensitive(inputs) : null,
        valuation.MadeByName, valuation.MadeAt);
}

/// <summary>An organisation lists the reference values it calculated.</summary>
static class ListValuations
{
    public sealed record Item(Guid Id, string Title, string Method, Money Value, string MadeByName, DateTimeOffset MadeAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, CancellationToken ct, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var valuations = db.Valuations.AsNoTracking().Where(v => v.OrganisationId == own);
        var total = await valuations.CountAsync(ct);
        var rows = await valuations.OrderByDescending(v => v.MadeAt).ThenByDescending(v => v.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(v => new Item(v.Id.Value, v.Title, v.Method.Name(), v.Value, v.MadeByName, v.MadeAt))], total, page, size));
    }
}

/// <summary>市场法: what registered contracts of the market like this one were worth; nothing under five cases.</summary>
static class GetComparables
{
    /// <param name="Lower">The lower quartile; the figures are null under five cases.</param>
    public sealed record Response(int Count, int LeastCases, Money? Lower, Money? Median, Money? Upper, bool Reference, DateTimeOffset? Since);

    /// <param name="category">The beginning of a contract category, for instance XK.</param>
    /// <param name="field">The beginning of a TechField code.</param>
    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, CancellationToken ct, [StringLength(10)] string? category = null, [StringLength(20)] string? field = null,
        [StringLength(40)] string? ipKind = null, [Range(1, 9)] int? maturityFrom = null, [Range(1, 9)] int? maturityTo = null)
    {
        _ = caller.OrganisationId;
        var cases = db.RegisteredCases.AsNoTracking();
        if (category is not null) cases = cases.Where(c => c.Category.StartsWith(category));
        if (field is not null) cases = cases.Where(c => c.FieldCode.StartsWith(field));
        if (maturityFrom is { } from) cases = cases.Where(c => c.Maturity >= from);
        if (maturityTo is { } to) cases = cases.Where(c => c.Maturity >= 1 && c.Maturity <= to);
        if (ipKind is not null) cases = cases.Where(c => c.IpKinds.Contains(ipKind));
        var amounts = await cases.Select(c => new { c.Amount, c.RegisteredAt }).ToListAsync(ct);
        var quartiles = Calculations.Quartiles([.. amounts.Select(a => a.Amount)]);
        // Below the least number not even how many there are: two questions that differ by one case would tell its amount.
        return TypedResults.Ok(new Response(
            quartiles is null ? 0 : amounts.Count, Calculations.LeastCases, Yuan(quartiles?.Lower), Yuan(quartiles?.Median), Yuan(quartiles?.Upper), true,
            quartiles is null ? null : amounts.Min(a => a.RegisteredAt)));
    }

    private static Money? Yuan(decimal? amount) => amount is { } known ? Money.Yuan(known) : null;
}
