namespace TechMarket.Platform.Data;

/// <summary>Patterns for ILIKE from what a person typed.</summary>
public static class Like
{
    /// <summary>Anything that holds these very characters; the pattern's own signs count as characters. Escape with a backslash.</summary>
    public static string Containing(string words) =>
        "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
