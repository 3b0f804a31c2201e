using System.Globalization;
using TechMarket.Matching.Engine;

namespace TechMarket.Benchmarks.Quality;

/// <summary>
/// How well the engine tells needs with a good answer (grade 2 and up) from those without, and which threshold the
/// data would choose: leave-one-out, so that no need is judged by a threshold it took part in choosing.
/// </summary>
internal static class NothingFits
{
    public static void Print(JudgedData data, ISearchIndex engine)
    {
        var needs = new List<(string Id, double Confidence, bool Answered, bool Refused)>();
        foreach (var (id, grades) in data.Needs)
        {
            var result = engine.MatchTo(MatchQuery.From(data.Demands[id]));
            needs.Add((id, result.Confidence, grades.Values.Max() >= 2, result.NothingFits));
        }
        var (kept, answerable) = (needs.Count(need => need.Answered && !need.Refused), needs.Count(need => need.Answered));
        var (refused, hopeless) = (needs.Count(need => !need.Answered && need.Refused), needs.Count(need => !need.Answered));
        var left = 0;
        foreach (var need in needs)
        {
            var threshold = Best([.. needs.Where(other => other.Id != need.Id)]);
            left += need.Confidence < threshold == !need.Answered ? 1 : 0;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"nothing fits: {kept} of {answerable} answerable needs keep their answer, {refused} of {hopeless} others are refused; "
            + $"area under the curve {Area(needs):0.000}; threshold the data would choose {Best(needs):0.000}, leave-one-out accuracy {left / (double)needs.Count:0.000}"));
    }

    private static double Area(List<(string Id, double Confidence, bool Answered, bool Refused)> needs)
    {
        var (right, pairs) = (0d, 0);
        foreach (var good in needs.Where(need => need.Answered))
        {
            foreach (var bad in needs.Where(need => !need.Answered))
            {
                right += good.Confidence > bad.Confidence ? 1 : good.Confidence == bad.Confidence ? 0.5 : 0;
                pairs++;
            }
        }
        return right / pairs;
    }

    /// <summary>The threshold that tells the most needs right.</summary>
    private static double Best(List<(string Id, double Confidence, bool Answered, bool Refused)> needs)
    {
        var (best, threshold) = (-1, 0d);
        foreach (var candidate in needs.Select(need => need.Confidence))
        {
            var right = needs.Count(need => need.Confidence >= candidate == need.Answered);
            if (right > best)
                (best, threshold) = (right, candidate);
        }
        return threshold;
    }
}
