using System.Text;
using TechMarket.Matching.Engine;

namespace TechMarket.Benchmarks.Quality;

/// <summary>
/// The line to beat: BM25 (k1 1.2, b 0.75) over pairs of Chinese characters and lower-cased words of title, keywords
/// and text as one field. Written apart from the engine and shares nothing with it.
/// </summary>
internal sealed class PlainBm25
{
    private readonly List<Dictionary<string, int>> counts = [];
    private readonly List<int> lengths = [];
    private readonly List<string> ids = [];
    private readonly Dictionary<string, int> documentsWith = [];

    public PlainBm25(IReadOnlyList<SearchDocument> documents)
    {
        foreach (var document in documents)
        {
            var terms = Terms(Text(document));
            var count = terms.CountBy(term => term).ToDictionary();
            counts.Add(count);
            lengths.Add(terms.Count);
            ids.Add(document.ExternalId!);
            foreach (var term in count.Keys)
                documentsWith[term] = documentsWith.GetValueOrDefault(term) + 1;
        }
    }

    public static string Text(SearchDocument document) =>
        $"{document.Title} {string.Join(' ', document.Keywords)} {document.Summary}";

    /// <param name="repeated">Whether a term that stands twice in the query counts twice.</param>
    public IReadOnlyList<string> Rank(string query, bool repeated)
    {
        var asked = Terms(query).CountBy(term => term).ToDictionary();
        var average = lengths.Average();
        var scores = new List<(double Score, int Row)>();
        for (var row = 0; row < counts.Count; row++)
        {
            var score = 0d;
            foreach (var (term, times) in asked)
            {
                if (!counts[row].TryGetValue(term, out var tf))
                    continue;
                var df = documentsWith[term];
                var idf = Math.Log(1 + (counts.Count - df + 0.5) / (df + 0.5));
                score += (repeated ? times : 1) * idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * lengths[row] / average));
            }
            if (score > 0)
                scores.Add((score, row));
        }
        return [.. scores.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Row).Select(entry => ids[entry.Row])];
    }

    private static List<string> Terms(string text)
    {
        var terms = new List<string>();
        var folded = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        for (var i = 0; i < folded.Length;)
        {
            var start = i;
            if (folded[i] is >= '\u4E00' and <= '\u9FFF')
            {
                while (i < folded.Length && folded[i] is >= '\u4E00' and <= '\u9FFF')
                    i++;
                if (i - start == 1)
                    terms.Add(folded[start..i]);
                for (var k = start; k < i - 1; k++)
                    terms.Add(folded.Substring(k, 2));
            }
            else if (char.IsAsciiLetterOrDigit(folded[i]))
            {
                while (i < folded.Length && char.IsAsciiLetterOrDigit(folded[i]))
                    i++;
                terms.Add(folded[start..i]);
            }
            else
            {
                i++;
            }
        }
        return terms;
    }
}
