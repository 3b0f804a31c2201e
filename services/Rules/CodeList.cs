using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TechMarket.Rules;

/// <summary>An ordered list of codes with names in both languages.</summary>
public sealed class CodeList : IReadOnlyList<CodeEntry>
{
    readonly IReadOnlyList<CodeEntry> entries;
    readonly Dictionary<string, CodeEntry> byCode;
    readonly Dictionary<string, CodeEntry> byName;

    internal CodeList(string key, LocalText name, string source, IReadOnlyList<CodeEntry> entries)
    {
        (Key, Name, Source, this.entries) = (key, name, source, entries);
        byCode = entries.ToDictionary(entry => entry.Code, StringComparer.OrdinalIgnoreCase);
        byName = new Dictionary<string, CodeEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
            foreach (var name1 in entry.Aliases?.Prepend(entry.En).Prepend(entry.Zh) ?? [entry.Zh, entry.En])
                byName.TryAdd(name1, entry);
    }

    /// <summary>The list's own stable name, for instance tech-field.</summary>
    public string Key { get; }

    public LocalText Name { get; }

    public string Source { get; }

    public int Count => entries.Count;

    public CodeEntry this[int index] => entries[index];

    public bool Contains(string? code) => code is not null && byCode.ContainsKey(code);

    /// <summary>True if the code exists and may be chosen, so not for a group.</summary>
    public bool Allows(string? code) => Find(code) is { Selectable: true };

    public CodeEntry? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The entry of a code the caller knows to exist.</summary>
    public CodeEntry Get(string code) =>
        Find(code) ?? throw new ArgumentException($"The code list {Key} has no code '{code}'.", nameof(code));

    public IEnumerable<CodeEntry> ChildrenOf(string code) => entries.Where(entry => entry.Parent == code);

    /// <summary>The entry for a code, a name in either language or another known writing; null if there is none.</summary>
    public CodeEntry? Match(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var trimmed = text.Trim();
        return Find(trimmed) ?? byName.GetValueOrDefault(trimmed);
    }

    public bool TryMatch(string? text, [NotNullWhen(true)] out CodeEntry? entry) => (entry = Match(text)) is not null;

    public IEnumerator<CodeEntry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
