using System.Collections.Concurrent;

namespace TechMarket.Matching.Engine;

/// <summary>Numbers the distinct codes of one property from 1; 0 is "none". One writer, readers without locks.</summary>
internal sealed class CodeTable(string property, int capacity)
{
    private readonly ConcurrentDictionary<string, int> ordinals = new(StringComparer.Ordinal);
    private string[] codes = [""];

    public int Count => Volatile.Read(ref codes).Length;

    public string this[int ordinal] => Volatile.Read(ref codes)[ordinal];

    public int Find(string code) => ordinals.GetValueOrDefault(code, -1);

    public bool HasRoomFor(string code) => code.Length == 0 || ordinals.ContainsKey(code) || codes.Length < capacity;

    /// <summary>Writer only.</summary>
    public int Add(string code)
    {
        if (code.Length == 0)
            return 0;
        if (ordinals.TryGetValue(code, out var known))
            return known;
        if (!HasRoomFor(code))
            throw new ArgumentException($"Too many different codes for {property}.", nameof(code));
        var added = codes.Length;
        Volatile.Write(ref codes, [.. codes, code]);
        ordinals[code] = added;
        return added;
    }
}

/// <summary>The code tables of one index; they only grow, so ordinals stay valid when the index is rebuilt.</summary>
internal sealed class CodeTables
{
    public CodeTable Fields { get; } = new("field", 256);
    public CodeTable PricingModes { get; } = new("pricing mode", 256);
    public CodeTable PriceBands { get; } = new("price band", 256);
    public CodeTable Areas { get; } = new("area", 65_536);
    public CodeTable IpTypes { get; } = new("IP type", 32);
    public CodeTable TransferWays { get; } = new("transfer way", 32);
    public CodeTable Owners { get; } = new("owner", int.MaxValue);
}
