using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Gateway;

/// <summary>
/// What stands before the services in both forms: security headers, rate limits, the web app's files, and the exchange of the
/// session cookie for a caller. No business.
/// </summary>
public static class GatewayFront
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(RegionProfiles.Get(builder.Configuration["Market:Profile"] ?? "CN"));
        builder.Services.AddSingleton<WebFiles>();
        builder.Services.AddSingleton<ServiceAddresses>();
        builder.Services.AddSingleton<PageHeads>();
        builder.Services.AddHttpClient(PageHeads.Client);
        RateLimits.Add(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
    }

    /// <summary>Before sign-in.</summary>
    public static void Use(WebApplication app)
    {
        app.Use(SecurityHeaders.Apply);
        app.UseMiddleware<WebFileServer>();
        app.UseMiddleware<SessionCookie>();
        app.UseRateLimiter();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/market", GetMarket.Handle).AllowAnonymous();
        routes.MapGet("/sitemap.xml", Sitemap.Handle).AllowAnonymous();
        routes.MapGet("/robots.txt", Sitemap.Robots).AllowAnonymous();
        routes.MapFallback("/api/{**rest}", NothingHere).AllowAnonymous();
        routes.MapFallback(WebPage.Handle).AllowAnonymous();
    }

    private static void NothingHere() => throw PlatformProblems.NotFound.Now();
}
