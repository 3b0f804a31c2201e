using System.Buffers;

namespace TechMarket.Matching.Engine;

/// <summary>Answers a search on one view: candidates, filters and counts, scores, page, highlights.</summary>
internal static class KeywordSearch
{
    /// <summary>
    /// Documents with only a part of the query are added, below the others, when fewer than this many hold all of it.
    /// Filters do not change this decision, so choosing a facet value gives exactly the number shown at it.
    /// </summary>
    public const int EnoughComplete = 10;

    /// <summary>So many documents are listed at most when partial matches are added: the best of them, not all with one word in common.</summary>
    public const int MostWithPartial = 50;

    /// <summary>Lifts every complete match above every partial one; float keeps seven digits of the sum.</summary>
    private const float CompleteBonus = 1000f;

    public static SearchResult Run(View view, Lexicon lexicon, CodeTables codes, SearchQuery query)
    {
        if (query.Skip < 0 || query.Take is < 0 or > SearchQuery.LongestPage || query.Skip > SearchQuery.DeepestResult - query.Take)
            throw new ArgumentOutOfRangeException(nameof(query), "The page is outside of what may be read.");

        var browse = string.IsNullOrWhiteSpace(query.Text);
        var plan = QueryPlan.Of(query.Text, lexicon);
        var scores = ArrayPool<float>.Shared.Rent(Math.Max(1, view.Rows));
        var candidates = browse ? RowList.Intersection([], view.Rows)
            : plan.Units.Count == 0 ? RowList.Empty
            : Candidates(view, plan, query.IncludeRestricted, scores);
        try
        {
            return Answer(view, lexicon, codes, query, plan, candidates.Span, scores, browse);
        }
        finally
        {
            candidates.Return();
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private static SearchResult Answer(
        View view, Lexicon lexicon, CodeTables codes, SearchQuery query, QueryPlan plan,
        ReadOnlySpan<uint> candidates, float[] scores, bool browse)
    {
        var filter = new FilterSet(query.Filter, codes, view.Columns);
        var counts = query.WithFacets ? new FacetCounts(codes, view.Columns) : null;
        var order = browse && query.Order == SearchOrder.Relevance ? SearchOrder.Newest : query.Order;
        var top = new TopRows<ResultOrder>(query.Skip + query.Take, new ResultOrder(order, view.Columns, scores));
        var (total, complete) = (0, 0);
        foreach (var posting in candidates)
        {
            var row = Postings.Row(posting);
            if (!view.IsVisible(row, query.IncludeRestricted))
                continue;
            var failing = filter.Failing(row);
            counts?.Count(row, failing);
            if (failing != 0)
                continue;
            total++;
            complete += browse || scores[row] >= CompleteBonus ? 1 : 0;
            top.Add(row);
        }
        var highlighter = query.WithHighlights ? new Highlighter(plan, lexicon) : null;
        var hits = new List<SearchHit>(query.Take);
        var sorted = top.Sorted();
        for (var i = query.Skip; i < sorted.Length; i++)
        {
            var row = sorted[i];
            var document = view.Columns.Documents[row];
            var whole = browse || scores[row] >= CompleteBonus;
            hits.Add(new SearchHit(
                document, browse ? 0 : Math.Round(scores[row] - (whole ? CompleteBonus : 0), 4), whole,
                highlighter?.Title(document.Title) ?? [], highlighter?.Snippet(document.Summary) ?? []));
        }
        return new SearchResult(total, complete, hits, counts?.ToLists(query.Filter) ?? []);
    }

    /// <summary>The rows that answer the text, with their scores set.</summary>
    private static RowList Candidates(View view, QueryPlan plan, bool includeRestricted, float[] scores)
    {
        var lists = new List<RowList>(plan.Units.Count);
        foreach (var unit in plan.Units)
            lists.Add(UnitRows.Find(view, unit));
        var byUnit = lists.ToArray();
        var complete = RowList.Intersection(lists, view.Rows);
        var result = complete;
        if (HasParts(plan) && !Enough(view, complete, includeRestricted))
        {
            result = WithPartial(view, plan, complete, includeRestricted, scores);
            complete.Return();
        }
        else
        {
            Score(view, plan, byUnit, complete.Span, scores);
        }
        foreach (var list in byUnit)
            list.Return();
        return result;
    }

    private static bool HasParts(QueryPlan plan) => plan.Units.Count > 1 || plan.Units[0].Written.Tokens.Length > 1;

    private static bool Enough(View view, RowList complete, bool includeRestricted)
    {
        var visible = 0;
        foreach (var posting in complete.Span)
        {
            if (view.IsVisible(Postings.Row(posting), includeRestricted) && ++visible == EnoughComplete)
                return true;
        }
        return false;
    }

    private static void Score(View view, QueryPlan plan, RowList[] byUnit, ReadOnlySpan<uint> rows, float[] scores)
    {
        foreach (var posting in rows)
            scores[Postings.Row(posting)] = CompleteBonus;
        foreach (var term in plan.Terms)
        {
            var list = view.Postings.Find(term.Key, view.Rows);
            if (list.Length > 0)
                AddAlong(rows, list, term.Weight * Bm25.Weight(list.Length, view.Rows), scores);
        }
        for (var i = 0; i < byUnit.Length; i++)
        {
            if (plan.Units[i].IsSingleCharacter)
                AddAlong(rows, byUnit[i].Span, Bm25.Weight(byUnit[i].Count, view.Rows), scores);
        }
        foreach (var form in plan.OtherNames)
        {
            var list = UnitRows.Find(view, form);
            AddAlong(rows, list.Span, QueryPlan.OtherNameWeight * Bm25.Weight(list.Count, view.Rows), scores);
            list.Return();
        }
    }

    private static void AddAlong(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> list, float weight, float[] scores)
    {
        var place = 0;
        foreach (var posting in rows)
        {
            var row = Postings.Row(posting);
            place = Postings.Advance(list, place, row);
            if (place == list.Length)
                return;
            if (Postings.Row(list[place]) == row)
                scores[row] += weight * Postings.Impact(list[place]);
        }
    }

    /// <summary>The complete rows and the best of the others.</summary>
    private static RowList WithPartial(View view, QueryPlan plan, RowList complete, bool includeRestricted, float[] scores)
    {
        var points = Accumulator.Take(view.Rows);
        foreach (var term in plan.Terms)
        {
            var list = view.Postings.Find(term.Key, view.Rows);
            if (list.Length > 0)
                points.AddImpacts(list, term.Weight * Bm25.Weight(list.Length, view.Rows));
        }
        foreach (var form in plan.OtherNames)
        {
            var list = UnitRows.Find(view, form);
            points.AddImpacts(list.Span, QueryPlan.OtherNameWeight * Bm25.Weight(list.Count, view.Rows));
            list.Return();
        }
        foreach (var row in points.Touched)
            scores[row] = points[row];
        foreach (var posting in complete.Span)
            scores[Postings.Row(posting)] = CompleteBonus + points[Postings.Row(posting)];
        var best = new TopRows<ResultOrder>(MostWithPartial, new ResultOrder(SearchOrder.Relevance, view.Columns, scores));
        foreach (var row in points.Touched)
        {
            if (view.IsVisible(row, includeRestricted))
                best.Add(row);
        }
        points.Return();
        var rows = best.Sorted();
        var found = ArrayPool<uint>.Shared.Rent(Math.Max(1, rows.Length));
        for (var i = 0; i < rows.Length; i++)
            found[i] = Postings.Pack(rows[i], 1);
        return new RowList(found, rows.Length, rented: true);
    }
}
