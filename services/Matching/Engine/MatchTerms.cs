namespace TechMarket.Matching.Engine;

/// <summary>A term of the asking text.</summary>
/// <param name="Weight">How often and where it stands in the asking text, saturated, 0 to 1.</param>
/// <param name="Idf">How rare it is in the index; terms the index does not know are the rarest.</param>
internal readonly record struct AskedTerm(ulong Key, int Start, int Length, bool Extra, float Weight, float Idf, int Documents)
{
    public float Value => Weight * Idf;
}

/// <summary>The terms of a text that is to be matched, best first. Title and keywords count more than the body.</summary>
internal sealed class MatchTerms
{
    private const float HeadWeight = 3f;
    private const float BodyWeight = 1f;
    private const float Saturation = 3f;
    private const float LexiconTermWeight = 0.3f;
    private static readonly HashSet<ulong> Silent = StopKeys();

    private readonly FoldedText text = new();
    private readonly List<AskedTerm> terms = [];

    public MatchTerms(MatchQuery query, View view, Lexicon lexicon)
    {
        text.Append(Cut(query.Title, MatchQuery.LongestText)).Break();
        for (var i = 0; i < Math.Min(query.Keywords.Count, MatchQuery.LongestList); i++)
            text.Append(Cut(query.Keywords[i], SearchQuery.LongestText)).Break();
        var head = text.Length;
        text.Append(Cut(query.Text, MatchQuery.LongestText));

        var tokens = new TokenBuffer();
        Tokenizer.Read(text.Span, lexicon, tokens);
        var places = new Dictionary<ulong, int>(tokens.Count);
        var sums = new float[tokens.Count];
        var firsts = new int[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Silent.Contains(tokens.Keys[i]))
                continue;
            if (!places.TryGetValue(tokens.Keys[i], out var place))
            {
                places[tokens.Keys[i]] = place = places.Count;
                firsts[place] = i;
            }
            var weight = tokens.Starts[i] < head ? HeadWeight : BodyWeight;
            sums[place] += tokens.Extras[i] ? weight * LexiconTermWeight : weight;
        }
        for (var place = 0; place < places.Count; place++)
        {
            var i = firsts[place];
            var documents = view.Postings.Find(tokens.Keys[i], view.Rows).Length;
            terms.Add(new AskedTerm(
                tokens.Keys[i], tokens.Starts[i], tokens.Lengths[i], tokens.Extras[i],
                sums[place] / (sums[place] + Saturation), Bm25.Idf(documents, view.Rows), documents));
        }
        terms.Sort((left, right) => right.Value != left.Value ? right.Value.CompareTo(left.Value) : left.Key.CompareTo(right.Key));
    }

    public IReadOnlyList<AskedTerm> All => terms;

    public string TextOf(AskedTerm term) => text.Span.Slice(term.Start, term.Length).ToString();

    private static ReadOnlySpan<char> Cut(string value, int length) => value.AsSpan(0, Math.Min(value.Length, length));

    private static HashSet<ulong> StopKeys()
    {
        var keys = new HashSet<ulong>();
        foreach (var word in WordLists.StopWords())
            keys.Add(TermKey.Of(FoldedText.Of(word)));
        return keys;
    }
}
