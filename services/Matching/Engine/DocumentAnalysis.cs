namespace TechMarket.Matching.Engine;

/// <summary>Reads a document into its distinct terms and their impacts. Kept and refilled by the writer.</summary>
internal sealed class DocumentAnalysis
{
    private readonly FoldedText text = new();
    private readonly TokenBuffer tokens = new();
    private ulong[] terms = new ulong[1024];
    private float[] occurrences = new float[1024];
    private int count;

    public ReadOnlySpan<ulong> Terms => terms.AsSpan(0, count);

    public byte ImpactAt(int index) => Bm25.Impact(occurrences[index]);

    public void Read(SearchDocument document, Lexicon lexicon)
    {
        count = 0;
        for (var field = 0; field < Bm25.Fields; field++)
        {
            Fold(document, field);
            tokens.Clear();
            Tokenizer.Read(text.Span, lexicon, tokens);
            var occurrence = Bm25.Occurrence(field, PlainLength());
            foreach (var term in tokens.Keys)
                Add(term, occurrence);
        }
        Merge();
    }

    /// <summary>The impact a term has on a document, 0 if it does not occur in it.</summary>
    public byte ImpactOf(string term, SearchDocument document, Lexicon lexicon)
    {
        var sum = 0f;
        for (var field = 0; field < Bm25.Fields; field++)
        {
            Fold(document, field);
            var hits = 0;
            for (var from = 0; text.Span[from..].IndexOf(term, StringComparison.Ordinal) is var at and >= 0; from += at + 1)
                hits++;
            if (hits == 0)
                continue;
            tokens.Clear();
            Tokenizer.Read(text.Span, lexicon, tokens);
            sum += hits * Bm25.Occurrence(field, PlainLength());
        }
        return sum > 0 ? Bm25.Impact(sum) : (byte)0;
    }

    private void Fold(SearchDocument document, int field)
    {
        text.Clear();
        switch (field)
        {
            case 0:
                text.Append(document.Title);
                break;
            case 1:
                for (var i = 0; i < document.Keywords.Count; i++)
                    text.Append(document.Keywords[i]).Break();
                break;
            default:
                text.Append(document.Summary);
                break;
        }
    }

    private int PlainLength()
    {
        var length = 0;
        foreach (var extra in tokens.Extras)
            length += extra ? 0 : 1;
        return length;
    }

    private void Add(ulong term, float occurrence)
    {
        if (count == terms.Length)
        {
            Array.Resize(ref terms, count * 2);
            Array.Resize(ref occurrences, count * 2);
        }
        terms[count] = term;
        occurrences[count++] = occurrence;
    }

    private void Merge()
    {
        Array.Sort(terms, occurrences, 0, count);
        var last = -1;
        for (var i = 0; i < count; i++)
        {
            if (last >= 0 && terms[last] == terms[i])
            {
                occurrences[last] += occurrences[i];
                continue;
            }
            terms[++last] = terms[i];
            occurrences[last] = occurrences[i];
        }
        count = last + 1;
    }
}
