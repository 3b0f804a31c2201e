using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Clients;

public sealed class ApiClientTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_client_gets_a_token_that_acts_for_its_organisation()
    {
        var university = await app.Verified(OrganisationKinds.University, name: "科研系统大学");
        var (id, secret) = await Create(university, Roles.Publisher);
        var answer = await Token(id, secret).Read<JsonObject>();
        answer["token_type"]!.GetValue<string>().ShouldBe("Bearer");
        answer["expires_in"]!.GetValue<int>().ShouldBe(300);

        var keys = new JsonWebKeySet(await app.As().GetStringAsync("/.well-known/jwks.json")).GetSigningKeys();
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(answer["access_token"]!.GetValue<string>(), new TokenValidationParameters
        {
            ValidIssuer = "https://market.test",
            ValidAudience = "techmarket",
            IssuerSigningKeys = keys,
            ValidAlgorithms = ["ES256"],
            LifetimeValidator = (from, until, _, _) => from <= app.Clock.GetUtcNow() && until > app.Clock.GetUtcNow(),
        });
        result.IsValid.ShouldBeTrue(result.Exception?.ToString());
        var caller = Caller.From(new System.Security.Claims.ClaimsPrincipal(result.ClaimsIdentity))!;
        (caller.PersonId, caller.PersonName, caller.OrganisationId, caller.OrganisationName, caller.Verified)
            .ShouldBe((id, "科研系统", university.OrganisationId, "科研系统大学", true));
        caller.Roles.ShouldBe([Roles.Publisher]);
        var listed = (await university.Browser.Get("/api/identity/api-clients").Read<JsonObject>())["items"]![0]!;
        listed["lastUsedAt"]!.GetValue<DateTimeOffset>().ShouldBe(app.Clock.GetUtcNow());
        listed.ToJsonString().ShouldNotContain(secret);
    }

    [Fact]
    public async Task Basic_authentication_works_as_well()
    {
        var (id, secret) = await Create(await app.Verified(OrganisationKinds.University), Roles.Publisher);
        using var client = app.As();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        await client.PostAsync("/oauth/token", new FormUrlEncodedContent([new("grant_type", "client_credentials")])).Succeeds();
    }

    [Fact]
    public async Task Wrong_secrets_unknown_and_revoked_clients_get_nothing()
    {
        var university = await app.Verified(OrganisationKinds.University);
        var (id, secret) = await Create(university, Roles.Publisher);
        await IsRefused(Token(id, Secrets.New()), HttpStatusCode.Unauthorized, "invalid_client");
        await IsRefused(Token(Guid.CreateVersion7(), secret), HttpStatusCode.Unauthorized, "invalid_client");
        await university.Browser.Delete($"/api/identity/api-clients/{id}").Succeeds();
        await IsRefused(Token(id, secret), HttpStatusCode.Unauthorized, "invalid_client");
        (await university.Browser.Delete($"/api/identity/api-clients/{id}").RefusedWith(409)).ShouldBe("identity/client-revoked");
    }

    [Fact]
    public async Task Other_grants_and_bodies_are_refused()
    {
        await IsRefused(app.As().PostAsync("/oauth/token", new FormUrlEncodedContent([new("grant_type", "password")])), HttpStatusCode.BadRequest, "unsupported_grant_type");
        await IsRefused(app.As().PostAsync("/oauth/token", new FormUrlEncodedContent([])), HttpStatusCode.BadRequest, "invalid_request");
        await IsRefused(app.As().Post("/oauth/token", new { }), HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_machine_never_administers_people_and_has_no_role_its_organisation_lacks()
    {
        var university = await app.Verified(OrganisationKinds.University);
        var before = await app.Fingerprint();
        foreach (var role in new[] { Roles.Administrator, Roles.Registrar, Roles.Broker })
        {
            var body = new { id = Guid.CreateVersion7(), name = "科研系统", roles = new[] { role } };
            (await university.Browser.Post("/api/identity/api-clients", body).RefusedWith(409)).ShouldBe("identity/role-not-for-kind");
        }
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_creation_again_shows_a_new_secret_until_the_client_is_used()
    {
        var university = await app.Verified(OrganisationKinds.University);
        var body = new { id = Guid.CreateVersion7(), name = "科研系统", roles = new[] { Roles.Publisher } };
        var first = (await university.Browser.Post("/api/identity/api-clients", body).Read<JsonObject>())["clientSecret"]!.GetValue<string>();
        var second = (await university.Browser.Post("/api/identity/api-clients", body).Read<JsonObject>())["clientSecret"]!.GetValue<string>();
        await IsRefused(Token(body.id, first), HttpStatusCode.Unauthorized, "invalid_client");
        await Token(body.id, second).Succeeds();
        (await university.Browser.Post("/api/identity/api-clients", body).RefusedWith(409)).ShouldBe("identity/id-reused");
        var other = await app.Verified(OrganisationKinds.University);
        (await other.Browser.Post("/api/identity/api-clients", body).RefusedWith(404)).ShouldBe("platform/not-found");
    }

    [Fact]
    public async Task Only_the_administrator_handles_clients_and_only_their_own()
    {
        var (university, other) = (await app.Verified(OrganisationKinds.University), await app.Verified(OrganisationKinds.University));
        var (id, _) = await Create(university, Roles.Publisher);
        (await other.Browser.Delete($"/api/identity/api-clients/{id}").RefusedWith(404)).ShouldBe("platform/not-found");
        var publisher = await app.SignUp();
        await app.Join(university, publisher, Roles.Publisher);
        (await publisher.Browser.Get("/api/identity/api-clients").RefusedWith(403)).ShouldBe("platform/role-missing");
    }

    private static async Task<(Guid Id, string Secret)> Create(Member administrator, params string[] roles)
    {
        var created = await administrator.Browser.Post("/api/identity/api-clients", new { id = Guid.CreateVersion7(), name = "科研系统", roles }).Read<JsonObject>();
        return (created["clientId"]!.GetValue<Guid>(), created["clientSecret"]!.GetValue<string>());
    }

    private Task<HttpResponseMessage> Token(Guid id, string secret) => app.As().PostAsync("/oauth/token", new FormUrlEncodedContent(
        [new("grant_type", "client_credentials"), new("client_id", id.ToString()), new("client_secret", secret)]));

    private static async Task IsRefused(Task<HttpResponseMessage> request, HttpStatusCode status, string error)
    {
        var answer = await request;
        answer.StatusCode.ShouldBe(status);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!.GetValue<string>().ShouldBe(error);
    }
}
