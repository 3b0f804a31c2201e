using System.Globalization;
using System.Text.RegularExpressions;

namespace TechMarket.Rules;

/// <summary>合同登记编号 in the sixteen-digit form: year (4), area of the agency (6), serial (6).</summary>
public static class RegistrationNumber
{
    public const int GreatestSerial = 999_999;

    /// <summary>The local number. Serials count per year and area from 1; the service that counts owns the count.</summary>
    public static string Compose(int year, string areaCode, int serial)
    {
        if (areaCode.Length != 6 || !areaCode.All(char.IsAsciiDigit))
            throw new RuleViolationException("area-code-malformed", "An agency's area code has six digits.");
        if (serial is < 1 or > GreatestSerial || year is < 2000 or > 9999)
            throw new RuleViolationException("number-out-of-range", "The year or the serial number does not fit the form.");
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}{areaCode}{serial:000000}");
    }

    /// <summary>True if a number from the national system has the form the region expects. Only the form is checked.</summary>
    public static bool Fits(RuleSet rules, string? number) => number is not null
        && Regex.IsMatch(number, rules.RegistrationNumberPattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
