namespace TechMarket.Matching.Engine;

/// <summary>Marks what a query matched in shown text, as plain segments.</summary>
internal sealed class Highlighter(QueryPlan plan, Lexicon lexicon)
{
    private const int SnippetLength = 120;
    private const int LeadIn = 20;
    private readonly FoldedText folded = new(withOrigins: true);
    private readonly TokenBuffer tokens = new();

    public IReadOnlyList<TextSegment> Title(string title) => Segments(title, Marks(title), 0, title.Length);

    /// <summary>The stretch of a text with the most marks.</summary>
    public IReadOnlyList<TextSegment> Snippet(string text)
    {
        var marks = Marks(text);
        if (text.Length <= SnippetLength)
            return Segments(text, marks, 0, text.Length);
        var (best, most, hits) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            hits += marks[i] ? 1 : 0;
            hits -= i >= SnippetLength && marks[i - SnippetLength] ? 1 : 0;
            if (hits > most)
                (best, most) = (Math.Max(0, i + 1 - SnippetLength), hits);
        }
        var first = most == 0 ? 0 : Array.IndexOf(marks, true, best);
        var start = Math.Clamp(first - LeadIn, 0, text.Length - SnippetLength);
        var end = start + SnippetLength;
        if (char.IsLowSurrogate(text[start]))
            start--;
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        return Segments(text, marks, start, end);
    }

    private bool[] Marks(string text)
    {
        var marks = new bool[text.Length];
        folded.Clear().Append(text);
        tokens.Clear();
        Tokenizer.Read(folded.Span, lexicon, tokens);
        foreach (var unit in plan.Units)
        {
            if (!MarkWhole(unit, text.Length, marks))
                MarkTokens(unit, text.Length, marks);
        }
        return marks;
    }

    private bool MarkWhole(QueryUnit unit, int length, bool[] marks)
    {
        var marked = false;
        foreach (var form in unit.Forms)
        {
            for (var at = TextPlaces.IndexOf(folded.Span, form.Text, 0); at >= 0; at = TextPlaces.IndexOf(folded.Span, form.Text, at + 1))
            {
                Mark(at, form.Text.Length, length, marks);
                marked = true;
            }
        }
        return marked;
    }

    /// <summary>Pairs of characters and compound words stand in for a unit that is not there as written.</summary>
    private void MarkTokens(QueryUnit unit, int length, bool[] marks)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var form in unit.Forms)
            {
                if (Array.IndexOf(form.Tokens, tokens.Keys[i]) >= 0)
                    Mark(tokens.Starts[i], tokens.Lengths[i], length, marks);
            }
        }
    }

    private void Mark(int at, int count, int length, bool[] marks)
    {
        var start = folded.Origin(at, length);
        var end = Math.Max(start + 1, folded.Origin(at + count, length));
        marks.AsSpan(start, end - start).Fill(true);
    }

    private static List<TextSegment> Segments(string text, bool[] marks, int start, int end)
    {
        var segments = new List<TextSegment>();
        while (start < end)
        {
            var stop = start + 1;
            while (stop < end && marks[stop] == marks[start])
                stop++;
            segments.Add(new TextSegment(text[start..stop], marks[start]));
            start = stop;
        }
        return segments;
    }
}
