using System.Text.Json;

namespace TechMarket.Contracts;

/// <summary>States as they travel: SNAKE_CASE_UPPER.</summary>
static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    public static T? Read<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == text) return value;
        }
        return null;
    }
}
