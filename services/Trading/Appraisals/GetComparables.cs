using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Appraisals;

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
