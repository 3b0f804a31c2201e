using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using TechMarket.Gateway;
using TechMarket.Platform;
using TechMarket.Platform.Messaging;

namespace TechMarket.SystemTests.Running;

/// <summary>A route as the composed product has it.</summary>
/// <param name="Path">Without constraints, as in the OpenAPI document.</param>
/// <param name="Demands">It says who may come: somebody signed in, or expressly everybody.</param>
public sealed record Route(string Method, string Path, bool Anonymous, bool Demands, bool Described, bool TakesFile)
{
    public string Name => $"{Method} {Path}";
}

/// <summary>The product's services and their routes, composed as the standalone host does but not started.</summary>
static class ComposedRoutes
{
    public static readonly IReadOnlyList<string> Services = ["Identity", "Listings", "Demands", "Matching", "Trading", "Contracts", "Commissions", "Payments", "Notifications"];

    public static Assembly AssemblyOf(string service) => Assembly.Load("TechMarket." + service);

    /// <summary>The queue of every reaction with the wire name of its fact.</summary>
    public static Task<List<(string Queue, string Urn)>> Reactions() => Compose(builder => Task.FromResult(
        builder.Services.Where(s => s.ServiceType == typeof(ReactionRegistration)).Select(s => (ReactionRegistration)s.ImplementationInstance!)
            .Select(r => (r.Queue, FactCatalogue.UrnOf(r.Fact))).ToList()));

    public static Task<IReadOnlyList<Route>> Read() => Compose(async builder =>
    {
        PlatformHost.Deliver(builder);
        await using var app = builder.Build();
        PlatformHost.Use(app, GatewayFront.Use);
        foreach (var service in Services) Call(service, "Map", app);
        GatewayFront.Map(app);
        return (IReadOnlyList<Route>)[.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().SelectMany(Of)];
    });

    private static async Task<T> Compose<T>(Func<WebApplicationBuilder, Task<T>> read)
    {
        var folder = Directory.CreateTempSubdirectory("techmarket-routes-");
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Market:Profile"] = "demo", ["ConnectionStrings:Market"] = "Host=127.0.0.1", ["Identity:Authority"] = "http://127.0.0.1",
                ["Identity:KeysFolder"] = folder.FullName, ["Files:Folder"] = folder.FullName, ["Matching:SnapshotFolder"] = folder.FullName,
            });
            PlatformHost.Add(builder);
            GatewayFront.Add(builder);
            foreach (var service in Services) Call(service, "Add", builder);
            return await read(builder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Call(string service, string method, object argument) =>
        AssemblyOf(service).GetType($"TechMarket.{service}.{service}Service", throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [argument]);

    private static IEnumerable<Route> Of(RouteEndpoint endpoint)
    {
        var anonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var path = "/" + string.Join('/', (endpoint.RoutePattern.RawText ?? "").Trim('/').Split('/').Select(Plain));
        var described = endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true };
        var file = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") == true;
        return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"])
            .Select(m => new Route(m, path, anonymous, anonymous || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null, described, file));
    }

    /// <summary><c>{id:guid}</c> is <c>{id}</c> in the document; a catch-all keeps its constraint.</summary>
    private static string Plain(string part) =>
        part.StartsWith('{') && !part.StartsWith("{*", StringComparison.Ordinal) && part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? part[..colon] + "}" : part;
}
