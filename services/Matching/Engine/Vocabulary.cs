using System.Runtime.InteropServices;

namespace TechMarket.Matching.Engine;

/// <summary>
/// Learns terms from documents: every keyword, and a title's pieces once two documents have used them. A new term's
/// postings over the documents already there are found before readers hear of it, so nothing is indexed again.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongestTitlePiece = 8;
    private const int MostSightings = 500_000;
    private static readonly string[] Breaks = [.. WordLists.TitleBreaks()];

    private readonly HashSet<ulong> seenOnce = [];
    private readonly FoldedText text = new();

    public Lexicon Lexicon { get; } = new();

    /// <summary>Writer only.</summary>
    public void Learn(SearchDocument document, View view, DocumentAnalysis analysis)
    {
        for (var i = 0; i < document.Keywords.Count; i++)
            Learn(text.Clear().Append(document.Keywords[i]).Span.Trim(), view, analysis);
        foreach (var piece in TitlePieces(document.Title))
        {
            var key = TermKey.Of(piece);
            if (seenOnce.Contains(key))
                Learn(piece, view, analysis);
            else if (seenOnce.Count < MostSightings)
                seenOnce.Add(key);
        }
    }

    private List<string> TitlePieces(string title)
    {
        var pieces = new List<string>();
        var folded = text.Clear().Append(title).Span;
        var start = 0;
        for (var i = 0; i <= folded.Length;)
        {
            var cut = i == folded.Length || !Tokenizer.IsHan(folded[i]) ? 1 : BreakAt(folded, i);
            if (cut == 0)
            {
                i++;
                continue;
            }
            if (i - start is >= 2 and <= LongestTitlePiece)
                pieces.Add(folded[start..i].ToString());
            i += cut;
            start = i;
        }
        return pieces;
    }

    private static int BreakAt(ReadOnlySpan<char> title, int from)
    {
        foreach (var word in Breaks)
        {
            if (title[from..].StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }
        return 0;
    }

    private void Learn(ReadOnlySpan<char> term, View view, DocumentAnalysis analysis)
    {
        if (!Lexicon.Accepts(term) || Lexicon.Contains(term))
            return;
        var word = term.ToString();
        if (word.Length >= 3)
            Backfill(word, view, analysis);
        Lexicon.Publish(word);
    }

    private void Backfill(string word, View view, DocumentAnalysis analysis)
    {
        var pairs = new ulong[word.Length - 1];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = TermKey.Of(word.AsSpan(i, 2));
        var rows = UnitRows.Find(view, new Phrase(word, pairs, Whole: 0, Verify: true));
        if (rows.Count > 0)
        {
            var postings = new List<uint>(rows.Count);
            foreach (var posting in rows.Span)
            {
                var row = Postings.Row(posting);
                postings.Add(Postings.Pack(row, analysis.ImpactOf(word, view.Columns.Documents[row], Lexicon)));
            }
            view.Postings.AddList(TermKey.Of(word), [.. CollectionsMarshal.AsSpan(postings)], postings.Count);
        }
        rows.Return();
    }
}
