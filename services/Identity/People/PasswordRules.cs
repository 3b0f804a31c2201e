namespace TechMarket.Identity.People;

/// <summary>What makes a password good enough: length first; then nothing that stands at the top of every guessing list.</summary>
static class PasswordRules
{
    public const int MinimumLength = 12;
    public const int MaximumLength = 128;
    private const int DistinctCharacters = 6;
    private const string Rows = "abcdefghijklmnopqrstuvwxyz|01234567890|qwertyuiop|asdfghjkl|zxcvbnm|1qaz2wsx3edc4rfv5tgb6yhn";

    // The stems of the most used passwords; with digits and signs around them they are no better.
    private static readonly string[] Stems =
    [
        "password", "passwort", "passphrase", "letmein", "welcome", "iloveyou", "woaini", "admin", "administrator", "root", "superuser", "qwerty",
        "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbnm", "changeme", "default", "secret", "monkey", "dragon", "sunshine", "princess", "football",
        "baseball", "master", "shadow", "login", "guest", "test", "user", "hello", "trustno", "techmarket", "mima", "nihao", "zhongguo", "china",
        "woaizhongguo", "abc", "qaz", "wsx", "caonima", "aini", "mimashi", "jishushichang",
    ];

    /// <returns>Why it is refused: <c>too-short</c>, <c>repetitive</c>, <c>sequence</c>, <c>common</c> or <c>personal</c>; null when it is good.</returns>
    public static string? Weakness(string password, string email, string name)
    {
        if (password.Length < MinimumLength) return "too-short";
        var lower = password.ToLowerInvariant();
        if (lower.Distinct().Count() < DistinctCharacters || IsRepeated(lower)) return "repetitive";
        if (Steps(lower) * 4 >= lower.Length * 3) return "sequence";
        if (IsCommon(lower)) return "common";
        return IsPersonal(lower, email, name) ? "personal" : null;
    }

    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 3).Any(length => text.Length % length == 0 && Enumerable.Range(0, text.Length).All(i => text[i] == text[i % length]));

    /// <summary>How many characters follow their neighbour in the alphabet, the digits or a keyboard row.</summary>
    private static int Steps(string text)
    {
        var steps = 1;
        for (var i = 1; i < text.Length; i++)
        {
            var pair = text.Substring(i - 1, 2);
            if (Rows.Contains(pair, StringComparison.Ordinal) || Rows.Contains($"{pair[1]}{pair[0]}", StringComparison.Ordinal)) steps++;
        }
        return steps;
    }

    private static bool IsCommon(string lower)
    {
        // Years and signs before and behind go first; what is left is read with letters in place of their look-alikes.
        var begin = lower.TakeWhile(c => !char.IsAsciiLetter(c)).Count();
        var core = lower[begin..].TrimEnd([.. lower.Where(c => !char.IsAsciiLetter(c))]);
        var plain = string.Concat(core.Select(Plain).Where(char.IsAsciiLetter));
        var bare = string.Concat(lower.Where(char.IsAsciiLetter));
        return IsMadeOfStems(plain) || IsMadeOfStems(bare) || lower.All(char.IsAsciiDigit);
    }

    private static bool IsMadeOfStems(string letters)
    {
        if (letters.Length == 0) return false;
        // Whole when one stem after the other covers it: "adminpassword".
        var covered = new bool[letters.Length + 1];
        covered[0] = true;
        for (var i = 0; i < letters.Length; i++)
        {
            if (!covered[i]) continue;
            foreach (var stem in Stems)
                if (string.CompareOrdinal(letters, i, stem, 0, stem.Length) == 0) covered[i + stem.Length] = true;
        }
        return covered[letters.Length];
    }

    private static bool IsPersonal(string lower, string email, string name) =>
        new[] { email.Split('@')[0], name.Replace(" ", "", StringComparison.Ordinal) }
            .Select(part => part.ToLowerInvariant())
            .Any(part => part.Length >= 5 && lower.Contains(part, StringComparison.Ordinal) && lower.Length - part.Length < 8);

    private static char Plain(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    };
}
