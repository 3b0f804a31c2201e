namespace TechMarket.Notifications;

/// <summary>The Notifications service's only public surface.</summary>
public static class NotificationsService
{
    public static void Add(WebApplicationBuilder builder)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
