using TechMarket.Platform;

namespace TechMarket.Contracts;

/// <summary>The Contracts service's only public surface.</summary>
public static class ContractsService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
