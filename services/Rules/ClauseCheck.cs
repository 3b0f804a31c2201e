using System.Text.RegularExpressions;

namespace TechMarket.Rules;

/// <summary>A sentence that looks like an unlawful restraint. A person decides; the words may be harmless.</summary>
public sealed record ClauseFinding(string Code, int Start, string Clause, string Zh, string En, string Source);

/// <summary>
/// Looks for clauses that unlawfully monopolise technology or hinder its progress (民法典 850, SPC 10). It reads sentence
/// by sentence and lets sentences pass that protect the other side.
/// </summary>
public static class ClauseCheck
{
    static readonly char[] SentenceEnds = ['。', '；', ';', '\n', '\r', '!', '！'];
    static readonly IReadOnlyList<Restraint> Loaded = RuleData.Read<RestraintFile>("restraints.json").Restraints;
    static readonly IReadOnlyList<(Restraint Restraint, Regex Pattern, Regex? Harmless)> Compiled =
        [.. Loaded.Select(restraint => (restraint, Compile(restraint.Pattern), restraint.Harmless is { } harmless ? Compile(harmless) : null))];

    /// <summary>The kinds of restraint that are looked for.</summary>
    public static IReadOnlyList<CodeEntry> Kinds { get; } =
        [.. Loaded.Select(restraint => new CodeEntry(restraint.Code, restraint.Zh, restraint.En, Source: restraint.Source))];

    /// <summary>Findings in the order of the text; one sentence may show several kinds.</summary>
    public static IReadOnlyList<ClauseFinding> Scan(string text)
    {
        var findings = new List<ClauseFinding>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(SentenceEnds, start);
            if (end < 0) end = text.Length;
            var sentence = text[start..end];
            foreach (var (restraint, pattern, harmless) in Compiled)
                if (pattern.IsMatch(sentence) && harmless?.IsMatch(sentence) != true)
                    findings.Add(new ClauseFinding(
                        restraint.Code, start + (sentence.Length - sentence.TrimStart().Length), sentence.Trim(), restraint.Zh, restraint.En, restraint.Source));
            start = end + 1;
        }
        return findings;
    }

    // Without backtracking the time is linear in the text, so no contract can stall a worker.
    static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    sealed record RestraintFile(IReadOnlyList<Restraint> Restraints);

    sealed record Restraint(string Code, string Zh, string En, string Source, string Pattern, string? Harmless = null);
}
