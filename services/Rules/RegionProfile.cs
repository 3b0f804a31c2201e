namespace TechMarket.Rules;

/// <summary>
/// The rules of one region over time. Choose the rule set by the day the matter began, not by today: a notice keeps the
/// length it started with.
/// </summary>
public sealed record RegionProfile(
    string Code,
    LocalText Name,
    LocalText MarketName,
    bool IsDemonstration,
    string AreaCode,
    IReadOnlyList<RuleSet> RuleSets,
    IReadOnlyList<RuleSet> Drafts)
{
    /// <summary>The rules in force on a day; before the first set, the first one.</summary>
    public RuleSet On(DateOnly day) => RuleSets.LastOrDefault(set => set.EffectiveFrom <= day) ?? RuleSets[0];

    /// <summary>The rules in force in China at an instant.</summary>
    public RuleSet At(DateTimeOffset instant) => On(ChinaTime.DayOf(instant));
}
