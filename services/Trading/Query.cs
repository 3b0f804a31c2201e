namespace TechMarket.Trading;

/// <summary>Reads filters of lists as they travel: SNAKE_CASE_UPPER.</summary>
static class Query
{
    /// <summary>The value of that wire name; null when there is no filter. An unknown name is a mistake of the asker.</summary>
    public static T? Parse<T>(string? wireName)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(wireName)) return null;
        foreach (var value in Enum.GetValues<T>())
            if (Negotiations.GetNegotiation.Code(value) == wireName) return value;
        throw Platform.Problems.PlatformProblems.Malformed.With(("reason", $"'{wireName}' is not one of {string.Join(", ", Enum.GetValues<T>().Select(Negotiations.GetNegotiation.Code))}."));
    }
}
