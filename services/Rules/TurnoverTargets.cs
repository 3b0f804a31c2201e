namespace TechMarket.Rules;

/// <summary>
/// What a region's plan wants of a year: an amount, a growth over the year before, or a number of achievements. A target
/// without a year holds for every year.
/// </summary>
public sealed record TurnoverTarget(
    string AreaCode, string Region, int? Year, decimal? AmountYi, decimal? GrowthRate, int? Achievements, string Source)
{
    /// <summary>The target amount in yuan.</summary>
    public decimal? Amount => AmountYi * TurnoverTargets.Yi;
}

/// <summary>A published yearly turnover of technical contracts. The address is given only where it may be shown as a link.</summary>
public sealed record TurnoverFigure(
    string Region, string? AreaCode, int Year, decimal AmountYi, int? Count, decimal? GrowthPercent,
    IReadOnlyDictionary<string, decimal>? ByCategoryYi, string? Note, string? SourceUrl, string SourceTrust)
{
    public decimal Amount => AmountYi * TurnoverTargets.Yi;
}

/// <summary>Plans' targets and published figures, for comparison on the turnover page.</summary>
public static class TurnoverTargets
{
    /// <summary>亿: a hundred million, the unit in which such figures are published.</summary>
    internal const decimal Yi = 100_000_000m;

    static readonly TurnoverFile File = RuleData.Read<TurnoverFile>("turnover.json");

    public static IReadOnlyList<TurnoverTarget> All => File.Targets;

    public static IReadOnlyList<TurnoverFigure> Published => File.Published;

    /// <summary>The targets of exactly this area for a year: those of the year and those that hold every year.</summary>
    public static IReadOnlyList<TurnoverTarget> For(string areaCode, int year) =>
        [.. File.Targets.Where(target => target.AreaCode == areaCode && (target.Year is null || target.Year == year))];

    /// <summary>The published years of an area, in order; 000000 is the nation.</summary>
    public static IReadOnlyList<TurnoverFigure> SeriesOf(string areaCode) =>
        [.. File.Published.Where(figure => figure.AreaCode == areaCode).OrderBy(figure => figure.Year)];

    sealed record TurnoverFile(IReadOnlyList<TurnoverTarget> Targets, IReadOnlyList<TurnoverFigure> Published);
}
