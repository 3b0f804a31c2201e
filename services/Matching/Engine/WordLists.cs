using System.Reflection;

namespace TechMarket.Matching.Engine;

/// <summary>The language data shipped with the engine: plain text files in Data, one entry a line, # begins a remark.</summary>
internal static class WordLists
{
    /// <summary>Technical terms known before any document is.</summary>
    public static IReadOnlyList<string> Terms() => Words("lexicon.txt");

    /// <summary>Words of asking and describing that say nothing about the technology.</summary>
    public static IReadOnlyList<string> StopWords() => Words("stopwords.txt");

    /// <summary>Words at which a title falls into its terms.</summary>
    public static IReadOnlyList<string> TitleBreaks() => Words("titlebreaks.txt");

    /// <summary>Groups of names for the same thing.</summary>
    public static IEnumerable<string[]> Synonyms()
    {
        foreach (var line in Lines("synonyms.txt"))
            yield return line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Traditional characters and their simplified forms, as pairs.</summary>
    public static Dictionary<char, char> Traditional()
    {
        var forms = new Dictionary<char, char>();
        foreach (var pair in Words("traditional.txt"))
            forms[pair[0]] = pair[1];
        return forms;
    }

    /// <summary>Changes with any word list that decides how a document becomes terms.</summary>
    public static ulong Fingerprint { get; } = Print();

    private static ulong Print()
    {
        var print = 0UL;
        foreach (var name in (string[])["lexicon.txt", "synonyms.txt", "traditional.txt"])
        {
            foreach (var line in Lines(name))
                print = (print * 0x9E3779B97F4A7C15UL) ^ TermKey.Of(line.PadLeft(4));
        }
        return print;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var line in Lines(name))
            words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words;
    }

    private static IEnumerable<string> Lines(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream("TechMarket.Matching.Engine.Data." + name)
            ?? throw new InvalidOperationException($"The word list {name} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
