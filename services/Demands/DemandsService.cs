namespace TechMarket.Demands;

/// <summary>The Demands service's only public surface.</summary>
public static class DemandsService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
