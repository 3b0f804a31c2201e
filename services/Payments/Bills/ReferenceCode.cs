using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TechMarket.Payments.Bills;

/// <summary>
/// The code a payer writes into the remark (附言) of a transfer: JK, seven digits and a check digit (ISO 7064 MOD 11,10), which finds every
/// single wrong digit. Banks add words and blanks, and people write full-width digits; it is found all the same.
/// </summary>
static partial class ReferenceCode
{
    public static string Of(long serial)
    {
        var digits = serial.ToString("D7", CultureInfo.InvariantCulture);
        return $"JK{digits}{CheckDigit(digits)}";
    }

    /// <summary>The codes in a remark, and whether something looked like one but its check digit does not fit.</summary>
    public static (IReadOnlyList<string> Codes, bool Unreadable) Find(string? remark)
    {
        var codes = new List<string>();
        var unreadable = false;
        foreach (Match match in Pattern().Matches((remark ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant()))
        {
            var digits = string.Concat(match.Groups[1].Value.Where(char.IsAsciiDigit));
            if (digits.Length < 8) unreadable = true;
            else if (digits.Length == 8 && CheckDigit(digits[..7]) == digits[7] - '0') codes.Add("JK" + digits);
            else unreadable = true;
        }
        return ([.. codes.Distinct(StringComparer.Ordinal)], unreadable);
    }

    private static int CheckDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    [GeneratedRegex(@"JK((?:[\s\-]*[0-9])+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
