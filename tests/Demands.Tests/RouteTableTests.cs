using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TechMarket.Demands.Tests;

public class RouteTableTests(DemandsApp app) : IClassFixture<DemandsApp>
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"version\":\"x\",\"content\":1,\"title\":[],\"reason\":{}}")]
    [InlineData("not json")]
    public async Task A_bad_body_is_refused_on_every_route(string body)
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/demands", StringComparison.Ordinal)).ToList();
        endpoints.Count.ShouldBeGreaterThan(20);
        var asked = 0;
        foreach (var endpoint in endpoints)
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(m => m is "POST" or "PUT"))
            {
                var accepts = endpoint.Metadata.GetOrderedMetadata<IAcceptsMetadata>();
                if (accepts.Count == 0) continue;
                var url = endpoint.RoutePattern.RawText!.Replace("{id:guid}", Guid.CreateVersion7().ToString()).Replace("{source}", "sample").Replace("{externalId}", "X1");
                using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                using var response = await app.As(app.Buyer).SendAsync(request);
                var takesJson = accepts.Any(a => a.ContentTypes.Contains("application/json"));
                response.StatusCode.ShouldBe(takesJson ? HttpStatusCode.BadRequest : HttpStatusCode.UnsupportedMediaType, $"{method} {url}");
                asked++;
            }
        }
        asked.ShouldBeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public async Task Nobody_signed_in_is_asked_to_sign_in_and_public_routes_answer()
    {
        (await app.As().GetAsync("/api/demands")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.As().GetAsync("/api/demands/todo")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.As().GetAsync("/api/demands/by-number/XQ-2026-999999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_description_names_every_address()
    {
        var document = await app.As().GetStringAsync("/openapi/demands.json");
        foreach (var part in new[] { "/api/demands/{id}/publish", "/api/demands/imports", "demands/day-passed", "demands/shortlist-full", "imports/too-many-rows" })
            document.ShouldContain(part);
    }
}
