namespace TechMarket.Matching.Engine;

/// <summary>
/// What filters, counts and orders need of each document, as narrow arrays. The writer fills slots no published view
/// reaches yet; growing makes a new object, so a reader's arrays never move under it.
/// </summary>
internal sealed class Columns
{
    public const long NoAmount = long.MinValue;

    public readonly SearchDocument[] Documents;
    public readonly byte[] Field;
    public readonly byte[] Maturity;
    public readonly byte[] PricingMode;
    public readonly byte[] PriceBand;
    public readonly byte[] Visibility;
    public readonly ushort[] Area;
    public readonly int[] Owner;
    public readonly uint[] IpTypes;
    public readonly uint[] TransferWays;
    public readonly long[] PublishedAt;
    public readonly long[] Price;

    public Columns(int capacity, Columns? from = null, int count = 0)
    {
        Documents = Copy(from?.Documents, capacity, count);
        Field = Copy(from?.Field, capacity, count);
        Maturity = Copy(from?.Maturity, capacity, count);
        PricingMode = Copy(from?.PricingMode, capacity, count);
        PriceBand = Copy(from?.PriceBand, capacity, count);
        Visibility = Copy(from?.Visibility, capacity, count);
        Area = Copy(from?.Area, capacity, count);
        Owner = Copy(from?.Owner, capacity, count);
        IpTypes = Copy(from?.IpTypes, capacity, count);
        TransferWays = Copy(from?.TransferWays, capacity, count);
        PublishedAt = Copy(from?.PublishedAt, capacity, count);
        Price = Copy(from?.Price, capacity, count);
    }

    public int Capacity => Documents.Length;

    public void Set(int row, SearchDocument document, CodeTables codes)
    {
        Documents[row] = document;
        Field[row] = (byte)codes.Fields.Add(document.FieldCode);
        Maturity[row] = (byte)Math.Clamp(document.Maturity, 0, 9);
        PricingMode[row] = (byte)codes.PricingModes.Add(document.PricingMode);
        PriceBand[row] = (byte)codes.PriceBands.Add(document.PriceBand);
        Visibility[row] = (byte)document.Visibility;
        Area[row] = (ushort)codes.Areas.Add(AreaCode.Padded(document.AreaCode));
        Owner[row] = document.OwnerId is { } owner ? codes.Owners.Add(owner.ToString()) : 0;
        IpTypes[row] = Mask(codes.IpTypes, document.IpTypes);
        TransferWays[row] = Mask(codes.TransferWays, document.TransferWays);
        PublishedAt[row] = document.PublishedAt.UtcTicks;
        Price[row] = Hundredths(document.Price);
    }

    /// <summary>Refuses a document with more different codes than a column can hold, before anything of it is stored.</summary>
    public static void Check(SearchDocument document, CodeTables codes)
    {
        Require(codes.Fields.HasRoomFor(document.FieldCode), nameof(document.FieldCode));
        Require(codes.PricingModes.HasRoomFor(document.PricingMode), nameof(document.PricingMode));
        Require(codes.PriceBands.HasRoomFor(document.PriceBand), nameof(document.PriceBand));
        Require(codes.Areas.HasRoomFor(AreaCode.Padded(document.AreaCode)), nameof(document.AreaCode));
        foreach (var code in document.IpTypes)
            codes.IpTypes.Add(code);
        foreach (var code in document.TransferWays)
            codes.TransferWays.Add(code);
    }

    private static void Require(bool room, string property)
    {
        if (!room)
            throw new ArgumentException($"Too many different codes for {property}.", property);
    }

    private static long Hundredths(decimal? amount) =>
        amount is { } value && Math.Abs(value) < 90_000_000_000_000_000m ? (long)decimal.Round(value * 100) : NoAmount;

    private static uint Mask(CodeTable table, IReadOnlyList<string> codes)
    {
        var mask = 0u;
        for (var i = 0; i < codes.Count; i++)
            mask |= 1u << table.Add(codes[i]);
        return mask & ~1u;
    }

    private static T[] Copy<T>(T[]? from, int capacity, int count)
    {
        var to = new T[capacity];
        from?.AsSpan(0, count).CopyTo(to);
        return to;
    }
}

/// <summary>Six-digit area codes: province, city and county are two digits each.</summary>
internal static class AreaCode
{
    public static string Padded(string code) => code.Length is 0 or >= 6 ? code : code.PadRight(6, '0');

    /// <summary>The code without trailing zero pairs: what the codes inside the area begin with.</summary>
    public static string Prefix(string code)
    {
        while (code.Length >= 2 && code.EndsWith("00", StringComparison.Ordinal))
            code = code[..^2];
        return code;
    }

    /// <summary>How many of the three levels two areas share.</summary>
    public static int SharedLevels(string left, string right)
    {
        var (a, b) = (Prefix(left), Prefix(right));
        var shared = 0;
        while (shared < 3 && a.Length >= 2 * shared + 2 && b.Length >= 2 * shared + 2
            && string.CompareOrdinal(a, 2 * shared, b, 2 * shared, 2) == 0)
            shared++;
        return shared;
    }
}
