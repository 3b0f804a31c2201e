using System.Globalization;
using TechMarket.Matching.Engine;

namespace TechMarket.Benchmarks.Quality;

/// <summary>Prints ranking quality of the engine beside plain BM25, and how well it tells when nothing fits.</summary>
internal static class QualityCommand
{
    public static int Run(string[] args)
    {
        var samples = Option(args, "--data") ?? Path.Combine("deploy", "sample");
        var judgments = Option(args, "--judgments")
            ?? (File.Exists(Path.Combine(samples, "qrels.public.tsv")) ? samples : Path.Combine("tests", "Matching.Tests", "Data"));
        var data = JudgedData.Read(samples, judgments);
        var engine = new EmbeddedIndex(DocumentKind.Achievement);
        engine.UpsertMany([.. data.Achievements]);
        var plain = new PlainBm25(data.Achievements);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{data.Achievements.Count} achievements, {data.Needs.Count} judged needs, {data.Queries.Count} judged keyword queries"));
        Console.WriteLine($"{"",-34}{"nDCG@10",9}{"recall@20",11}{"MRR",9}");
        Print("needs     plain BM25, set of terms", RankingMeasures.Of(data.Needs, id => plain.Rank(PlainBm25.Text(data.Demands[id]), repeated: false)));
        Print("needs     plain BM25, repeated", RankingMeasures.Of(data.Needs, id => plain.Rank(PlainBm25.Text(data.Demands[id]), repeated: true)));
        Print("needs     engine", RankingMeasures.Of(data.Needs, id => Matches(engine, data.Demands[id])));
        Print("keywords  plain BM25", RankingMeasures.Of(data.Queries, query => plain.Rank(query, repeated: true)));
        Print("keywords  engine", RankingMeasures.Of(data.Queries, query => Hits(engine, query)));
        NothingFits.Print(data, engine);
        return 0;
    }

    public static IReadOnlyList<string> Matches(ISearchIndex index, SearchDocument demand) =>
        [.. index.MatchTo(MatchQuery.From(demand) with { Take = 50 }).Candidates.Select(candidate => candidate.Document.ExternalId!)];

    public static IReadOnlyList<string> Hits(ISearchIndex index, string text) =>
        [.. index.Search(new SearchQuery { Text = text, Take = 50 }).Hits.Select(hit => hit.Document.ExternalId!)];

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static void Print(string name, RankingMeasures measures) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-34}{measures.Ndcg10,9:0.0000}{measures.Recall20,11:0.0000}{measures.Mrr,9:0.0000}"));
}
