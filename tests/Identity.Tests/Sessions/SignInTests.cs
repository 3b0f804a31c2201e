using System.Net;
using System.Text.Json.Nodes;
using TechMarket.Identity.People;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Sessions;

public sealed class SignInTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Url = "/api/identity/session";

    [Fact]
    public void Five_failures_lock_for_fifteen_minutes_and_then_count_afresh()
    {
        var now = new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
        var attempts = new SignInAttempts();
        for (var i = 0; i < 5; i++) attempts.Admit(now);
        Should.Throw<Platform.Problems.ProblemException>(() => attempts.Admit(now)).Code.ShouldBe("identity/locked-out");
        Should.Throw<Platform.Problems.ProblemException>(() => attempts.Admit(now.AddMinutes(15).AddSeconds(-1)));
        attempts.Admit(now.AddMinutes(15));
        attempts.Failures.ShouldBe(1);
    }

    [Fact]
    public void Failures_of_long_ago_do_not_add_up()
    {
        var now = new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
        var attempts = new SignInAttempts();
        for (var i = 0; i < 10; i++) attempts.Admit(now.AddMinutes(16 * i));
        attempts.LockedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task The_right_password_signs_in_with_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        var member = await app.SignUp("王五");
        member.Browser.SetCookie.ShouldNotBeNull();
        var flags = member.Browser.SetCookie.Split(';').Skip(1).Select(f => f.Trim().ToLowerInvariant()).ToList();
        flags.ShouldBe(["path=/", "samesite=lax", "httponly"], ignoreOrder: true);
        member.Browser.Secret!.Length.ShouldBe(64);

        var session = await member.Browser.Session();
        session["signedIn"]!.GetValue<bool>().ShouldBeTrue();
        session["person"]!["name"]!.GetValue<string>().ShouldBe("王五");
        session["antiForgeryToken"]!.GetValue<string>().ShouldBe(Platform.Security.BrowserSession.AntiForgeryToken(member.Browser.Secret!));
        session["organisation"].ShouldBeNull();
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_secure()
    {
        var member = await app.SignUp();
        var browser = app.Open();
        var content = System.Net.Http.Json.JsonContent.Create(new { email = member.Email, password = IdentityApp.Password });
        (await browser.Send(HttpMethod.Post, Url, content, ("X-Forwarded-Proto", "https"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        browser.SetCookie!.ToLowerInvariant().ShouldContain("; secure");
    }

    [Fact]
    public async Task Only_a_hash_of_the_secret_is_stored()
    {
        var member = await app.SignUp();
        var stored = await app.InDb(db => Task.FromResult(db.Sessions.Select(s => s.SecretHash).ToList()));
        stored.ShouldContain(Secrets.Hash(member.Browser.Secret!));
        stored.ShouldNotContain(member.Browser.Secret!);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_apart_by_nothing()
    {
        var member = await app.SignUp();
        var known = await Answer(member.Email, "not-the-Password-0");
        var unknown = await Answer("nobody@people.test", "not-the-Password-0");
        known.ShouldBe(unknown);
        known.ShouldContain("identity/wrong-credentials");
    }

    [Fact]
    public async Task After_five_failures_even_the_right_password_waits_and_an_unknown_address_locks_just_so()
    {
        var member = await app.SignUp();
        foreach (var email in new[] { member.Email, "nobody-at-all@people.test" })
        {
            for (var i = 0; i < 5; i++)
                (await app.Open().Post(Url, new { email, password = "wrong" }).RefusedWith(401)).ShouldBe("identity/wrong-credentials");
            (await app.Open().Post(Url, new { email, password = IdentityApp.Password }).RefusedWith(423)).ShouldBe("identity/locked-out");
        }
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        await app.SignIn(member.Email);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_five()
    {
        var member = await app.SignUp();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.Open().Post(Url, new { email = member.Email, password = "wrong" })));
        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(5);
        answers.Count(a => (int)a.StatusCode == 423).ShouldBe(7);
    }

    [Fact]
    public async Task Signing_in_ends_the_session_the_browser_came_with_and_never_takes_its_secret()
    {
        var member = await app.SignUp();
        var before = member.Browser.Secret!;
        await member.Browser.Post(Url, new { email = member.Email, password = IdentityApp.Password }).Succeeds();
        member.Browser.Secret.ShouldNotBe(before);
        var thief = app.Open();
        thief.Secret = before;
        (await thief.Session())["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_secret_somebody_planted_is_not_taken_over()
    {
        var member = await app.SignUp();
        var browser = app.Open();
        var planted = browser.Secret = Secrets.New();
        await browser.Post(Url, new { email = member.Email, password = IdentityApp.Password }).Succeeds();
        browser.Secret.ShouldNotBe(planted);
        var thief = app.Open();
        thief.Secret = planted;
        (await thief.Session())["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_stored_hash_of_fewer_rounds_is_renewed()
    {
        var member = await app.SignUp();
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<Person>(Microsoft.Extensions.Options.Options.Create(
            new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 10 })).HashPassword(null!, IdentityApp.Password);
        await app.InDb(async db =>
        {
            db.People.Single(p => p.Id == new PersonId(member.PersonId)).StrengthenHash(weak);
            return await db.SaveChangesAsync();
        });
        await app.SignIn(member.Email);
        (await app.InDb(db => Task.FromResult(db.People.Single(p => p.Id == new PersonId(member.PersonId)).PasswordHash))).ShouldNotBe(weak);
    }

    private async Task<string> Answer(string email, string password)
    {
        var response = await app.Open().Post(Url, new { email, password });
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        body.Remove("traceId");
        return $"{response.StatusCode} {body.ToJsonString()} {string.Join(' ', response.Headers.Select(h => h.Key).Where(k => k != "Date"))}";
    }
}
