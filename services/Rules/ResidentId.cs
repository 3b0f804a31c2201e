using System.Globalization;

namespace TechMarket.Rules;

/// <summary>Resident identity number 公民身份号码. Personal data: keep encrypted, show masked, never log.</summary>
public static class ResidentId
{
    static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Upper case without spaces: how a number is compared and hashed.</summary>
    public static string Normalise(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public static IdentifierCheck Check(string? number)
    {
        var text = Normalise(number ?? "");
        if (text.Length != 18 || !text[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(text[17]) || text[17] == 'X') || text[0] == '0'
            || !DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return IdentifierCheck.Malformed;
        var sum = Weights.Select((weight, i) => weight * (text[i] - '0')).Sum();
        return "10X98765432"[sum % 11] == text[17] ? IdentifierCheck.Ok : IdentifierCheck.CheckDigitFails;
    }

    /// <summary>First three and last four characters, the rest as stars.</summary>
    public static string Mask(string number)
    {
        var text = Normalise(number);
        return text.Length <= 7 ? new string('*', text.Length) : text[..3] + new string('*', text.Length - 7) + text[^4..];
    }
}
