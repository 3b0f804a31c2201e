using System.Globalization;
using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Contracts.Turnover;

/// <summary>What several contracts that agree in every dimension add up to.</summary>
sealed record Cube(
    int Year, int Month, string Category, string FieldCode, string SellerKind, string BuyerKind, string SellerArea, string BuyerArea, int Count, decimal ContractAmount,
    decimal TechnicalAmount);

/// <summary>项数, 成交额, 技术交易额 with last year's beside it, share of the whole and average (S-2). Rates are null where there is nothing to divide by.</summary>
public sealed record Figure(
    int Count, Money ContractAmount, Money TechnicalAmount, int LastYearCount, Money LastYearAmount, decimal? GrowthRate, decimal? ShareRate, Money? Average);

/// <summary>A figure of one member of a dimension.</summary>
public sealed record Cell(string Code, LocalText Name, Figure Figure);

/// <summary>One cell of the flow matrix: what sellers of one area sold to buyers of another.</summary>
public sealed record Flow(string FromCode, LocalText From, string ToCode, LocalText To, int Count, Money ContractAmount);

/// <summary>输出, 吸纳 and local business of an area, and their balance (S-3).</summary>
public sealed record FlowTotals(Figure Sold, Figure Absorbed, Figure Local, Money Net);

/// <summary>The year's goal and how far it is reached.</summary>
/// <param name="Source">BUREAU, or where the plan says so.</param>
public sealed record TargetView(Money Amount, decimal ProgressRate, string Source, string Basis);

/// <summary>Turnover of an area in a year in every dimension (S-1). Amounts are yuan.</summary>
public sealed record TurnoverView(
    string AreaCode, LocalText AreaName, int Year, Figure Total, FlowTotals Flows, IReadOnlyList<Cell> ByMonth, IReadOnlyList<Cell> ByCategoryCivilCode,
    IReadOnlyList<Cell> ByCategoryR2001, IReadOnlyList<Cell> ByField, IReadOnlyList<Cell> BySellerKind, IReadOnlyList<Cell> ByBuyerKind, IReadOnlyList<Cell> BySellerArea,
    IReadOnlyList<Cell> ByBuyerArea, IReadOnlyList<Flow> Matrix, TargetView? Target);

/// <summary>Folds the counted contracts into a report; pure, so that any reference can check it.</summary>
static class TurnoverReport
{
    private static readonly LocalText UnknownArea = new("未填写", "Not stated");
    private static readonly LocalText Elsewhere = new("本地区以外", "Outside the area");

    /// <param name="cubes">Of the year and the year before, sellers or buyers in the area.</param>
    public static TurnoverView Of(string areaCode, int year, IReadOnlyCollection<Cube> cubes, TargetView? target)
    {
        // What is registered in an area is what its sellers sold: that is the area's turnover.
        var sold = cubes.Where(c => Inside(c.SellerArea, areaCode)).ToList();
        var absorbed = cubes.Where(c => Inside(c.BuyerArea, areaCode)).ToList();
        var local = sold.Where(c => Inside(c.BuyerArea, areaCode)).ToList();
        var total = Sum(sold, year, null);
        var (soldFigure, absorbedFigure) = (Sum(sold, year, null), Sum(absorbed, year, null));
        return new TurnoverView(
            areaCode, areaCode.Length == 0 ? new LocalText("全国", "Nation") : Areas.FullName(areaCode) ?? UnknownArea, year, total,
            new FlowTotals(soldFigure, absorbedFigure, Sum(local, year, null), absorbedFigure.ContractAmount - soldFigure.ContractAmount),
            [.. Enumerable.Range(1, 12).Select(m => new Cell(
                m.ToString("00", CultureInfo.InvariantCulture), new LocalText($"{m}月", MonthName(m)), Sum(sold.Where(c => c.Month == m), year, total)))],
            ByClass(sold, year, total, ClassificationScheme.CivilCodeFiveClass), ByClass(sold, year, total, ClassificationScheme.R2001FourClass),
            [.. CodeLists.TechField.Select(f => new Cell(f.Code, f.Name(), Sum(sold.Where(c => c.FieldCode == f.Code), year, total)))],
            By(sold, year, total, c => c.SellerKind, KindName), By(sold, year, total, c => c.BuyerKind, KindName),
            By(sold, year, total, c => Child(c.SellerArea, areaCode), code => AreaName(code, areaCode)),
            By(sold, year, total, c => Child(c.BuyerArea, areaCode), code => AreaName(code, areaCode)),
            Matrix(cubes.Where(c => c.Year == year), areaCode), target);
    }

