using System.Globalization;
using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

/// <summary>The meaning of text, filters and counts, by looking at every document.</summary>
internal static class BruteForce
{
    public static bool Holds(SearchDocument document, QueryPlan plan) => plan.Units.All(unit => unit.Forms.Any(form => Fields(document).Any(field => Contains(field, form.Text))));

    public static bool Passes(SearchDocument document, SearchFilter filter) => !Enum.GetValues<Facet>().Any(facet => Fails(document, filter, facet));

    public static bool Fails(SearchDocument document, SearchFilter filter, Facet facet) => facet switch
    {
        Facet.Field => filter.Fields.Count > 0 && !filter.Fields.Contains(document.FieldCode),
        Facet.Maturity => (filter.Maturities.Count > 0 && !filter.Maturities.Contains(document.Maturity))
            || (filter.MinMaturity is { } min && document.Maturity < min)
            || (filter.MaxMaturity is { } max && (document.Maturity > max || document.Maturity == 0)),
        Facet.Area => filter.Areas.Count > 0 && !filter.Areas.Any(area => InArea(document.AreaCode, area)),
        Facet.IpType => filter.IpTypes.Count > 0 && !filter.IpTypes.Intersect(document.IpTypes).Any(),
        Facet.PricingMode => filter.PricingModes.Count > 0 && !filter.PricingModes.Contains(document.PricingMode),
        Facet.PriceBand => filter.PriceBands.Count > 0 && !filter.PriceBands.Contains(document.PriceBand),
        Facet.TransferWay => filter.TransferWays.Count > 0 && !filter.TransferWays.Intersect(document.TransferWays).Any(),
        Facet.Owner => filter.Owners.Count > 0 && !(document.OwnerId is { } owner && filter.Owners.Contains(owner)),
        _ => filter.Visibility is { } visibility && document.Visibility != visibility,
    };

    public static Dictionary<string, int> Counts(IEnumerable<SearchDocument> documents, SearchFilter filter, Facet facet) => documents
        .Where(document => Enum.GetValues<Facet>().All(other => other == facet || !Fails(document, filter, other)))
        .SelectMany(document => Codes(document, facet, filter)).CountBy(code => code).ToDictionary();

    private static IEnumerable<string> Codes(SearchDocument document, Facet facet, SearchFilter filter) => (facet switch
    {
        Facet.Field => [document.FieldCode],
        Facet.Maturity => [document.Maturity == 0 ? "" : document.Maturity.ToString(CultureInfo.InvariantCulture)],
        Facet.Area => Levels(document.AreaCode, filter),
        Facet.IpType => document.IpTypes,
        Facet.PricingMode => [document.PricingMode],
        Facet.PriceBand => [document.PriceBand],
        Facet.TransferWay => document.TransferWays,
        Facet.Owner => [document.OwnerId?.ToString() ?? ""],
        _ => (IEnumerable<string>)[((int)document.Visibility).ToString(CultureInfo.InvariantCulture)],
    }).Where(code => code.Length > 0);

    private static IEnumerable<string> Levels(string area, SearchFilter filter)
    {
        if (area.Length == 0)
            yield break;
        yield return area[..2] + "0000";
        if (area[2..4] != "00" && filter.Areas.Any(open => open[..2] == area[..2]))
            yield return area[..4] + "00";
        if (area[4..] != "00" && filter.Areas.Any(open => open[2..4] != "00" && open[..4] == area[..4]))
            yield return area;
    }

    private static bool InArea(string code, string area) =>
        code.Length == 6 && Enumerable.Range(0, 3).All(level => area.Substring(2 * level, 2) == "00" || area.Substring(2 * level, 2) == code.Substring(2 * level, 2));

    private static IEnumerable<string> Fields(SearchDocument document) => [document.Title, .. document.Keywords, document.Summary];

    private static bool Contains(string field, string term)
    {
        for (var at = field.IndexOf(term, StringComparison.Ordinal); at >= 0; at = field.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            if (!Joins(field, at) && !Joins(field, at + term.Length))
                return true;
        }
        return false;
    }

    private static bool Joins(string text, int at) =>
        at > 0 && at < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at]);
}
