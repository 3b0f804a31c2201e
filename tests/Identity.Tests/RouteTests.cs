using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests;

/// <summary>What holds for every route of the service.</summary>
public sealed class RouteTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private static readonly string[] Bodies = ["{}", "[]", "{\"id\":5,\"email\":{},\"version\":\"x\",\"roles\":7,\"token\":[],\"password\":false,\"code\":1}"];

    [Fact]
    public async Task A_bad_body_is_refused_by_every_route_that_takes_one()
    {
        using var client = app.As(Testing.People.Of(OrganisationKinds.Bureau, roles: [.. Roles.All]));
        var before = await app.Fingerprint();
        var taking = Endpoints().Where(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true).ToList();
        taking.Count.ShouldBe(26);
        foreach (var endpoint in taking)
        {
            var method = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
            var url = Url(endpoint);
            if (url.StartsWith("/internal", StringComparison.Ordinal)) client.DefaultRequestHeaders.Add("X-Gateway-Secret", IdentityApp.GatewaySecret);
            foreach (var body in Bodies)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                var code = await client.SendAsync(request).RefusedWith(400);
                code.ShouldBeOneOf("platform/malformed", "platform/invalid");
            }
        }
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in_but_where_it_is_said()
    {
        var open = Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal);
        open.Where(r => r.StartsWith("/api", StringComparison.Ordinal)).ShouldBe(
        [
            "/api/identity/brokers", "/api/identity/invitations/preview", "/api/identity/organisations/{id}", "/api/identity/password-resets/use", "/api/identity/people",
            "/api/identity/session",
        ]);
        using var nobody = app.As();
        foreach (var endpoint in Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var method = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
            using var request = new HttpRequestMessage(new HttpMethod(method), Url(endpoint));
            (await nobody.SendAsync(request).RefusedWith(401)).ShouldBe("platform/sign-in-needed", endpoint.RoutePattern.RawText);
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() => app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText is { } text && (text.StartsWith("/api/identity", StringComparison.Ordinal) || text.StartsWith("/internal", StringComparison.Ordinal)));

    private static string Url(RouteEndpoint endpoint) => string.Join('/', endpoint.RoutePattern.RawText!.Split('/')
        .Select(part => part.StartsWith('{') ? Guid.CreateVersion7().ToString() : part));
}
