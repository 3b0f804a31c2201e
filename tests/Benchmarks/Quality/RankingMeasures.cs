namespace TechMarket.Benchmarks.Quality;

/// <summary>How good rankings are against graded judgments; a document nobody judged counts as grade 0.</summary>
/// <param name="Ndcg10">Gain 2^grade-1, discount log2, cut at 10.</param>
/// <param name="Recall20">Share of the documents of grade 1 and up among the first 20.</param>
/// <param name="Mrr">Reciprocal rank of the first document of grade 2 and up, over the queries that have one.</param>
internal sealed record RankingMeasures(double Ndcg10, double Recall20, double Mrr)
{
    public static RankingMeasures Of(IReadOnlyDictionary<string, Dictionary<string, int>> judgments, Func<string, IReadOnlyList<string>> rank)
    {
        var (ndcg, recall, reciprocal, answerable) = (0d, 0d, 0d, 0);
        foreach (var (query, grades) in judgments)
        {
            var ranked = rank(query);
            ndcg += Gain(ranked.Take(10).Select(id => grades.GetValueOrDefault(id)))
                / Gain(grades.Values.OrderDescending().Take(10));
            recall += ranked.Take(20).Count(id => grades.GetValueOrDefault(id) >= 1) / (double)grades.Values.Count(grade => grade >= 1);
            if (grades.Values.Max() < 2)
                continue;
            answerable++;
            var first = ranked.TakeWhile(id => grades.GetValueOrDefault(id) < 2).Count();
            reciprocal += first < ranked.Count ? 1d / (first + 1) : 0;
        }
        return new RankingMeasures(ndcg / judgments.Count, recall / judgments.Count, reciprocal / answerable);
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}
