using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Tests;

/// <summary>Every route of the service: bad bodies are refused, nobody anonymous gets in where it is not said.</summary>
public sealed class RouteTableTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    private IReadOnlyList<(string Method, string Path, bool Body, bool Open)> Table() =>
    [
        .. from endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
           let path = endpoint.RoutePattern.RawText!
           where path.StartsWith("/api/trading", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
           select (method, string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Guid.CreateVersion7().ToString() : part)).TrimEnd('/'),
               endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts && !accepts.ContentTypes.Contains("multipart/form-data"),
               endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null),
    ];

    [Fact]
    public async Task A_bad_body_is_refused_on_every_route_that_takes_one()
    {
        var routes = Table().Where(r => r.Body).ToList();
        routes.Count.ShouldBeGreaterThanOrEqualTo(12);
        var everyone = People.Of(OrganisationKinds.Enterprise, "万能", "330100", true, [.. Roles.All]);
        foreach (var (method, path, _, _) in routes)
        {
            foreach (var body in new[] { "[]", "\"text\"", "{", "{\"version\":\"x\",\"terms\":3,\"text\":7,\"upTo\":\"y\",\"reason\":[],\"reasonCode\":{},\"id\":5,\"outcome\":9,\"hash\":1,\"summary\":2}" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                using var answer = await app.As(everyone).SendAsync(request);
                ((int)answer.StatusCode, method, path, body).ShouldBe((400, method, path, body));
            }
            // An empty object lacks what must be sent; only the answer to an offer may leave everything out.
            using var empty = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            using var refused = await app.As(everyone).SendAsync(empty);
            ((int)refused.StatusCode, path).ShouldBe((path.EndsWith("/decline", StringComparison.Ordinal) && path.Contains("/offers/", StringComparison.Ordinal) ? 404 : 400, path));
        }
    }

    [Fact]
    public async Task A_form_without_its_file_is_refused_on_every_route_that_takes_one()
    {
        var everyone = People.Of(OrganisationKinds.Enterprise, "万能", "330100", true, [.. Roles.All]);
        foreach (var path in new[] { $"sales/{Guid.CreateVersion7()}/documents", $"sales/{Guid.CreateVersion7()}/registration/documents", $"appraisals/{Guid.CreateVersion7()}" })
        {
            using var form = new MultipartFormDataContent { { new StringContent("标题"), "title" } };
            var client = app.As(everyone);
            using var answer = path.StartsWith("sales", StringComparison.Ordinal) ? await client.PostAsync("/api/trading/" + path, form) : await client.PutAsync("/api/trading/" + path, form);
            ((int)answer.StatusCode, path).ShouldBe((400, path));
        }
    }

    [Fact]
    public async Task Fields_that_are_too_long_or_out_of_range_are_refused_by_name()
    {
        var room = await app.Talks();
        var terms = Room.Assignment() with { Territory = new string('长', 301), Milestones = [new("", TechMarket.Messages.Money.Yuan(1m))] };
        using var answer = await room.PutOffer(room.Seller, terms);
        ((int)answer.StatusCode).ShouldBe(400);
        var errors = (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name).ToList();
        errors.ShouldContain("terms.territory");
        errors.ShouldContain("terms.milestones[0].title");
        await app.RefusesUnchanged(() => app.As(room.Seller).Put($"{room.Url}/messages/{Guid.CreateVersion7()}", new PostMessage.Request(new string('长', 4001))), 400, "platform/invalid");
    }

    [Fact]
    public async Task Without_signing_in_only_the_public_pages_answer()
    {
        // Notices and how to object to them; bidding rooms and their logs; whether the market made a dossier; open offers.
        Table().Where(r => r.Open).Select(r => r.Method).Order().ShouldBe([.. Enumerable.Repeat("GET", 14), "PUT"]);
        foreach (var (method, path, _, _) in Table().Where(r => !r.Open))
        {
            var form = method != "DELETE" && (path.EndsWith("/documents", StringComparison.Ordinal) || path.Contains("/appraisals/", StringComparison.Ordinal));
            HttpContent content = form ? new MultipartFormDataContent { { new StringContent("标题"), "title" } } : JsonContent.Create(new { });
            using var answer = await app.As().SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = content });
            ((int)answer.StatusCode, path).ShouldBe((401, path));
        }
    }

    [Fact]
    public async Task Somebody_else_s_things_do_not_exist()
    {
        var notice = await app.Notice();
        var stranger = People.Of(OrganisationKinds.Enterprise, "旁人", "330100", true, [.. Roles.All]);
        var paths = new[]
        {
            $"/api/trading/negotiations/{notice.Room.Id}", $"/api/trading/negotiations/{notice.Room.Id}/messages", $"/api/trading/negotiations/{notice.Room.Id}/history",
            $"/api/trading/negotiations/{notice.Room.Id}/nda", $"/api/trading/negotiations/{notice.Room.Id}/notice", $"/api/trading/unit-notices/{notice.Id}",
        };
        foreach (var path in paths) await app.RefusesUnchanged(() => app.As(stranger).GetAsync(path), 404, path.Contains("unit", StringComparison.Ordinal) ? "trading/notice-not-found" : "trading/negotiation-not-found");
        (await app.As(stranger).GetAsync("/api/trading/negotiations").Read<ListNegotiations.Response>()).Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_document_names_every_route_and_its_problems()
    {
        var document = await app.As().GetFromJsonAsync<System.Text.Json.JsonElement>("/openapi/trading.json");
        var accept = document.GetProperty("paths").GetProperty("/api/trading/negotiations/{id}/offers/{offerId}/accept").GetProperty("post");
        accept.GetProperty("responses").GetProperty("409").GetProperty("description").GetString()!.ShouldContain("trading/offer-expired");
        document.GetProperty("paths").EnumerateObject().Sum(p => p.Value.EnumerateObject().Count()).ShouldBe(Table().Count);
    }
}
