namespace TechMarket.Matching.Engine;

/// <summary>
/// Finds what answers a longer text: the best two dozen terms choose candidates, all terms and the circumstances rank them.
/// </summary>
internal static class Matcher
{
    private const int ChoosingTerms = 25;
    private const int Candidates = 100;
    private const int ShownTerms = 6;

    /// <summary>The best text score counts fully only when it reaches this share of the most a document could have.</summary>
    private const float FullScoreShare = 0.25f;

    public static MatchResult Run(View view, Lexicon lexicon, CodeTables codes, MatchQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, Candidates);

        var asked = new MatchTerms(query, view, lexicon);
        var rows = Choose(view, codes, query, asked.All);
        if (rows.Length == 0)
            return new MatchResult(NothingFits: true, 0, []);
        var texts = new float[rows.Length];
        var covered = new float[rows.Length];
        Weigh(view, asked.All, rows, texts, covered);

        var (possible, known) = (0f, 0f);
        foreach (var term in asked.All)
        {
            possible += term.Value;
            known += term.Extra ? 0 : term.Value;
        }
        var best = FullScoreShare * possible;
        foreach (var text in texts)
            best = Math.Max(best, text);
        var candidates = new List<MatchCandidate>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            candidates.Add(Candidate(view, asked, query, rows[i], texts[i] / best, covered[i] / known));
        var confidence = 0d;
        for (var i = 0; i < rows.Length; i++)
            confidence = Math.Max(confidence, covered[i] / known);
        candidates.Sort(BestFirst);
        if (candidates.Count > query.Take)
            candidates.RemoveRange(query.Take, candidates.Count - query.Take);
        return new MatchResult(confidence < MatchScore.LeastCoverage, confidence, candidates);
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

    /// <summary>Each row's text score, and the value of the asked terms it holds at all.</summary>
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
                covered[i] += term.Extra ? 0 : term.Value;
            }
        }
    }

    private static MatchCandidate Candidate(View view, MatchTerms asked, MatchQuery query, int row, float text, float coverage)
    {
        var document = view.Columns.Documents[row];
        var reasons = MatchScore.Circumstances(query, document);
        reasons.Insert(0, new MatchReason(MatchReasonKind.SharedTerms, MatchScore.SharedTerms * text, Shared(view, asked, row)));
        return new MatchCandidate(document, MatchScore.Sum(reasons), coverage >= MatchScore.LeastCoverage, reasons);
    }

    /// <summary>The best asked terms the row holds, as a reader would say them: words and known terms, no part of another.</summary>
    private static List<string> Shared(View view, MatchTerms asked, int row)
    {
        var shown = new List<string>();
        foreach (var term in asked.All)
        {
            if (term.Documents == 0 || !Has(view, term.Key, row))
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

    private static int BestFirst(MatchCandidate left, MatchCandidate right)
    {
        var by = right.Score.CompareTo(left.Score);
        return by != 0 ? by : left.Document.Id.CompareTo(right.Document.Id);
    }

    private readonly struct SumOrder(Accumulator sums) : IComparer<int>
    {
        public int Compare(int left, int right)
        {
            var by = sums[right].CompareTo(sums[left]);
            return by != 0 ? by : left.CompareTo(right);
        }
    }
}
