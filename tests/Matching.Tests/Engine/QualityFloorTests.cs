using TechMarket.Benchmarks.Quality;
using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

/// <summary>On the judged sample data the engine stays above plain BM25; <c>tests/Benchmarks quality</c> prints the details.</summary>
public sealed class QualityFloorTests
{
    private static readonly JudgedData Data = JudgedData.Read(
        Path.Combine(AppContext.BaseDirectory, "Data"), Path.Combine(AppContext.BaseDirectory, "Data"));
    private static readonly PlainBm25 Plain = new(Data.Achievements);
    private readonly EmbeddedIndex engine = new(DocumentKind.Achievement);

    public QualityFloorTests() => engine.UpsertMany([.. Data.Achievements]);

    [Fact]
    public void The_sample_data_is_all_there()
    {
        (Data.Achievements.Count, Data.Demands.Count, Data.Needs.Count, Data.Queries.Count).ShouldBe((391, 206, 59, 50));
        engine.Count.ShouldBe(391);
    }

    [Fact]
    public void Matching_needs_ranks_better_than_plain_BM25()
    {
        var ours = RankingMeasures.Of(Data.Needs, id => [.. engine.MatchTo(MatchQuery.From(Data.Demands[id]) with { Take = 50 })
            .Candidates.Select(candidate => candidate.Document.ExternalId!)]);
        var plain = RankingMeasures.Of(Data.Needs, id => Plain.Rank(PlainBm25.Text(Data.Demands[id]), repeated: true));
        ours.Ndcg10.ShouldBeGreaterThan(plain.Ndcg10);
        ours.Recall20.ShouldBeGreaterThan(plain.Recall20);
        ours.Mrr.ShouldBeGreaterThan(plain.Mrr);
        ours.Ndcg10.ShouldBeGreaterThan(0.865);
    }

    [Fact]
    public void Keyword_search_ranks_better_than_plain_BM25()
    {
        var ours = RankingMeasures.Of(Data.Queries, query => [.. engine.Search(new SearchQuery { Text = query, Take = 50 })
            .Hits.Select(hit => hit.Document.ExternalId!)]);
        var plain = RankingMeasures.Of(Data.Queries, query => Plain.Rank(query, repeated: true));
        ours.Ndcg10.ShouldBeGreaterThan(plain.Ndcg10);
        ours.Recall20.ShouldBeGreaterThan(plain.Recall20);
        ours.Mrr.ShouldBeGreaterThan(plain.Mrr);
    }

    [Fact]
    public void Most_needs_with_a_good_answer_keep_it_and_most_without_one_are_told_that_nothing_fits()
    {
        var (kept, refused) = (0, 0);
        foreach (var (id, grades) in Data.Needs)
        {
            var nothing = engine.MatchTo(MatchQuery.From(Data.Demands[id])).NothingFits;
            kept += grades.Values.Max() >= 2 && !nothing ? 1 : 0;
            refused += grades.Values.Max() < 2 && nothing ? 1 : 0;
        }
        kept.ShouldBeGreaterThanOrEqualTo(36);
        refused.ShouldBeGreaterThanOrEqualTo(9);
    }
}