    /// <summary>A figure of the year with the same of the year before.</summary>
    public static Figure Sum(IEnumerable<Cube> cubes, int year, Figure? whole)
    {
        var (count, amount, technical, lastCount, lastAmount) = (0, 0m, 0m, 0, 0m);
        foreach (var cube in cubes)
        {
            if (cube.Year == year)
            {
                count += cube.Count;
                amount += cube.ContractAmount;
                technical += cube.TechnicalAmount;
            }
            else if (cube.Year == year - 1)
            {
                lastCount += cube.Count;
                lastAmount += cube.ContractAmount;
            }
        }
        return new Figure(
            count, Money.Yuan(amount), Money.Yuan(technical), lastCount, Money.Yuan(lastAmount), Ratio(amount - lastAmount, lastAmount),
            whole is null ? null : Ratio(amount, whole.ContractAmount.Amount), count == 0 ? null : Money.Yuan(Math.Round(amount / count, 2, MidpointRounding.AwayFromZero)));
    }

    public static bool Inside(string area, string containing) => area.Length > 0 && area.StartsWith(AreaPrefix.Of(containing), StringComparison.Ordinal);

    private static decimal? Ratio(decimal part, decimal whole) => whole == 0 ? null : Math.Round(part / whole, 6, MidpointRounding.AwayFromZero);

    private static IReadOnlyList<Cell> ByClass(List<Cube> cubes, int year, Figure total, ClassificationScheme scheme)
    {
        var byClass = cubes.ToLookup(c => ContractCategories.Classify(c.Category, scheme).Code);
        return [.. ContractCategories.ClassesOf(scheme).Select(k => new Cell(k.Code, new LocalText(k.Zh, k.En), Sum(byClass[k.Code], year, total)))];
    }

    private static IReadOnlyList<Cell> By(List<Cube> cubes, int year, Figure total, Func<Cube, string> key, Func<string, LocalText> name) =>
        [.. cubes.GroupBy(key).Select(g => new Cell(g.Key, name(g.Key), Sum(g, year, total))).OrderByDescending(c => c.Figure.ContractAmount).ThenBy(c => c.Code, StringComparer.Ordinal)];

    private static IReadOnlyList<Flow> Matrix(IEnumerable<Cube> cubes, string areaCode) =>
    [
        .. cubes.GroupBy(c => (From: Child(c.SellerArea, areaCode), To: Child(c.BuyerArea, areaCode)))
            .Select(g => new Flow(g.Key.From, AreaName(g.Key.From, areaCode), g.Key.To, AreaName(g.Key.To, areaCode), g.Sum(c => c.Count), Money.Yuan(g.Sum(c => c.ContractAmount))))
            .OrderByDescending(f => f.ContractAmount).ThenBy(f => f.FromCode, StringComparer.Ordinal).ThenBy(f => f.ToCode, StringComparer.Ordinal),
    ];

    /// <summary>The part of the area that contains a place: a province's cities, a city's counties; other provinces for places outside.</summary>
    private static string Child(string place, string areaCode)
    {
        if (place.Length == 0) return TurnoverEntry.Unknown;
        if (areaCode.Length == 0 || !Inside(place, areaCode)) return place[..2] + "0000";
        return AreaPrefix.Of(areaCode).Length == 2 ? place[..4] + "00" : place;
    }

    private static LocalText AreaName(string code, string areaCode) =>
        code.Length == 0 ? UnknownArea : Areas.Nearest(code) is { } area ? new LocalText(area.Zh, area.En) : Inside(code, areaCode) ? UnknownArea : Elsewhere;

    private static LocalText KindName(string kind) => CodeLists.OrganisationKind.Find(kind)?.Name() ?? new LocalText(kind, kind);

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month);
}
