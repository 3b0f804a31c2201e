namespace TechMarket.Matching.Engine;

/// <summary>A term of the asking text.</summary>
/// <param name="Weight">How often and where it stands in the asking text, saturated, 0 to 1.</param>
/// <param name="Idf">How rare it is in the index; terms the index does not know are the rarest.</param>
/// <param name="IsWord">A known term or a Latin word, which can be shown; a mere pair of characters cannot.</param>
/// <param name="Share">Its part of what is asked, for telling whether anything fits; all shares add up to 1.</param>
internal readonly record struct AskedTerm(ulong Key, int Start, int Length, float Weight, float Idf, int Documents, float Share, bool IsWord)
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
        // What is asked stands in title and keywords; the body explains. A text without them is all there is.
        var hasHead = false;
        for (var place = 0; place < places.Count; place++)
            hasHead |= tokens.Starts[firsts[place]] < head;
        var whole = 0f;
        for (var place = 0; place < places.Count; place++)
        {
            var i = firsts[place];
            var documents = view.Postings.Find(tokens.Keys[i], view.Rows).Length;
            var idf = Bm25.Idf(documents, view.Rows);
            var asks = !tokens.Extras[i] && (!hasHead || tokens.Starts[i] < head);
            whole += asks ? idf : 0;
            terms.Add(new AskedTerm(
                tokens.Keys[i], tokens.Starts[i], tokens.Lengths[i],
                sums[place] / (sums[place] + Saturation), idf, documents, asks ? idf : 0, IsWord(tokens, i, lexicon)));
        }
        for (var i = 0; i < terms.Count; i++)
            terms[i] = terms[i] with { Share = whole > 0 ? terms[i].Share / whole : 0 };
        terms.Sort((left, right) => right.Value != left.Value ? right.Value.CompareTo(left.Value) : left.Key.CompareTo(right.Key));
    }

    public IReadOnlyList<AskedTerm> All => terms;

    public string TextOf(AskedTerm term) => text.Span.Slice(term.Start, term.Length).ToString();

    private bool IsWord(TokenBuffer tokens, int i, Lexicon lexicon)
    {
        var term = text.Span.Slice(tokens.Starts[i], tokens.Lengths[i]);
        return !Tokenizer.IsHan(term[0]) || lexicon.Contains(term);
    }

    private static ReadOnlySpan<char> Cut(string value, int length) => value.AsSpan(0, Math.Min(value.Length, length));

    private static HashSet<ulong> StopKeys()
    {
        var keys = new HashSet<ulong>();
        foreach (var word in WordLists.StopWords())
            keys.Add(TermKey.Of(FoldedText.Of(word)));
        return keys;
    }
}
