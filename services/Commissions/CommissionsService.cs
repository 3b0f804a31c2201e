using TechMarket.Platform;

namespace TechMarket.Commissions;

/// <summary>The Commissions service's only public surface.</summary>
public static class CommissionsService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
