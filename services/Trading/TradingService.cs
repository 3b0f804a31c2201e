using TechMarket.Platform;

namespace TechMarket.Trading;

/// <summary>The Trading service's only public surface.</summary>
public static class TradingService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
