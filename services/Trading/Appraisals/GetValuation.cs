using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Appraisals;

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
