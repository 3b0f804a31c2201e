using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Rules;

namespace TechMarket.Gateway;

/// <summary>What every page needs to know of this market: its name, its rule profile, the time here, and the code lists.</summary>
static class GetMarket
{
    public sealed record Entry(string Code, string Zh, string En, string? Parent, bool Selectable);

    public sealed record AreaCode(string Code, string Zh, string En, string? Parent);

    public sealed record Response(
        string Name, string NameEn, string Profile, string ProfileName, string ProfileNameEn, string AreaCode, bool IsDemonstration, string? DemonstrationNotice,
        string? DemonstrationNoticeEn, DateTimeOffset ServerTime, IReadOnlyDictionary<string, IReadOnlyList<Entry>> CodeLists, IReadOnlyList<AreaCode> Areas);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<Entry>> Lists = Rules.CodeLists.All.ToDictionary(
        list => CamelCase(list.Key),
        IReadOnlyList<Entry> (list) => [.. list.Select(e => new Entry(e.Code, e.Zh, e.En, e.Parent, e.Selectable))],
        StringComparer.Ordinal);

    private static readonly IReadOnlyList<AreaCode> AllAreas = [.. Areas.All.Select(a => new AreaCode(a.Code, a.Zh, a.En, Areas.ParentOf(a)?.Code))];

    public static Ok<Response> Handle(RegionProfile profile, TimeProvider clock) => TypedResults.Ok(new Response(
        profile.MarketName.Zh, profile.MarketName.En, profile.Code, profile.Name.Zh, profile.Name.En, profile.AreaCode, profile.IsDemonstration,
        profile.IsDemonstration ? "演示规则：公示、审查等法定期限缩短为分钟，仅供演示，不得用于实际业务。" : null,
        profile.IsDemonstration ? "Demonstration rules: statutory periods are shortened to minutes. Not for real business." : null,
        clock.GetUtcNow(), Lists, AllAreas));

    /// <summary>tech-field is techField on the wire.</summary>
    private static string CamelCase(string key)
    {
        var parts = key.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
