namespace TechMarket.Matching.Engine;

/// <summary>
/// Finds what answers a longer text: the best two dozen terms choose candidates, all terms and the circumstances rank them.
/// </summary>
internal static class Matcher
{
    private const int ChoosingTerms = 25;
    private const int Candidates = 100;
    private const int ShownTerms = 6;

    /// <summary>Whether anything fits is decided on the first of the ranking, not on what nobody looks at.</summary>
    private const int Considered = 10;

    public static MatchResult Run(View view, Lexicon lexicon, CodeTables codes, MatchQuery query)
    {
        if (query.Take is < 0 or > Candidates)
            throw new ArgumentOutOfRangeException(nameof(query), $"At most {Candidates} candidates are ranked.");

        var asked = new MatchTerms(query, view, lexicon);
        var rows = Choose(view, codes, query, asked.All);
        if (rows.Length == 0)
            return new MatchResult(NothingFits: true, 0, []);
        var texts = new float[rows.Length];
        var covered = new float[rows.Length];
        Weigh(view, asked.All, rows, texts, covered);

        var best = 0f;
        foreach (var text in texts)
            best = Math.Max(best, text);
        var ranked = new List<Ranked>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var document = view.Columns.Documents[rows[i]];
            var reasons = MatchScore.Circumstances(query, document);
            reasons.Insert(0, new MatchReason(MatchReasonKind.SharedTerms, MatchScore.SharedTerms * texts[i] / best, []));
            ranked.Add(new Ranked(rows[i], document, MatchScore.Sum(reasons), MatchScore.Fit(query, document, covered[i]), reasons));
        }
        ranked.Sort(BestFirst);
        var confidence = 0d;
        for (var i = 0; i < Math.Min(Considered, ranked.Count); i++)
            confidence = Math.Max(confidence, ranked[i].Fit);
        var candidates = new List<MatchCandidate>(query.Take);
        for (var i = 0; i < Math.Min(query.Take, ranked.Count); i++)
        {
            var (row, document, score, fit, reasons) = ranked[i];
            reasons[0] = reasons[0] with { Values = Shared(view, asked, row) };
            candidates.Add(new MatchCandidate(document, score, fit, fit >= MatchScore.LeastFit, reasons));
        }
        return new MatchResult(confidence < MatchScore.LeastFit, confidence, candidates);
    }

    private static int[] Choose(View view, CodeTables codes, MatchQuery query, IReadOnlyList<AskedTerm> asked)
    {
        var filter = new FilterSet(query.Filter, codes, view.Columns);
        var sums = Accumulator.Take(view.Rows);
        var used = 0;
        for (var i = 0; i < asked.Count && used < ChoosingTerms; i++)
        {
            if (asked[i].Documents == 0 || asked[i].Value <= 0)
                continue;
            sums.AddImpacts(view.Postings.Find(asked[i].Key, view.Rows), asked[i].Value / 255f);
            used++;
        }
        var top = new TopRows<SumOrder>(Candidates, new SumOrder(sums));
        foreach (var row in sums.Touched)
        {
            if (view.IsVisible(row, query.IncludeRestricted) && filter.Failing(row) == 0)
                top.Add(row);
        }
        var rows = top.Sorted().ToArray();
        sums.Return();
        Array.Sort(rows);
        return rows;
    }

    /// <summary>Each row's text score, and the share of what is asked that it holds at all.</summary>
    private static void Weigh(View view, IReadOnlyList<AskedTerm> asked, int[] rows, float[] texts, float[] covered)
    {
        foreach (var term in asked)
        {
            if (term.Documents == 0)
                continue;
            var list = view.Postings.Find(term.Key, view.Rows);
            var place = 0;
            for (var i = 0; i < rows.Length; i++)
            {
                place = Postings.Advance(list, place, rows[i]);
                if (place == list.Length)
                    break;
                if (Postings.Row(list[place]) != rows[i])
                    continue;
                texts[i] += term.Value * Postings.Impact(list[place]) / 255f;
                covered[i] += term.Share;
            }
        }
    }

    /// <summary>The best asked terms the row holds, as a reader would say them; bare pairs of characters are no words and are not shown.</summary>
    private static List<string> Shared(View view, MatchTerms asked, int row)
    {
        var shown = new List<string>();
        foreach (var term in asked.All)
        {
            if (term.Documents == 0 || !term.IsWord || !Has(view, term.Key, row))
                continue;
            var text = asked.TextOf(term);
            if (shown.Exists(other => other.Contains(text, StringComparison.Ordinal)))
                continue;
            shown.RemoveAll(other => text.Contains(other, StringComparison.Ordinal));
            shown.Add(text);
            if (shown.Count == ShownTerms)
                break;
        }
        return shown;
    }

    private static bool Has(View view, ulong term, int row)
    {
        var list = view.Postings.Find(term, view.Rows);
        var place = Postings.Advance(list, 0, row);
        return place < list.Length && Postings.Row(list[place]) == row;
    }

    private static int BestFirst(Ranked left, Ranked right)
    {
        var by = right.Score.CompareTo(left.Score);
        return by != 0 ? by : left.Document.Id.CompareTo(right.Document.Id);
    }

    private readonly record struct Ranked(int Row, SearchDocument Document, double Score, double Fit, List<MatchReason> Reasons);

    private readonly struct SumOrder(Accumulator sums) : IComparer<int>
    {
        public int Compare(int left, int right)
        {
            var by = sums[right].CompareTo(sums[left]);
            return by != 0 ? by : left.CompareTo(right);
        }
    }
}
