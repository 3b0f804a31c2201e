using TechMarket.Platform;

namespace TechMarket.Listings;

/// <summary>The Listings service's only public surface.</summary>
public static class ListingsService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
