using System.Text.Json;
using TechMarket.Platform.Problems;

namespace TechMarket.Commissions;

/// <summary>States as they are written in facts, in the audit trail and in addresses: as in bodies, LEAD_LOCKED.</summary>
static class Codes
{
    public static string Code<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    /// <summary>The state a list is narrowed to; refuses words that name none.</summary>
    public static T? Read<T>(string? code)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(code)) return null;
        foreach (var value in Enum.GetValues<T>())
            if (value.Code() == code) return value;
        throw PlatformProblems.Malformed.With(("known", Enum.GetValues<T>().Select(v => v.Code()).ToArray()));
    }
}
