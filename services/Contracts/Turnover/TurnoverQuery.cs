using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Turnover;

/// <summary>Reads what the reports are folded from, and the year's target.</summary>
static class TurnoverQuery
{
    private static readonly string[] Bureau = [Roles.Registrar, Roles.Reviewer, Roles.Finance, Roles.Administrator];

    /// <summary>The whole report of an area and a year, in one pass over the year and the year before.</summary>
    public static async Task<TurnoverView> Report(ContractsDb db, string areaCode, int year, CancellationToken ct)
    {
        var cubes = await Cubes(db, areaCode, year, ct);
        var sold = TurnoverReport.Sum(cubes.Where(c => TurnoverReport.Inside(c.SellerArea, areaCode)), year, null);
        return TurnoverReport.Of(areaCode, year, cubes, await Target(db, areaCode, year, sold, ct));
    }

    public static async Task<List<Cube>> Cubes(ContractsDb db, string areaCode, int year, CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year - 1, 1, 1), new DateOnly(year + 1, 1, 1));
        var prefix = Registrations.AreaPrefix.Of(areaCode);
        return await db.Turnover.AsNoTracking().Where(t => t.RegisteredOn >= from && t.RegisteredOn < to && (t.SellerArea.StartsWith(prefix) || t.BuyerArea.StartsWith(prefix)))
            .GroupBy(t => new { t.RegisteredOn.Year, t.RegisteredOn.Month, t.Category, t.FieldCode, t.SellerKind, t.BuyerKind, t.SellerArea, t.BuyerArea })
            .Select(g => new Cube(
                g.Key.Year, g.Key.Month, g.Key.Category, g.Key.FieldCode, g.Key.SellerKind, g.Key.BuyerKind, g.Key.SellerArea, g.Key.BuyerArea, g.Count(),
                g.Sum(t => t.ContractAmount), g.Sum(t => t.TechnicalAmount)))
            .ToListAsync(ct);
    }

    /// <summary>The target the bureau set, else the plan's: an amount, or a growth over the year before.</summary>
    public static async Task<TargetView?> Target(ContractsDb db, string areaCode, int year, Figure sold, CancellationToken ct)
    {
        if (await db.Targets.AsNoTracking().SingleOrDefaultAsync(t => t.AreaCode == areaCode && t.Year == year, ct) is { } set)
            return View(set.Amount, sold, "BUREAU", "");
        var plans = TurnoverTargets.For(Full(areaCode), year);
        if (plans.FirstOrDefault(t => t.Amount is not null) is { } plan) return View(plan.Amount!.Value, sold, "PLAN", plan.Source);
        if (plans.FirstOrDefault(t => t.GrowthRate is not null) is { } growth && sold.LastYearAmount.Amount > 0)
            return View(Math.Round(sold.LastYearAmount.Amount * (1 + growth.GrowthRate!.Value), 2, MidpointRounding.AwayFromZero), sold, "PLAN_GROWTH", growth.Source);
        return null;
    }

    /// <summary>The area asked for, or the bureau's own; a bureau sees its area and what lies in it.</summary>
    public static string AreaFor(Caller caller, string? asked)
    {
        caller.RequireBureau(Bureau);
        var own = Full(caller.AreaCode ?? throw Problems.AreaNotYours.Now());
        if (asked is not { Length: > 0 }) return own;
        if (Areas.Nearest(asked) is null) throw Problems.AreaUnknown.With(("area", asked));
        return Areas.IsWithin(asked, own) ? Full(asked) : throw Problems.AreaNotYours.With(("area", own));
    }

    public static int YearFor(int? asked, TimeProvider clock) => asked ?? ChinaTime.DayOf(clock.GetUtcNow()).Year;

    /// <summary>Six digits; empty stays empty, the nation is 000000 in published tables.</summary>
    public static string Full(string areaCode) => areaCode.PadRight(6, '0');

    private static TargetView View(decimal amount, Figure sold, string source, string basis) =>
        new(Money.Yuan(amount), amount == 0 ? 0 : Math.Round(sold.ContractAmount.Amount / amount, 6, MidpointRounding.AwayFromZero), source, basis);
}
