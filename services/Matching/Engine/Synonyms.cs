namespace TechMarket.Matching.Engine;

/// <summary>Other names of the same thing, from the word list; folded like all text.</summary>
internal static class Synonyms
{
    private const int MostVariants = 6;
    private static readonly Dictionary<string, string[]> Groups = Load();
    private static readonly int LongestName = Longest();

    /// <summary>All names that are Chinese only, so that the lexicon knows them.</summary>
    public static IEnumerable<string> Names => Groups.Keys;

    /// <summary>The length of the longest name beginning at a place, 0 if there is none.</summary>
    public static int LongestAt(ReadOnlySpan<char> text, int from)
    {
        var names = Groups.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestName, text.Length - from); length >= 2; length--)
        {
            if (names.ContainsKey(text.Slice(from, length)))
                return length;
        }
        return 0;
    }

    /// <summary>The term with each name in it replaced by the other names of that thing; not the term itself.</summary>
    public static List<string> Variants(string term)
    {
        var variants = new List<string>();
        for (var i = 0; i < term.Length; i++)
        {
            var length = LongestAt(term, i);
            if (length == 0 || !OnWordBoundary(term, i, length))
                continue;
            foreach (var other in Groups[term.Substring(i, length)])
            {
                var variant = string.Concat(term.AsSpan(0, i), other, term.AsSpan(i + length));
                if (variant != term && variants.Count < MostVariants && !variants.Contains(variant))
                    variants.Add(variant);
            }
            i += length - 1;
        }
        return variants;
    }

    private static bool OnWordBoundary(string term, int start, int length) =>
        !(start > 0 && char.IsAsciiLetterOrDigit(term[start]) && char.IsAsciiLetterOrDigit(term[start - 1]))
        && !(start + length < term.Length && char.IsAsciiLetterOrDigit(term[start + length - 1]) && char.IsAsciiLetterOrDigit(term[start + length]));

    private static Dictionary<string, string[]> Load()
    {
        var groups = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in WordLists.Synonyms())
        {
            var names = Array.ConvertAll(line, FoldedText.Of);
            foreach (var name in names)
                groups[name] = Array.FindAll(names, other => other != name);
        }
        return groups;
    }

    private static int Longest()
    {
        var longest = 0;
        foreach (var name in Groups.Keys)
            longest = Math.Max(longest, name.Length);
        return longest;
    }
}
