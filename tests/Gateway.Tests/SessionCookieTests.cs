using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Gateway.Tests;

public sealed class SessionCookieTests(FrontApp app) : IClassFixture<FrontApp>
{
    private static readonly string Token = BrowserSession.AntiForgeryToken(FrontApp.Secret);

    [Fact]
    public async Task A_known_session_becomes_a_caller() =>
        (await app.Client(session: true).GetStringAsync("/api/probe/me")).ShouldContain(FrontApp.Known.OrganisationName);

    [Fact]
    public async Task Nobody_signed_in_is_refused() =>
        (await app.Client().GetAsync("/api/probe/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");

    [Fact]
    public async Task An_unknown_session_is_nobody()
    {
        using var client = app.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{BrowserSession.Cookie}=made-up");
        (await client.GetAsync("/api/probe/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
    }

    [Fact]
    public async Task A_change_needs_the_anti_forgery_token()
    {
        foreach (var wrong in new[] { null, "", "0", Token.ToUpperInvariant(), BrowserSession.AntiForgeryToken("another") })
            (await app.Client(session: true, antiForgery: wrong).PostAsync("/api/probe/change", null).RefusedWith(403)).ShouldBe("platform/anti-forgery");
        await app.Client(session: true, antiForgery: Token).PostAsync("/api/probe/change", null).Succeeds();
    }

    [Fact]
    public async Task Another_sites_page_cannot_sign_its_visitor_in()
    {
        using var client = app.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        (await client.PostAsync("/api/identity/session", null).RefusedWith(403)).ShouldBe("platform/anti-forgery");
        await app.Client().PostAsync("/api/identity/session", null).Succeeds();
    }
}
