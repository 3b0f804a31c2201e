using System.Globalization;

namespace TechMarket.Matching.Engine;

/// <summary>The terms of a text with their places; kept and refilled, so that reading a text allocates nothing.</summary>
internal sealed class TokenBuffer
{
    private ulong[] keys = new ulong[256];
    private int[] starts = new int[256];
    private ushort[] lengths = new ushort[256];
    private bool[] extras = new bool[256];

    public int Count { get; private set; }
    public ReadOnlySpan<ulong> Keys => keys.AsSpan(0, Count);
    public ReadOnlySpan<int> Starts => starts.AsSpan(0, Count);
    public ReadOnlySpan<ushort> Lengths => lengths.AsSpan(0, Count);

    /// <summary>Lexicon terms and parts of compound words: they overlap the plain tokens and do not count as length.</summary>
    public ReadOnlySpan<bool> Extras => extras.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(ReadOnlySpan<char> term, int start, int length, bool extra)
    {
        if (Count == keys.Length)
        {
            Array.Resize(ref keys, Count * 2);
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref lengths, Count * 2);
            Array.Resize(ref extras, Count * 2);
        }
        keys[Count] = TermKey.Of(term);
        starts[Count] = start;
        lengths[Count] = (ushort)Math.Min(length, ushort.MaxValue);
        extras[Count++] = extra;
    }
}

/// <summary>
/// Splits folded text: runs of Chinese characters into overlapping pairs plus every lexicon term of three or more
/// characters, Latin letters and digits into words (GV-971 is gv971, and gv and 971 besides).
/// </summary>
internal static class Tokenizer
{
    public static void Read(ReadOnlySpan<char> text, Lexicon lexicon, TokenBuffer into)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (IsHan(text[i]))
            {
                var end = HanEnd(text, i);
                ReadHan(text, i, end, lexicon, into);
                i = end;
            }
            else if (IsWordPart(text, i))
            {
                var end = WordEnd(text, i);
                ReadWord(text[i..end], i, into);
                i = end;
            }
            else
            {
                i++;
            }
        }
    }

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3005' or '\u3007';

    public static int HanEnd(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && IsHan(text[from]))
            from++;
        return from;
    }

    /// <summary>A letter or digit of another script, or a half of a rare Chinese character beyond the basic plane.</summary>
    public static bool IsWordPart(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c);
        if (char.IsHighSurrogate(c))
            return i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && IsRareHan(c, text[i + 1]);
        if (char.IsLowSurrogate(c))
            return i > 0 && char.IsHighSurrogate(text[i - 1]) && IsRareHan(text[i - 1], c);
        return char.IsLetterOrDigit(c) && !IsHan(c);
    }

    public static int WordEnd(ReadOnlySpan<char> text, int from)
    {
        var i = from + 1;
        while (i < text.Length)
        {
            if (IsWordPart(text, i))
                i++;
            else if (IsConnector(text[i]) && i + 1 < text.Length && IsWordPart(text, i + 1))
                i += 2;
            else
                break;
        }
        return i;
    }

    /// <summary>A word without its connectors; a decimal point stays.</summary>
    public static string Joined(ReadOnlySpan<char> word)
    {
        Span<char> joined = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        return joined[..Join(word, joined)].ToString();
    }

    private static bool IsConnector(char c) => c is '-' or '_' or '.';

    private static bool IsRareHan(char high, char low) =>
        CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(high, low)) == UnicodeCategory.OtherLetter;

    private static void ReadHan(ReadOnlySpan<char> text, int start, int end, Lexicon lexicon, TokenBuffer into)
    {
        if (end - start == 1)
        {
            into.Add(text.Slice(start, 1), start, 1, extra: false);
            return;
        }
        for (var i = start; i < end - 1; i++)
        {
            into.Add(text.Slice(i, 2), i, 2, extra: false);
            var walk = lexicon.Begin();
            for (var j = i; j < end && walk.Step(text[j]); j++)
            {
                if (walk.IsTerm && j - i >= 2)
                    into.Add(text[i..(j + 1)], i, j + 1 - i, extra: true);
            }
        }
    }

    private static void ReadWord(ReadOnlySpan<char> word, int start, TokenBuffer into)
    {
        Span<char> joined = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        joined = joined[..Join(word, joined)];
        into.Add(joined, start, word.Length, extra: false);
        for (var i = 0; i < word.Length;)
        {
            var end = i + 1;
            while (end < word.Length && !IsConnector(word[end]) && char.IsAsciiDigit(word[end]) == char.IsAsciiDigit(word[i]))
                end++;
            if (end - i >= 2 && end - i < joined.Length)
                into.Add(word[i..end], start + i, end - i, extra: true);
            i = end < word.Length && IsConnector(word[end]) ? end + 1 : end;
        }
    }

    private static int Join(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var decimalPoint = word[i] == '.' && char.IsAsciiDigit(word[i - 1]) && char.IsAsciiDigit(word[i + 1]);
            if (!IsConnector(word[i]) || decimalPoint)
                into[length++] = word[i];
        }
        return length;
    }
}
