using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechMarket.Rules;

/// <summary>
/// All region profiles. A profile may build on another: it then states only what differs, and each dated set of the
/// other continues underneath.
/// </summary>
public static class RegionProfiles
{
    static readonly string[] Codes = ["demo", "CN", "GS", "LN", "ZJ"];
    static readonly Lazy<IReadOnlyDictionary<string, RegionProfile>> Loaded = new(Load);

    public static IReadOnlyList<RegionProfile> All => [.. Codes.Select(code => Loaded.Value[code])];

    /// <summary>The profile of that code, whatever its case; an unknown code is a mistake in the configuration.</summary>
    public static RegionProfile Get(string code) => Find(code)
        ?? throw new ArgumentException($"There is no region profile '{code}'. Known: {string.Join(", ", Codes)}.", nameof(code));

    public static RegionProfile? Find(string code) => Loaded.Value.GetValueOrDefault(code);

    static Dictionary<string, RegionProfile> Load()
    {
        var files = Codes.ToDictionary(code => code, code => RuleData.Read<ProfileFile>($"profiles/{code}.json"));
        return Codes.ToDictionary(code => code, code => Build(files[code], files), StringComparer.OrdinalIgnoreCase);
    }

    static RegionProfile Build(ProfileFile file, Dictionary<string, ProfileFile> files)
    {
        var layers = new List<ProfileFile> { file };
        while (layers[0].BasedOn is { } below) layers.Insert(0, files[below]);
        var sets = InForce(layers);
        return new RegionProfile(
            file.Code, file.Name, file.MarketName, file.IsDemonstration, file.AreaCode, sets,
            [.. file.RuleSets.Where(set => set.EffectiveFrom is null).Select(set => Compose([Under(layers, sets[^1]), set], DateOnly.MaxValue, null))]);
    }

    /// <summary>One composed set for every day on which any layer changes.</summary>
    static List<RuleSet> InForce(List<ProfileFile> layers)
    {
        var starts = layers.SelectMany(layer => layer.RuleSets).Select(set => set.EffectiveFrom).OfType<DateOnly>().Distinct().Order().ToList();
        var sets = new List<RuleSet>();
        for (var i = 0; i < starts.Count; i++)
        {
            DateOnly? end = i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : null;
            var parts = layers.SelectMany(layer => Until(layer, starts[i])).ToList();
            sets.Add(Compose(parts, starts[i], end));
        }
        return sets;
    }

    /// <summary>A layer's sets up to a day, oldest first: a later set restates only what it changes.</summary>
    static IEnumerable<RuleSetFile> Until(ProfileFile layer, DateOnly day) =>
        layer.RuleSets.Where(set => set.EffectiveFrom <= day).OrderBy(set => set.EffectiveFrom);

    static RuleSetFile Under(List<ProfileFile> layers, RuleSet latest)
    {
        var rules = new Dictionary<string, Rule>();
        foreach (var part in layers.SelectMany(layer => Until(layer, latest.EffectiveFrom)))
            foreach (var (key, rule) in part.Rules) rules[key] = rule;
        return new RuleSetFile(latest.EffectiveFrom, latest.Title, rules);
    }

    static RuleSet Compose(List<RuleSetFile> parts, DateOnly from, DateOnly? to)
    {
        var values = new JsonObject();
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, rule) in parts.SelectMany(part => part.Rules))
        {
            values[key] = rule.Value?.DeepClone();
            sources[key] = rule.Source;
        }
        var set = values.Deserialize<RuleSet>(RuleData.Options) ?? throw new InvalidDataException("A rule set is empty.");
        return set with { Title = parts[^1].Title, EffectiveFrom = from, EffectiveTo = to, Sources = sources };
    }

    sealed record ProfileFile(
        string Code, LocalText Name, LocalText MarketName, bool IsDemonstration, string AreaCode, string? BasedOn,
        IReadOnlyList<RuleSetFile> RuleSets);

    /// <summary>Without a first day of effect it is a draft: readable, never in force.</summary>
    sealed record RuleSetFile(DateOnly? EffectiveFrom, LocalText Title, IReadOnlyDictionary<string, Rule> Rules);

    sealed record Rule(JsonNode? Value, string Source);
}
