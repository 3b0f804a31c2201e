namespace TechMarket.Rules;

/// <summary>What the arithmetic says of an identifier. It never says that a person or body exists.</summary>
public enum IdentifierCheck
{
    Ok,

    /// <summary>
    /// Right form, wrong check character. Some early genuine credit codes are like this: warn and ask for proof, never bar.
    /// </summary>
    CheckDigitFails,

    Malformed,
}

/// <summary>Unified social credit code 统一社会信用代码, GB 32100-2015.</summary>
public static class CreditCode
{
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    static readonly int[] BodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Upper case without spaces: how a code is stored and compared.</summary>
    public static string Normalise(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public static IdentifierCheck Check(string? code)
    {
        var text = Normalise(code ?? "");
        if (text.Length != 18 || text.Any(c => !Alphabet.Contains(c)) || !text.AsSpan(2, 6).ContainsOnlyDigits())
            return IdentifierCheck.Malformed;
        var sum = Weights.Select((weight, i) => weight * Alphabet.IndexOf(text[i])).Sum();
        var whole = Alphabet[(31 - sum % 31) % 31] == text[17];
        return whole && BodyCheck(text) == text[16] ? IdentifierCheck.Ok : IdentifierCheck.CheckDigitFails;
    }

    /// <summary>The area in which the body was registered, or null for a malformed code.</summary>
    public static Area? AreaOf(string? code) =>
        Check(code) == IdentifierCheck.Malformed ? null : Areas.Nearest(Normalise(code!).Substring(2, 6));

    /// <summary>GB 11714: the ninth character of the body code that sits inside the credit code; letters count from A = 10.</summary>
    static char BodyCheck(string text)
    {
        var sum = BodyWeights.Select((weight, i) => weight * (char.IsAsciiDigit(text[8 + i]) ? text[8 + i] - '0' : text[8 + i] - 'A' + 10)).Sum();
        return "0123456789X0"[11 - sum % 11];
    }

    static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
