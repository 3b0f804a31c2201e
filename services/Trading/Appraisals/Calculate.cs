using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

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
