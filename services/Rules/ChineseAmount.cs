using System.Globalization;
using System.Text;

namespace TechMarket.Rules;

/// <summary>人民币大写: amounts in words as contracts and certificates carry them.</summary>
public static class ChineseAmount
{
    const string Digits = "零壹贰叁肆伍陆柒捌玖";
    static readonly (long Size, char Name)[] Units = [(100_000_000, '亿'), (10_000, '万'), (1_000, '仟'), (100, '佰'), (10, '拾')];

    /// <summary>1 230 000 is 壹佰贰拾叁万元整; 100.05 is 壹佰元零伍分.</summary>
    public static string Words(decimal amount)
    {
        Yuan.Check(amount, "amount");
        var whole = decimal.ToInt64(decimal.Truncate(amount));
        var cents = decimal.ToInt32((amount - whole) * 100);
        var (jiao, fen) = (cents / 10, cents % 10);
        var words = new StringBuilder();
        if (whole > 0) words.Append(Whole(whole)).Append('元');
        if (cents == 0) return (whole > 0 ? words : words.Append("零元")).Append('整').ToString();
        if (jiao > 0) words.Append(Digits[jiao]).Append('角');
        else if (whole > 0) words.Append('零');
        return (fen > 0 ? words.Append(Digits[fen]).Append('分') : words.Append('整')).ToString();
    }

    /// <summary>The count of the greatest unit, then the rest; a gap between them is spoken as one zero.</summary>
    static string Whole(long number)
    {
        foreach (var (size, name) in Units)
        {
            if (number < size) continue;
            var rest = number % size;
            var gap = rest > 0 && rest < size / 10 ? "零" : "";
            return Whole(number / size) + name + gap + (rest > 0 ? Whole(rest) : "");
        }
        return Digits[(int)number].ToString();
    }
}

/// <summary>万元, the unit of official statistics: ten thousand yuan.</summary>
public static class WanYuan
{
    public const decimal Yuan = 10_000m;

    public static decimal From(decimal yuan) => yuan / Yuan;

    /// <summary>Every fen is kept and at least two decimals are shown: 1 234 567.89 yuan is 123.456789.</summary>
    public static string Format(decimal yuan) => From(yuan).ToString("0.00####", CultureInfo.InvariantCulture);

    /// <summary>Rounded half away from zero, with thousands separators, for tables.</summary>
    public static string Format(decimal yuan, int decimals) =>
        Math.Round(From(yuan), decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
