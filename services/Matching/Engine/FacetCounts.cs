using System.Globalization;
using System.Numerics;

namespace TechMarket.Matching.Engine;

/// <summary>
/// Counts results by property. A property's own filter does not apply to its own counts, so a row that fails exactly
/// one property is counted for that one only.
/// </summary>
internal sealed class FacetCounts(CodeTables codes, Columns columns)
{
    /// <summary>A list of all owners helps nobody; the most frequent ones do.</summary>
    private const int MostOwners = 50;

    private readonly int[] fields = new int[256];
    private readonly int[] maturities = new int[10];
    private readonly int[] pricingModes = new int[256];
    private readonly int[] priceBands = new int[256];
    private readonly int[] ipTypes = new int[32];
    private readonly int[] transferWays = new int[32];
    private readonly int[] visibilities = new int[2];
    private readonly int[] areas = new int[codes.Areas.Count];
    private readonly int[] owners = new int[codes.Owners.Count];

    public void Count(int row, int failing)
    {
        if (failing != 0 && !BitOperations.IsPow2(failing))
            return;
        if (Counts(Facet.Field, failing))
            fields[columns.Field[row]]++;
        if (Counts(Facet.Maturity, failing))
            maturities[columns.Maturity[row]]++;
        if (Counts(Facet.Area, failing) && columns.Area[row] < areas.Length)
            areas[columns.Area[row]]++;
        if (Counts(Facet.IpType, failing))
            CountBits(columns.IpTypes[row], ipTypes);
        if (Counts(Facet.PricingMode, failing))
            pricingModes[columns.PricingMode[row]]++;
        if (Counts(Facet.PriceBand, failing))
            priceBands[columns.PriceBand[row]]++;
        if (Counts(Facet.TransferWay, failing))
            CountBits(columns.TransferWays[row], transferWays);
        if (Counts(Facet.Owner, failing) && columns.Owner[row] < owners.Length)
            owners[columns.Owner[row]]++;
        if (Counts(Facet.Visibility, failing))
            visibilities[columns.Visibility[row]]++;
    }

    public Dictionary<Facet, IReadOnlyList<FacetCount>> ToLists(SearchFilter filter) => new()
    {
        [Facet.Field] = ByCode(fields, codes.Fields),
        [Facet.Maturity] = ByNumber(maturities, from: 1),
        [Facet.Area] = ByArea(filter),
        [Facet.IpType] = ByCode(ipTypes, codes.IpTypes),
        [Facet.PricingMode] = ByCode(pricingModes, codes.PricingModes),
        [Facet.PriceBand] = ByCode(priceBands, codes.PriceBands),
        [Facet.TransferWay] = ByCode(transferWays, codes.TransferWays),
        [Facet.Owner] = ByCode(owners, codes.Owners, MostOwners),
        [Facet.Visibility] = ByNumber(visibilities, from: 0),
    };

    private static bool Counts(Facet facet, int failing) => failing == 0 || failing == 1 << (int)facet;

    private static void CountBits(uint mask, int[] counts)
    {
        for (; mask != 0; mask &= mask - 1)
            counts[BitOperations.TrailingZeroCount(mask)]++;
    }

    private static List<FacetCount> ByCode(int[] counts, CodeTable table, int most = int.MaxValue)
    {
        var list = new List<FacetCount>();
        for (var ordinal = 1; ordinal < counts.Length && ordinal < table.Count; ordinal++)
        {
            if (counts[ordinal] > 0)
                list.Add(new FacetCount(table[ordinal], counts[ordinal]));
        }
        list.Sort(MostFirst);
        if (list.Count > most)
            list.RemoveRange(most, list.Count - most);
        return list;
    }

    private static List<FacetCount> ByNumber(int[] counts, int from)
    {
        var list = new List<FacetCount>();
        for (var number = from; number < counts.Length; number++)
        {
            if (counts[number] > 0)
                list.Add(new FacetCount(number.ToString(CultureInfo.InvariantCulture), counts[number]));
        }
        return list;
    }

    /// <summary>All provinces, and the next level inside each chosen area.</summary>
    private List<FacetCount> ByArea(SearchFilter filter)
    {
        var opened = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var code in filter.Areas)
        {
            for (var length = AreaCode.Prefix(code).Length; length > 0; length -= 2)
                opened.Add(code[..length]);
        }
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var ordinal = 1; ordinal < areas.Length; ordinal++)
        {
            if (areas[ordinal] == 0)
                continue;
            var code = codes.Areas[ordinal];
            for (var length = 2; length <= 6 && length <= code.Length; length += 2)
            {
                var deeper = length == 2 || AreaCode.Prefix(code).Length >= length;
                if (deeper && opened.Contains(code[..(length - 2)]))
                    sums[code[..length].PadRight(6, '0')] = sums.GetValueOrDefault(code[..length].PadRight(6, '0')) + areas[ordinal];
            }
        }
        var list = new List<FacetCount>();
        foreach (var (code, count) in sums)
            list.Add(new FacetCount(code, count));
        list.Sort(MostFirst);
        return list;
    }

    private static int MostFirst(FacetCount left, FacetCount right) =>
        left.Count != right.Count ? right.Count.CompareTo(left.Count) : string.CompareOrdinal(left.Code, right.Code);
}
