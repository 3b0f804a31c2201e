namespace TechMarket.Matching.Engine;

/// <summary>
/// A term as 64 bits. Up to three characters are held exactly, longer ones as a 60-bit hash that is the same on every
/// machine, so it may be stored. Two of a million terms collide with a probability below one in a million.
/// </summary>
internal static class TermKey
{
    public static ulong Of(ReadOnlySpan<char> term) => term.Length switch
    {
        1 => (1UL << 60) | term[0],
        2 => (2UL << 60) | ((ulong)term[0] << 16) | term[1],
        3 => (3UL << 60) | ((ulong)term[0] << 32) | ((ulong)term[1] << 16) | term[2],
        _ => Hash(term),
    };

    /// <summary>True if the term is one or two characters of which one is the given character.</summary>
    public static bool Holds(ulong key, char character) => (key >> 60) switch
    {
        1 => (char)key == character,
        2 => (char)key == character || (char)(key >> 16) == character,
        _ => false,
    };

    private static ulong Hash(ReadOnlySpan<char> term)
    {
        var hash = 0xCBF29CE484222325UL ^ (ulong)term.Length;
        foreach (var c in term)
        {
            hash = (hash ^ c) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }
        hash *= 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 32;
        return (8UL << 60) | (hash >> 4);
    }
}
