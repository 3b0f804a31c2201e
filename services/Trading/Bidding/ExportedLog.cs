namespace TechMarket.Trading.Bidding;

/// <summary>The form of an exported log: one line per entry between a fixed head and tail, so that any changed byte shows.</summary>
static class ExportedLog
{
    public const string Format = "techmarket-auction-log/1";
    public const string Head = $$"""{"format":"{{Format}}","entries":[""";
    public const string Tail = "\n]}\n";

    public static string Of(IEnumerable<string> lines) => Head + "\n" + string.Join(",\n", lines) + Tail;

    /// <summary>The lines; null when the file has another form.</summary>
    public static IReadOnlyList<string>? Lines(string text)
    {
        if (!text.StartsWith(Head + "\n", StringComparison.Ordinal) || !text.EndsWith(Tail, StringComparison.Ordinal)) return null;
        return text[(Head.Length + 1)..^Tail.Length].Split(",\n");
    }
}
