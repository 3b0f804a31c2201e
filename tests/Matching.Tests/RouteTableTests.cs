using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TechMarket.Matching.Tests;

/// <summary>Every route of the service: none takes a body, reading is open, the rest needs a signed-in caller.</summary>
public sealed class RouteTableTests(MatchingFixture market) : IClassFixture<MatchingFixture>
{
    private readonly MatchingApp app = market.App;

    [Fact]
    public async Task Reading_is_open_and_the_only_command_is_not()
    {
        var table = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/matching/", StringComparison.Ordinal)).ToList();
        table.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText!["/api/matching".Length..]).Order(StringComparer.Ordinal)
            .ShouldBe(["/achievements/{id:guid}/matches", "/demands/{id:guid}/matches", "/search", "/suggest"]);
        table.Where(e => !e.RoutePattern.RawText!.Contains("/operations/", StringComparison.Ordinal))
            .ShouldAllBe(e => e.Metadata.GetMetadata<IAcceptsMetadata>() == null);
        using var refused = await app.As().PostAsync("/api/matching/index/rebuild", null);
        ((int)refused.StatusCode).ShouldBe(401);
    }
}
