namespace TechMarket.Matching;

/// <summary>The Matching service's only public surface.</summary>
public static class MatchingService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
