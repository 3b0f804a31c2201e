using TechMarket.Matching.Index;
using TechMarket.Matching.Matches;
using TechMarket.Messages;
using TechMarket.Platform;

namespace TechMarket.Matching;

/// <summary>The Matching service's only public surface.</summary>
public static class MatchingService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<MatchingDb>("matching");
        builder.AddReaction<MatchingDb, OnAchievementPublished, AchievementPublished>("matching.achievement-published");
        builder.AddReaction<MatchingDb, OnAchievementStatusChanged, AchievementStatusChanged>("matching.achievement-status-changed");
        builder.AddReaction<MatchingDb, OnDemandPublished, DemandPublished>("matching.demand-published");
        builder.AddReaction<MatchingDb, OnDemandStatusChanged, DemandStatusChanged>("matching.demand-status-changed");
        builder.Services.AddSingleton<MarketIndex>();
        builder.Services.AddSingleton<SnapshotFile>();
        builder.Services.AddScoped<NewMatches>();
        builder.Services.AddSingleton<IndexFeeder>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<IndexFeeder>());
        builder.Services.AddValidation();
    }

    public static void Map(IEndpointRouteBuilder routes) => Routes.Map(routes.MapMarketService("matching"));
}
