using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using TechMarket.Identity.Tokens;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Tokens;

public sealed class KeyTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    [Fact]
    public void The_first_key_signs_at_once_and_the_next_is_published_two_days_before_it_does()
    {
        KeySchedule.NextActiveFrom([], Life, Start).ShouldBe(Start);
        var keys = new List<SigningKey> { new() { Id = "a", ActiveFrom = Start } };
        KeySchedule.NextActiveFrom(keys, Life, Start.AddDays(28).AddSeconds(-1)).ShouldBeNull();
        KeySchedule.NextActiveFrom(keys, Life, Start.AddDays(28)).ShouldBe(Start.AddDays(30));
        // A market that was switched off for long still publishes first.
        KeySchedule.NextActiveFrom(keys, Life, Start.AddDays(90)).ShouldBe(Start.AddDays(92));
        keys.Add(new() { Id = "b", ActiveFrom = Start.AddDays(30) });
        KeySchedule.NextActiveFrom(keys, Life, Start.AddDays(29)).ShouldBeNull();
        KeySchedule.Signer(keys, Start.AddDays(30).AddSeconds(-1))!.Id.ShouldBe("a");
        KeySchedule.Signer(keys, Start.AddDays(30))!.Id.ShouldBe("b");
    }

    [Fact]
    public void An_old_key_stays_until_its_tokens_have_died()
    {
        var keys = new List<SigningKey> { new() { Id = "a", ActiveFrom = Start }, new() { Id = "b", ActiveFrom = Start.AddDays(30) } };
        KeySchedule.Dead(keys, Start.AddDays(30).AddMinutes(59)).ShouldBeEmpty();
        KeySchedule.Dead(keys, Start.AddDays(30).AddHours(1)).Select(k => k.Id).ShouldBe(["a"]);
        KeySchedule.AfterLife.ShouldBeGreaterThan(TokenIssuer.Life);
    }

    [Fact]
    public async Task Keys_rotate_published_before_use_and_dropped_after()
    {
        var member = await app.SignUp();
        var first = await Kid(member);
        (await PublishedKids()).ShouldBe([first]);

        app.Clock.Advance(TimeSpan.FromDays(28));
        await Tidy();
        var published = await PublishedKids();
        published.Count.ShouldBe(2);
        published.ShouldContain(first);
        (await Kid(await app.SignIn(member.Email))).ShouldBe(first);

        app.Clock.Advance(TimeSpan.FromDays(2));
        var second = await Kid(await app.SignIn(member.Email));
        second.ShouldBe(published.Single(k => k != first));
        (await PublishedKids()).ShouldContain(first);

        app.Clock.Advance(TimeSpan.FromHours(1));
        await Tidy();
        (await PublishedKids()).ShouldBe([second]);
    }

    [Fact]
    public async Task The_private_half_is_encrypted_and_never_published()
    {
        var keys = await app.InDb(db => Task.FromResult(db.SigningKeys.ToList()));
        foreach (var key in keys) Should.Throw<System.Security.Cryptography.CryptographicException>(() =>
        {
            using var ecdsa = System.Security.Cryptography.ECDsa.Create();
            ecdsa.ImportPkcs8PrivateKey(Convert.FromBase64String(key.PrivateKey), out _);
        });
        (await app.As().GetStringAsync("/.well-known/jwks.json")).ShouldNotContain("\"d\"");
    }

    [Fact]
    public async Task Discovery_names_the_issuer_and_where_its_keys_are()
    {
        var document = await app.As().GetAsync("/.well-known/openid-configuration").Read<JsonObject>();
        document["issuer"]!.GetValue<string>().ShouldBe("https://market.test");
        document["jwks_uri"]!.GetValue<string>().ShouldBe("https://market.test/.well-known/jwks.json");
        document["token_endpoint"]!.GetValue<string>().ShouldBe("https://market.test/oauth/token");
    }

    [Fact]
    public async Task Expired_sessions_and_old_failures_are_tidied_away()
    {
        var member = await app.SignUp();
        await app.Open().Post("/api/identity/session", new { email = "tidy@people.test", password = "wrong" });
        app.Clock.Advance(TimeSpan.FromDays(1).Add(TimeSpan.FromSeconds(1)));
        await Tidy();
        var left = await app.InDb(db => Task.FromResult((db.Sessions.Count(s => s.PersonId == new PersonId(member.PersonId)), db.Attempts.Count())));
        left.ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_gateway_trades_a_session_for_a_token_with_its_secret_only()
    {
        var member = await app.Verified(OrganisationKinds.University);
        (await Ticket(member.Browser.Secret!, null).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await Ticket(member.Browser.Secret!, "a guess").RefusedWith(403)).ShouldBe("platform/role-missing");
        (await Ticket(Secrets.New(), IdentityApp.GatewaySecret).RefusedWith(404)).ShouldBe("platform/not-found");
        var ticket = await Ticket(member.Browser.Secret!, IdentityApp.GatewaySecret).Read<JsonObject>();
        var token = new JsonWebToken(ticket["accessToken"]!.GetValue<string>());
        token.GetClaim(MarketClaims.Organisation).Value.ShouldBe(member.OrganisationId.ToString());
        token.Claims.ShouldAllBe(c => !c.Value.Contains('@'));
        ticket["expiresAt"]!.GetValue<DateTimeOffset>().ShouldBe(app.Clock.GetUtcNow().AddMinutes(5));
    }

    private async Task<string> Kid(Member member)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(6));
        var ticket = await Ticket(member.Browser.Secret!, IdentityApp.GatewaySecret).Read<JsonObject>();
        return new JsonWebToken(ticket["accessToken"]!.GetValue<string>()).Kid;
    }

    private async Task<List<string>> PublishedKids()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var keys = (await app.As().GetAsync("/.well-known/jwks.json").Read<JsonObject>())["keys"]!.AsArray();
        return [.. keys.Select(k => k!["kid"]!.GetValue<string>())];
    }

    private Task Tidy() => app.Services.GetRequiredService<Housekeeping>().Tidy(CancellationToken.None);

    private async Task<HttpResponseMessage> Ticket(string sessionSecret, string? gatewaySecret)
    {
        using var client = app.As();
        if (gatewaySecret is not null) client.DefaultRequestHeaders.Add("X-Gateway-Secret", gatewaySecret);
        return await client.Post("/internal/identity/session-ticket", new { sessionSecret });
    }
}
