using System.Buffers;

namespace TechMarket.Matching.Engine;

/// <summary>Finds the rows that hold a unit of a query in any of its forms.</summary>
internal static class UnitRows
{
    public static RowList Find(View view, QueryUnit unit)
    {
        if (unit.IsSingleCharacter)
            return WithCharacter(view, unit.Written.Text[0]);
        var rows = Find(view, unit.Written);
        for (var i = 1; i < unit.Forms.Count; i++)
            rows = RowList.Union(rows, Find(view, unit.Forms[i]));
        return rows;
    }

    /// <summary>A known term is one list; any other text is the intersection of its tokens, proven on the document.</summary>
    public static RowList Find(View view, Phrase phrase)
    {
        if (phrase.Whole != 0 && view.Postings.Knows(phrase.Whole))
            return view.Postings.List(phrase.Whole, view.Rows);
        if (phrase.Tokens.Length == 0)
            return RowList.Empty;
        var lists = new List<RowList>(phrase.Tokens.Length);
        foreach (var token in phrase.Tokens)
        {
            var list = view.Postings.List(token, view.Rows);
            if (list.Count == 0)
                return RowList.Empty;
            lists.Add(list);
        }
        if (lists.Count == 1)
            return lists[0];
        var found = RowList.Intersection(lists, view.Rows);
        return phrase.Verify ? Proven(view, phrase.Text, found) : found;
    }

    private static RowList Proven(View view, string text, RowList rows)
    {
        var proven = ArrayPool<uint>.Shared.Rent(Math.Max(1, rows.Count));
        var folded = new FoldedText();
        var count = 0;
        foreach (var posting in rows.Span)
        {
            if (Holds(view.Columns.Documents[Postings.Row(posting)], text, folded))
                proven[count++] = posting;
        }
        rows.Return();
        return new RowList(proven, count, rented: true);
    }

    private static bool Holds(SearchDocument document, string text, FoldedText folded)
    {
        folded.Clear().Append(document.Title).Break();
        for (var i = 0; i < document.Keywords.Count; i++)
            folded.Append(document.Keywords[i]).Break();
        folded.Append(document.Summary);
        return TextPlaces.IndexOf(folded.Span, text, 0) >= 0;
    }

    /// <summary>Every pair of characters with this one in it, and the character alone.</summary>
    private static RowList WithCharacter(View view, char character)
    {
        var best = ArrayPool<byte>.Shared.Rent(Math.Max(1, view.Rows));
        best.AsSpan(0, view.Rows).Clear();
        view.Postings.ForEach(view.Rows, (term, list) =>
        {
            if (!TermKey.Holds(term, character))
                return;
            foreach (var posting in list)
            {
                ref var impact = ref best[Postings.Row(posting)];
                impact = Math.Max(impact, Postings.Impact(posting));
            }
        });
        var rows = ArrayPool<uint>.Shared.Rent(Math.Max(1, view.Rows));
        var count = 0;
        for (var row = 0; row < view.Rows; row++)
        {
            if (best[row] > 0)
                rows[count++] = Postings.Pack(row, best[row]);
        }
        ArrayPool<byte>.Shared.Return(best);
        return new RowList(rows, count, rented: true);
    }
}

/// <summary>Finds terms in folded text; Latin letters and digits only as whole words.</summary>
internal static class TextPlaces
{
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> term, int from)
    {
        while (from <= text.Length - term.Length)
        {
            var at = text[from..].IndexOf(term, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            at += from;
            if (!Splits(text, at) && !Splits(text, at + term.Length))
                return at;
            from = at + 1;
        }
        return -1;
    }

    private static bool Splits(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length && Tokenizer.IsWordPart(text, at - 1) && Tokenizer.IsWordPart(text, at);
}
