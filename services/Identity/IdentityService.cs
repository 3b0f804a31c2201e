using TechMarket.Platform;

namespace TechMarket.Identity;

/// <summary>The Identity service's only public surface.</summary>
public static class IdentityService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
