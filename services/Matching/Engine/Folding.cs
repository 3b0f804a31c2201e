using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace TechMarket.Matching.Engine;

/// <summary>
/// Brings text to the form in which it is compared: full width to half width and other compatibility forms (NFKC),
/// lower case, traditional to simplified characters. Character by character, so every place leads back to its origin.
/// </summary>
internal sealed class FoldedText
{
    private const char Expands = '\uFFFF';
    private static readonly char[] Forms = new char[65536];
    private static readonly ConcurrentDictionary<char, string> Expansions = new();
    private static readonly Dictionary<char, char> Simplified = WordLists.Traditional();

    private char[] characters = new char[512];
    private int[] origins = [];

    public FoldedText(bool withOrigins = false) => origins = withOrigins ? new int[512] : [];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => characters.AsSpan(0, Length);

    /// <summary>The index of a folded character in the text it came from; the end maps to the end.</summary>
    public int Origin(int index, int originalLength) => index < Length ? origins[index] : originalLength;

    public static string Of(string text)
    {
        var folded = new FoldedText();
        folded.Append(text);
        return folded.Span.ToString();
    }

    public FoldedText Clear()
    {
        Length = 0;
        return this;
    }

    public FoldedText Append(ReadOnlySpan<char> text)
    {
        if (characters.Length < Length + text.Length)
            Resize(Length + text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var form = Forms[c];
            if (form == 0)
                form = Forms[c] = FormOf(c);
            if (form != Expands)
                Put(form, i);
            else
                foreach (var part in Expansions[c])
                    Put(part, i);
        }
        return this;
    }

    /// <summary>A place no term may cross.</summary>
    public FoldedText Break()
    {
        Put('\n', 0);
        return this;
    }

    private void Put(char c, int origin)
    {
        if (Length == characters.Length)
            Resize(Length * 2);
        if (origins.Length > 0)
            origins[Length] = origin;
        characters[Length++] = c;
    }

    private void Resize(int size)
    {
        size = (int)BitOperations.RoundUpToPowerOf2((uint)size);
        Array.Resize(ref characters, size);
        if (origins.Length > 0)
            Array.Resize(ref origins, size);
    }

    private static char FormOf(char c)
    {
        if (char.IsAscii(c))
            return c == 0 ? ' ' : char.ToLowerInvariant(c);
        if (char.IsSurrogate(c))
            return c;
        if (c is >= '\u4E00' and <= '\u9FFF')
            return Simplified.GetValueOrDefault(c, c);
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
            return ' ';
        var form = c.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (form.Length == 1)
            return Simplified.GetValueOrDefault(form[0], form[0]);
        Expansions[c] = form;
        return Expands;
    }
}
