using System.Text.Json.Serialization;

namespace TechMarket.Rules;

/// <summary>
/// One entry of a code list. The code is stored and exchanged and never changes; the names are for people. An entry
/// that is not selectable groups others, or says that a source left the detail open.
/// </summary>
public sealed record CodeEntry(
    string Code, string Zh, string En, string? Parent = null, string? Source = null, bool Selectable = true)
{
    /// <summary>Other writings of the same thing, found in older lists and in imported data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Aliases { get; init; }

    public LocalText Name() => new(Zh, En);
}
