using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TechMarket.Matching.Engine;

namespace TechMarket.Benchmarks.Quality;

/// <summary>The sample postings and the relevance judgments over them.</summary>
internal sealed class JudgedData
{
    public required IReadOnlyList<SearchDocument> Achievements { get; init; }
    public required IReadOnlyDictionary<string, SearchDocument> Demands { get; init; }

    /// <summary>Grades 0-3 by achievement, by demand.</summary>
    public required IReadOnlyDictionary<string, Dictionary<string, int>> Needs { get; init; }

    /// <summary>Grades 0-3 by achievement, by query text.</summary>
    public required IReadOnlyDictionary<string, Dictionary<string, int>> Queries { get; init; }

    public static JudgedData Read(string samples, string judgments)
    {
        var demands = new Dictionary<string, SearchDocument>();
        foreach (var demand in Documents(Path.Combine(samples, "demands.jsonl"), DocumentKind.Demand))
            demands[demand.ExternalId!] = demand;
        return new JudgedData
        {
            Achievements = Documents(Path.Combine(samples, "achievements.jsonl"), DocumentKind.Achievement),
            Demands = demands,
            Needs = Grades(Path.Combine(judgments, "qrels.public.tsv"), 0, 1, 2),
            Queries = Grades(Path.Combine(judgments, "keyword-queries.public.tsv"), 1, 2, 3),
        };
    }

    private static List<SearchDocument> Documents(string path, DocumentKind kind)
    {
        var documents = new List<SearchDocument>();
        foreach (var line in File.ReadLines(path))
        {
            var row = JsonSerializer.Deserialize<Posting>(line)!;
            documents.Add(new SearchDocument
            {
                Id = new Guid(documents.Count + 1, (short)kind, 0, new byte[8]),
                Kind = kind,
                ExternalId = row.Id,
                Title = row.Title,
                Keywords = row.Keywords,
                Summary = row.Abstract ?? row.Description ?? "",
                FieldCode = row.Field,
                Price = row.Price,
                Version = 1,
            });
        }
        return documents;
    }

    private static Dictionary<string, Dictionary<string, int>> Grades(string path, int query, int document, int grade)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split('\t');
            if (!grades.TryGetValue(cells[query], out var judged))
                grades[cells[query]] = judged = [];
            judged[cells[document]] = int.Parse(cells[grade], CultureInfo.InvariantCulture);
        }
        return grades;
    }

    private sealed record Posting(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("keywords")] string[] Keywords,
        [property: JsonPropertyName("abstract")] string? Abstract,
        [property: JsonPropertyName("description")] string? Description,
        [property: JsonPropertyName("field")] string Field,
        [property: JsonPropertyName("price")] decimal? Price);
}
