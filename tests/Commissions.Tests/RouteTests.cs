using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Tests;

public sealed class RouteTests(SharedApp shared) : CommissionsTests(shared)
{
    private IReadOnlyList<RouteEndpoint> Own() =>
    [
        .. App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/commissions", StringComparison.Ordinal) && !e.RoutePattern.RawText.Contains("operations", StringComparison.Ordinal)),
    ];

    /// <summary>The route's address with an id nobody has in each of its gaps.</summary>
    private static string Address(RouteEndpoint route) => string.Concat(
        route.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(
            part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.CreateVersion7().ToString()))));

    [Fact]
    public async Task Every_route_that_takes_a_body_refuses_a_bad_one()
    {
        var everyRole = App.Finance with { Roles = Roles.All.ToHashSet() };
        var bodies = 0;
        foreach (var route in Own().Where(r => r.Metadata.GetMetadata<IAcceptsMetadata>() is { IsOptional: false }))
        {
            var address = Address(route);
            var method = new HttpMethod(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
            foreach (var body in new[] { "[]", "\"text\"", "{\"reason\":7,\"resolution\":7,\"amount\":\"x\",\"id\":\"x\",\"invoiceNumber\":1,\"consentsToPay\":\"yes\",\"schedule\":3}", "{" })
            {
                bodies++;
                using var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                using var answer = await App.As(everyRole).SendAsync(request);
                ((int)answer.StatusCode).ShouldBe(400, $"{method} {address} {body}: {await answer.Content.ReadAsStringAsync()}");
            }
        }
        bodies.ShouldBeGreaterThanOrEqualTo(80);
    }

    [Fact]
    public async Task Nobody_gets_an_answer_without_signing_in()
    {
        var open = Own().Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null).ToList();
        open.ShouldAllBe(r => r.RoutePattern.RawText!.StartsWith("/api/commissions/reward-notices", StringComparison.Ordinal));
        open.Count.ShouldBe(3);
        foreach (var route in Own().Except(open))
        {
            var address = Address(route);
            using var request = new HttpRequestMessage(new HttpMethod(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), address);
            using var answer = await App.As().SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(401, address);
        }
    }

    [Fact]
    public async Task Fields_are_limited()
    {
        var proposal = JsonSerializer.SerializeToNode(App.Proposal(), Platform.Data.Json.Options)!;
        proposal["brokers"]![0]!["basisPoints"] = 10_001;
        using var answer = await App.As(App.Agency).PostAsJsonAsync("/api/commissions/mandates", proposal);
        ((int)answer.StatusCode).ShouldBe(400);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("platform/invalid");
    }

    [Fact]
    public async Task The_description_names_every_answer()
    {
        var description = await App.As().GetFromJsonAsync<JsonElement>("/openapi/commissions.json");
        description.GetProperty("paths").EnumerateObject().Count().ShouldBeGreaterThan(20);
        description.GetProperty("components").GetProperty("schemas").TryGetProperty("GetCommissionResponse", out _).ShouldBeTrue();
        description.GetRawText().ShouldContain("commissions/bank-reference-used");
    }
}
