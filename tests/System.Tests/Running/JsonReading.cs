using System.Globalization;
using System.Text.Json;

namespace TechMarket.SystemTests.Running;

/// <summary>Short words for reading answers.</summary>
static class JsonReading
{
    public static JsonElement In(this JsonElement json, string name) => json.GetProperty(name);

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    public static Guid Id(this JsonElement json, string name) => json.GetProperty(name).GetGuid();

    public static long Number(this JsonElement json, string name) => json.GetProperty(name).GetInt64();

    public static bool Flag(this JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    /// <summary>The amount of a sum of money.</summary>
    public static decimal Yuan(this JsonElement json, string name)
    {
        var money = json.GetProperty(name);
        money.Text("currency").ShouldBe("CNY");
        return decimal.Parse(money.Text("amount"), CultureInfo.InvariantCulture);
    }

    /// <summary>Null for null and for nothing.</summary>
    public static JsonElement? Maybe(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IReadOnlyList<JsonElement> List(this JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray()];
}
