using System.Text.Json.Serialization;

namespace TechMarket.Rules;

[JsonConverter(typeof(StableCodeConverter<AreaLevel>))]
public enum AreaLevel
{
    Province,
    Prefecture,
    County,
}

/// <summary>An administrative area with its six-digit code of GB/T 2260. Short is the name people use in speech.</summary>
public sealed record Area(string Code, string Zh, string Short, string En)
{
    [JsonIgnore]
    public AreaLevel Level =>
        Code.EndsWith("0000", StringComparison.Ordinal) ? AreaLevel.Province
        : Code.EndsWith("00", StringComparison.Ordinal) ? AreaLevel.Prefecture
        : AreaLevel.County;
}

/// <summary>
/// 行政区划: all provinces and prefectures; counties where a market or its data needs them. A code that is not listed
/// still belongs to its prefecture and province, which <see cref="Nearest"/> finds.
/// </summary>
public static class Areas
{
    static readonly char[] Separators = ['/', '、', ',', '，', ';', '；', ' ', '|', '-', '·'];
    static readonly AreaFile File = RuleData.Read<AreaFile>("areas.json");
    static readonly Dictionary<string, Area> ByCode = File.Areas.ToDictionary(area => area.Code);

    public static string Source => File.Source;

    /// <summary>Every listed area, by code.</summary>
    public static IReadOnlyList<Area> All => File.Areas;

    public static IEnumerable<Area> Provinces => All.Where(area => area.Level == AreaLevel.Province);

    public static Area? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The listed area of a code or, if it is not listed, its prefecture or province.</summary>
    public static Area? Nearest(string? code) => code is { Length: >= 2 and <= 6 } && code.All(char.IsAsciiDigit)
        ? Find(code.PadRight(6, '0')) ?? (code.Length >= 4 ? Find(code[..4] + "00") : null) ?? Find(code[..2] + "0000")
        : null;

    /// <summary>The area that directly contains this one, or null for a province.</summary>
    public static Area? ParentOf(Area area) => area.Level switch
    {
        AreaLevel.Province => null,
        AreaLevel.Prefecture => Find(area.Code[..2] + "0000"),
        _ => Find(area.Code[..4] + "00") ?? Find(area.Code[..2] + "0000"),
    };

    /// <summary>The areas directly inside a code; the provinces for null.</summary>
    public static IEnumerable<Area> ChildrenOf(string? code) => All.Where(area => ParentOf(area)?.Code == code);

    /// <summary>True if the area is the other one or lies in it. An empty prefix is the whole country.</summary>
    public static bool IsWithin(string code, string containing) =>
        code.StartsWith(Prefix(containing), StringComparison.Ordinal);

    /// <summary>甘肃省白银市平川区; Pingchuan District, Baiyin, Gansu. Null if the code means nothing.</summary>
    public static LocalText? FullName(string? code)
    {
        if (Nearest(code) is not { } area) return null;
        var path = new List<Area> { area };
        while (ParentOf(path[0]) is { } parent) path.Insert(0, parent);
        return new LocalText(string.Concat(path.Select(part => part.Zh)), string.Join(", ", path.AsEnumerable().Reverse().Select(part => part.En)));
    }

    /// <summary>
    /// The code of the smallest listed area that a text such as 甘肃白银平川 names; of several places the first. A county
    /// without its prefecture or province must be named in full. Null if the text begins with no known area.
    /// </summary>
    public static string? Resolve(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Nearest(text.Trim()) is { } byCode) return byCode.Code;
        return text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts
            ? Walk(string.Concat(parts)) ?? parts.Select(Walk).FirstOrDefault(code => code is not null)
            : null;
    }

    static string? Walk(string text)
    {
        var rest = text.StartsWith("中国", StringComparison.Ordinal) ? text[2..] : text;
        Area? found = null;
        while (Longest(rest, found) is { } step)
        {
            found = step.Area;
            rest = rest[step.Length..];
        }
        return found?.Code;
    }

    static (Area Area, int Length)? Longest(string text, Area? inside)
    {
        (Area Area, int Length)? best = null;
        foreach (var area in All)
        {
            if (inside is not null && (area == inside || !IsWithin(area.Code, inside.Code))) continue;
            var length = text.StartsWith(area.Zh, StringComparison.Ordinal) ? area.Zh.Length
                : (inside is not null || area.Level != AreaLevel.County) && text.StartsWith(area.Short, StringComparison.Ordinal) ? area.Short.Length
                : 0;
            if (length > (best?.Length ?? 0) || (best is { } other && length == other.Length && area.Level < other.Area.Level))
                best = (area, length);
        }
        return best;
    }

    static string Prefix(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? code[..2] : code.EndsWith("00", StringComparison.Ordinal) ? code[..4] : code;

    sealed record AreaFile(string Source, IReadOnlyList<Area> Areas);
}
