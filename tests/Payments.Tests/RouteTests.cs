using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests;

public sealed class RouteTests(SharedApp shared) : PaymentsTests(shared)
{
    private IReadOnlyList<RouteEndpoint> Own() =>
    [
        .. App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/payments", StringComparison.Ordinal) && !e.RoutePattern.RawText.Contains("operations", StringComparison.Ordinal)),
    ];

    private static string Address(RouteEndpoint route) => string.Concat(
        route.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(
            part => part is RoutePatternLiteralPart literal ? literal.Content : part is RoutePatternParameterPart { Name: "number" } ? "1" : Guid.CreateVersion7().ToString()))));

    private static HttpMethod MethodOf(RouteEndpoint route) => new(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);

    [Fact]
    public async Task Every_route_that_takes_a_body_refuses_a_bad_one()
    {
        var everyRole = App.Finance with { Roles = Roles.All.ToHashSet() };
        var bodies = 0;
        foreach (var route in Own().Where(r => r.Metadata.GetMetadata<IAcceptsMetadata>() is { IsOptional: false } accepts && !accepts.ContentTypes.Contains("multipart/form-data")))
        {
            foreach (var body in new[] { "[]", "\"text\"", "{\"reason\":7,\"note\":7,\"amount\":\"x\",\"id\":\"x\",\"version\":\"x\",\"bankReference\":1,\"accountName\":1,\"billId\":3}", "{" })
            {
                bodies++;
                using var request = new HttpRequestMessage(MethodOf(route), Address(route)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                using var answer = await App.As(everyRole).SendAsync(request);
                ((int)answer.StatusCode).ShouldBe(400, $"{request.Method} {route.RoutePattern.RawText} {body}: {await answer.Content.ReadAsStringAsync()}");
            }
        }
        bodies.ShouldBeGreaterThanOrEqualTo(48);
    }

    [Fact]
    public async Task Nobody_gets_an_answer_without_signing_in()
    {
        Own().Count.ShouldBeGreaterThan(35);
        foreach (var route in Own().Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            using var answer = await App.As().SendAsync(new HttpRequestMessage(MethodOf(route), Address(route)));
            ((int)answer.StatusCode).ShouldBe(401, route.RoutePattern.RawText);
        }
    }

    [Fact]
    public async Task Nobody_but_the_bureaus_finance_people_gets_at_other_peoples_money()
    {
        var outsider = People.Of(OrganisationKinds.Enterprise, "无关企业", "330100", true, [.. Roles.All]);
        string[] open = ["/api/payments/todo", "/api/payments/my-money", "/api/payments/my-account", "/api/payments/escrows", "/api/payments/stripe/events"];
        var refused = 0;
        foreach (var route in Own().Where(r => !open.Contains(r.RoutePattern.RawText)))
        {
            if (route.Metadata.GetMetadata<IAcceptsMetadata>() is not null) continue;
            using var answer = await App.As(outsider).SendAsync(new HttpRequestMessage(MethodOf(route), Address(route)));
            ((int)answer.StatusCode).ShouldBeOneOf([403, 404], route.RoutePattern.RawText);
            refused++;
        }
        refused.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task The_description_names_every_answer()
    {
        var description = await App.As().GetFromJsonAsync<JsonElement>("/openapi/payments.json");
        description.GetProperty("components").GetProperty("schemas").TryGetProperty("GetPayoutResponse", out _).ShouldBeTrue();
        description.GetRawText().ShouldContain("payments/second-person-needed");
    }
}
