using System.Text.Json;

namespace TechMarket.Platform.Web;

/// <summary>A value of an enumeration in an address or a form, written as on the wire: <c>?state=UNIT_REVIEW</c>.</summary>
public readonly record struct WireName<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values =
        Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()), StringComparer.OrdinalIgnoreCase);

    public static bool TryParse(string? text, IFormatProvider? provider, out WireName<T> name)
    {
        var known = Values.TryGetValue(text ?? "", out var value);
        name = new WireName<T>(value);
        return known;
    }

    public override string ToString() => JsonNamingPolicy.SnakeCaseUpper.ConvertName(Value.ToString());
}
