using System.Net.Http.Headers;
using TechMarket.Platform.Security;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace TechMarket.Gateway;

/// <summary>The distributed form: each service's routes go to its address (<c>Services:{name}</c>) with the caller's token.</summary>
static class Forwarding
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient<ISessionExchange, HttpSessionExchange>();
        var routes = new List<RouteConfig>();
        var clusters = new List<ClusterConfig>();
        foreach (var service in ServiceAddresses.Names)
        {
            if (builder.Configuration["Services:" + service] is not { Length: > 0 } address) continue;
            routes.Add(Route(service, "api", $"/api/{service}/{{**rest}}"));
            routes.Add(Route(service, "openapi", $"/openapi/{service}.json"));
            if (service == "identity")
            {
                routes.Add(Route(service, "oauth", "/oauth/{**rest}"));
                routes.Add(Route(service, "well-known", "/.well-known/{**rest}"));
            }
            clusters.Add(new ClusterConfig
            {
                ClusterId = service,
                Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal) { ["one"] = new() { Address = address } },
                HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromMinutes(10) },
            });
        }
        builder.Services.AddReverseProxy().LoadFromMemory(routes, clusters).AddTransforms(transforms => transforms.AddRequestTransform(CarryToken));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapReverseProxy();

    private static RouteConfig Route(string service, string name, string path) => new()
    {
        RouteId = $"{service}-{name}",
        ClusterId = service,
        Match = new RouteMatch { Path = path },
        AuthorizationPolicy = "anonymous",
    };

    private static ValueTask CarryToken(RequestTransformContext context)
    {
        if (context.HttpContext.Items[SessionCookie.TokenKey] is string token)
            context.ProxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return ValueTask.CompletedTask;
    }
}
