namespace TechMarket.Matching.Engine;

/// <summary>A filter turned into look-up tables over the index's ordinals.</summary>
internal sealed class FilterSet
{
    private readonly Columns columns;
    private readonly bool[]? fields;
    private readonly bool[]? maturities;
    private readonly bool[]? areas;
    private readonly bool[]? pricingModes;
    private readonly bool[]? priceBands;
    private readonly bool[]? owners;
    private readonly bool[]? visibilities;
    private readonly uint ipTypes = uint.MaxValue;
    private readonly uint transferWays = uint.MaxValue;

    public FilterSet(SearchFilter filter, CodeTables codes, Columns columns)
    {
        this.columns = columns;
        fields = Allowed(filter.Fields, codes.Fields);
        pricingModes = Allowed(filter.PricingModes, codes.PricingModes);
        priceBands = Allowed(filter.PriceBands, codes.PriceBands);
        areas = AllowedAreas(filter.Areas, codes.Areas);
        maturities = AllowedMaturities(filter);
        if (filter.Owners.Count > 0)
            owners = Allowed([.. filter.Owners.Select(owner => owner.ToString())], codes.Owners);
        if (filter.IpTypes.Count > 0)
            ipTypes = Mask(filter.IpTypes, codes.IpTypes);
        if (filter.TransferWays.Count > 0)
            transferWays = Mask(filter.TransferWays, codes.TransferWays);
        if (filter.Visibility is { } visibility)
            visibilities = [visibility == Visibility.Public, visibility == Visibility.VerifiedInstitutes];
    }

    /// <summary>The properties a row fails, one bit each by <see cref="Facet"/>; 0 passes.</summary>
    public int Failing(int row)
    {
        var failing = 0;
        if (fields is not null && !fields[columns.Field[row]])
            failing |= 1 << (int)Facet.Field;
        if (maturities is not null && !maturities[columns.Maturity[row]])
            failing |= 1 << (int)Facet.Maturity;
        if (areas is not null && !Has(areas, columns.Area[row]))
            failing |= 1 << (int)Facet.Area;
        if (ipTypes != uint.MaxValue && (columns.IpTypes[row] & ipTypes) == 0)
            failing |= 1 << (int)Facet.IpType;
        if (pricingModes is not null && !pricingModes[columns.PricingMode[row]])
            failing |= 1 << (int)Facet.PricingMode;
        if (priceBands is not null && !priceBands[columns.PriceBand[row]])
            failing |= 1 << (int)Facet.PriceBand;
        if (transferWays != uint.MaxValue && (columns.TransferWays[row] & transferWays) == 0)
            failing |= 1 << (int)Facet.TransferWay;
        if (owners is not null && !Has(owners, columns.Owner[row]))
            failing |= 1 << (int)Facet.Owner;
        if (visibilities is not null && !visibilities[columns.Visibility[row]])
            failing |= 1 << (int)Facet.Visibility;
        return failing;
    }

    // Owners and areas grow beside a running query: an ordinal it does not know is one nobody asked for.
    private static bool Has(bool[] allowed, int ordinal) => ordinal < allowed.Length && allowed[ordinal];

    private static bool[]? Allowed(IReadOnlyCollection<string> wanted, CodeTable table)
    {
        if (wanted.Count == 0)
            return null;
        var allowed = new bool[Math.Max(256, table.Count)];
        foreach (var code in wanted)
        {
            if (table.Find(code) is var ordinal and > 0 && ordinal < allowed.Length)
                allowed[ordinal] = true;
        }
        return allowed;
    }

    private static bool[]? AllowedAreas(IReadOnlyCollection<string> wanted, CodeTable table)
    {
        if (wanted.Count == 0)
            return null;
        var allowed = new bool[table.Count];
        foreach (var code in wanted)
        {
            var prefix = AreaCode.Prefix(code);
            for (var ordinal = 1; ordinal < allowed.Length; ordinal++)
                allowed[ordinal] |= table[ordinal].StartsWith(prefix, StringComparison.Ordinal);
        }
        return allowed;
    }

    private static bool[]? AllowedMaturities(SearchFilter filter)
    {
        if (filter.Maturities.Count == 0 && filter.MinMaturity is null && filter.MaxMaturity is null)
            return null;
        var allowed = new bool[10];
        for (var level = 0; level < allowed.Length; level++)
        {
            allowed[level] = (filter.Maturities.Count == 0 || filter.Maturities.Contains(level))
                && (filter.MinMaturity is not { } min || level >= min)
                && (filter.MaxMaturity is not { } max || (level <= max && level > 0));
        }
        return allowed;
    }

    private static uint Mask(IReadOnlyCollection<string> wanted, CodeTable table)
    {
        var mask = 0u;
        foreach (var code in wanted)
        {
            if (table.Find(code) is var ordinal and > 0)
                mask |= 1u << ordinal;
        }
        return mask;
    }
}
