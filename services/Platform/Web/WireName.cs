using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace TechMarket.Platform.Web;

/// <summary>The one way a value of an enumeration is written outside the code.</summary>
public static class WireNames
{
    /// <summary>UNIT_REVIEW for <c>UnitReview</c>.</summary>
    public static string Name(this Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}

/// <summary>A value of an enumeration in an address or a form, written as on the wire: <c>?state=UNIT_REVIEW</c>.</summary>
public readonly record struct WireName<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values =
        Enum.GetValues<T>().ToDictionary(v => v.Name(), StringComparer.OrdinalIgnoreCase);

    [SuppressMessage("Design", "CA1000", Justification = "Parameters of addresses and forms are bound by it.")]
    public static bool TryParse(string? text, IFormatProvider? provider, out WireName<T> name)
    {
        var known = Values.TryGetValue(text ?? "", out var value);
        name = new WireName<T>(value);
        return known;
    }

    public override string ToString() => Value.Name();
}
