using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace TechMarket.Contracts.Tests;

/// <summary>What holds of every route.</summary>
public sealed class RouteTableTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    private List<(string Method, string Url, bool Body, bool Open)> Routes =>
    [
        .. app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/contracts", StringComparison.Ordinal))
            .Select(e => (
                e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(),
                string.Concat(e.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(Filled)))),
                e.Metadata.GetMetadata<IAcceptsMetadata>() is not null,
                e.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null)),
    ];

    [Fact]
    public async Task A_bad_body_is_refused_everywhere()
    {
        var withBody = Routes.Where(r => r.Body).ToList();
        withBody.Count.ShouldBe(23);
        var before = await app.Fingerprint();
        foreach (var caller in new[] { app.Seller, app.Registrar })
        {
            foreach (var (method, url, _, _) in withBody)
            {
                foreach (var body in new[] { "{}", "[]", "null", "{", "{\"version\":\"one\"}", "" })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                    using var answer = await app.As(caller).SendAsync(request);
                    answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{method} {url} with {body}");
                }
            }
        }
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_signed_in_is_refused_everywhere_but_on_the_open_pages()
    {
        Routes.Where(r => r.Open).Select(r => r.Url.Split('/')[3]).Order().ShouldBe(["turnover", "turnover", "verify"]);
        foreach (var (method, url, _, _) in Routes.Where(r => !r.Open))
        {
            using var answer = await app.As().SendAsync(new HttpRequestMessage(new HttpMethod(method), url));
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {url}");
        }
    }

    [Fact]
    public async Task Every_route_is_described()
    {
        var document = System.Text.Json.JsonDocument.Parse(await app.As().GetStringAsync("/openapi/contracts.json")).RootElement;
        document.GetProperty("paths").EnumerateObject().Sum(p => p.Value.EnumerateObject().Count()).ShouldBe(Routes.Count);
    }

    private static string Filled(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "version" } => "1",
        _ => Guid.CreateVersion7().ToString(),
    };
}
