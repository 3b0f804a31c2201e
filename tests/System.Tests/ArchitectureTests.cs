using System.Text;
using System.Text.Json;
using TechMarket.Platform.Messaging;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.SystemTests;

/// <summary>What holds for every service, read from the assemblies and routes themselves.</summary>
[Collection(ToldMarketTests.Name)]
public sealed class ArchitectureTests(ToldMarket told)
{
    private static readonly string[] Shared = ["TechMarket.Messages", "TechMarket.Platform", "TechMarket.Rules"];

    /// <summary>Everything that answers without signing in. A route that is not here must demand it.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        // The gateway and the process.
        "GET /health/live", "GET /health/ready", "* /health/live", "* /health/ready", "GET /openapi/{documentName}.json", "GET /api/market", "GET /sitemap.xml", "GET /robots.txt",
        "* /api/{**rest}", "* /{*path:nonfile}", "* /{*path}",
        // Signing in and up, and what other programs know by standard.
        "GET /api/identity/session", "POST /api/identity/session", "DELETE /api/identity/session", "POST /api/identity/people", "POST /api/identity/invitations/preview",
        "POST /api/identity/password-resets/use",
        "GET /api/identity/brokers", "GET /api/identity/organisations/{id}", "GET /.well-known/openid-configuration", "GET /.well-known/jwks.json", "POST /oauth/token",
        "POST /internal/identity/session-ticket",
        // Public pages and search.
        "GET /api/listings/achievements/by-number/{number}", "GET /api/listings/achievements/by-external/{source}/{externalId}",
        "GET /api/listings/achievements/{id}/public", "GET /api/listings/achievements/{id}/attachments/{fileId}",
        "GET /api/demands/by-external/{source}/{externalId}", "GET /api/demands/by-number/{number}", "GET /api/demands/{id}/public",
        "GET /api/matching/search", "GET /api/matching/suggest", "GET /api/matching/demands/{id}/matches", "GET /api/matching/achievements/{id}/matches",
        "GET /api/trading/notices", "GET /api/trading/notices/{number}", "PUT /api/trading/notices/{number}/objections/{objectionId}",
        "GET /api/trading/open-offers", "GET /api/trading/open-offers/{number}",
        "GET /api/trading/announcements", "GET /api/trading/announcements/{number}", "GET /api/trading/announcements/{number}/documents/{fileId}",
        "GET /api/trading/auctions", "GET /api/trading/auctions/by-number/{number}", "GET /api/trading/auctions/{id}", "GET /api/trading/auctions/{id}/log",
        "GET /api/trading/auctions/{id}/log.json", "GET /api/trading/auctions/{id}/live", "GET /api/trading/dossiers/issued/{fingerprint}",
        "GET /api/commissions/reward-notices", "GET /api/commissions/reward-notices/{number}", "PUT /api/commissions/reward-notices/{number}/objections/{objectionId}",
        "GET /api/contracts/verify/{code}", "GET /api/contracts/turnover/summary", "GET /api/contracts/turnover/public",
        // The payment provider's messages, which it signs.
        "POST /api/payments/stripe/events",
    };

    [Fact]
    public void A_service_references_messages_platform_and_rules_and_no_other_service()
    {
        var looked = new List<string>();
        foreach (var service in ComposedRoutes.Services)
        {
            var assembly = ComposedRoutes.AssemblyOf(service);
            var references = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("TechMarket.", StringComparison.Ordinal)).ToList();
            references.ShouldBeSubsetOf(Shared, service);
            assembly.GetExportedTypes().Where(t => t.Name.EndsWith("Service", StringComparison.Ordinal)).ShouldHaveSingleItem(service).Name.ShouldBe(service + "Service");
            looked.Add(service);
        }
        var folders = Directory.GetDirectories(Path.Combine(Product.Root, "services")).Select(f => Path.GetFileName(f)!).Except(["Messages", "Platform", "Rules"], StringComparer.Ordinal);
        looked.ShouldBe(folders, ignoreOrder: true);
        looked.Count.ShouldBe(9);
    }

    [Fact]
    public void No_service_brings_settings_of_its_own() =>
        Directory.EnumerateFiles(Path.Combine(Product.Root, "services"), "appsettings*.json", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public async Task The_list_of_hearers_is_what_the_services_hear() =>
        BrokerTopology.Hearers.ShouldBe((await ComposedRoutes.Reactions()).OrderBy(r => r.Queue, StringComparer.Ordinal));

    [Fact]
    public async Task Every_route_demands_signing_in_or_is_expressly_open()
    {
        var routes = await ComposedRoutes.Read();
        routes.Count.ShouldBeGreaterThan(150);
        routes.Where(r => !r.Demands).Select(r => r.Name).ShouldBeEmpty();
        routes.Where(r => r.Anonymous).Select(r => r.Name).Distinct().Except(Open).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_route_of_a_service_is_described_with_its_problems()
    {
        var routes = (await ComposedRoutes.Read()).Where(r => r.Described && r.Path.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        foreach (var service in await DescribedServices())
        {
            var operations = (await Operations(service)).ToDictionary(o => o.Name, StringComparer.Ordinal);
            foreach (var route in routes.Where(r => r.Path.StartsWith($"/api/{service}/", StringComparison.Ordinal)))
            {
                operations.ShouldContainKey(route.Name);
                var answers = operations[route.Name].Definition.In("responses");
                answers.EnumerateObject().ShouldContain(a => a.Name.StartsWith('2'), route.Name);
                var refusals = answers.EnumerateObject().Where(a => a.Name.StartsWith('4')).ToList();
                refusals.ShouldContain(a => a.Name == "400", route.Name);
                refusals.ShouldAllBe(a => a.Value.In("content").EnumerateObject().Any(c => c.Name == "application/problem+json"), route.Name);
                if (!route.Anonymous) refusals.ShouldContain(a => a.Name == "401", route.Name);
            }
        }
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        foreach (var route in (await ComposedRoutes.Read()).Where(r => !r.Anonymous))
        {
            var answer = await told.Story.Visitor.Try(new HttpMethod(route.Method), Filled(route.Path), route.TakesFile ? new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "file.pdf" } } : new { });
            (answer.Status, route.Name).ShouldBe((401, route.Name), answer.Body.ToString());
        }
    }

    [Fact]
    public async Task A_bad_body_is_refused_on_every_route_that_takes_one()
    {
        var tried = 0;
        var wrong = new List<string>();
        foreach (var service in await DescribedServices())
        {
            foreach (var operation in await Operations(service))
            {
                if (operation.Definition.Maybe("requestBody") is not { } body || !body.In("content").TryGetProperty("application/json", out var json)) continue;
                var schema = Resolve(operation.Document, json.In("schema"));
                var bodies = new List<string> { "{", "[]", "\"text\"", "7", WrongTypes(schema) };
                if (schema.Maybe("required") is { } required && required.GetArrayLength() > 0) bodies.Add("{}");
                foreach (var bad in bodies)
                {
                    using var content = new StringContent(bad, Encoding.UTF8, "application/json");
                    var answer = await told.Story.Purchaser.Try(new HttpMethod(operation.Method), Filled(operation.Path), content);
                    tried++;
                    if (answer.Status != 400 || answer.Code is not ("platform/malformed" or "platform/invalid")) wrong.Add($"{operation.Name} with {bad}: {answer.Status} {answer.Code}");
                }
            }
        }
        tried.ShouldBeGreaterThan(200);
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private sealed record Operation(JsonElement Document, string Method, string Path, JsonElement Definition)
    {
        public string Name => $"{Method} {Path}";
    }

    private async Task<IReadOnlyList<string>> DescribedServices()
    {
        var described = new List<string>();
        foreach (var service in ComposedRoutes.Services.Select(s => s.ToLowerInvariant()))
            if ((await told.Story.Visitor.Try(HttpMethod.Get, $"/openapi/{service}.json")).Ok) described.Add(service);
        described.Count.ShouldBe(9);
        return described;
    }

    private async Task<IReadOnlyList<Operation>> Operations(string service)
    {
        var document = await told.Story.Visitor.Get($"/openapi/{service}.json");
        return
        [
            .. from path in document.In("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new Operation(document, operation.Name.ToUpperInvariant(), path.Name == "/" ? path.Name : path.Name.TrimEnd('/'), operation.Value),
        ];
    }

    private static JsonElement Resolve(JsonElement document, JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? document.In("components").In("schemas").In(reference.GetString()!.Split('/')[^1])
        : schema;

    /// <summary>Every field holds what no field takes.</summary>
    private static string WrongTypes(JsonElement schema) => schema.TryGetProperty("properties", out var fields)
        ? JsonSerializer.Serialize(fields.EnumerateObject().ToDictionary(f => f.Name, _ => new[] { Array.Empty<int>() }, StringComparer.Ordinal))
        : "[[]]";

    private static string Filled(string path) => string.Join('/', path.Split('/').Select(
        part => !part.StartsWith('{') ? part : part == "{version}" ? "1" : Guid.CreateVersion7().ToString()));
}
