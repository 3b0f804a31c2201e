using System.Text.Json.Nodes;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Sessions;

public sealed class SessionTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Nobody_is_an_answer()
    {
        var session = await app.Open().Session();
        session["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        session["roles"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Unused_for_an_hour_a_session_has_ended()
    {
        var member = await app.SignUp();
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        await member.Browser.Get("/api/identity/me").Succeeds();
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        await member.Browser.Get("/api/identity/me").Succeeds();
        app.Clock.Advance(TimeSpan.FromMinutes(60));
        (await member.Browser.Get("/api/identity/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
    }

    [Fact]
    public async Task After_twelve_hours_a_session_has_ended_even_when_used()
    {
        var member = await app.SignUp();
        for (var i = 0; i < 23; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(30));
            await member.Browser.Get("/api/identity/me").Succeeds();
        }
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        (await member.Browser.Get("/api/identity/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        (await member.Browser.Session())["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        member.Browser.Secret.ShouldBeNull();
    }

    [Fact]
    public async Task Signing_out_ends_this_session_at_once_and_takes_the_cookie_back()
    {
        var member = await app.SignUp();
        var secret = member.Browser.Secret!;
        await member.Browser.Get("/api/identity/me").Succeeds();
        await member.Browser.Delete("/api/identity/session").Succeeds();
        member.Browser.Secret.ShouldBeNull();
        member.Browser.Secret = secret;
        (await member.Browser.Get("/api/identity/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
    }

    [Fact]
    public async Task The_list_names_the_devices_and_one_of_them_can_be_ended()
    {
        var member = await app.SignUp();
        var phone = app.Open("Lost phone");
        await phone.Post("/api/identity/session", new { email = member.Email, password = IdentityApp.Password }).Succeeds();
        var items = (await member.Browser.Get("/api/identity/sessions").Read<JsonObject>())["items"]!.AsArray();
        items.Count.ShouldBe(2);
        items.Single(i => i!["current"]!.GetValue<bool>())!["device"]!.GetValue<string>().ShouldBe("Test-browser");
        var other = items.Single(i => !i!["current"]!.GetValue<bool>())!;
        other["device"]!.GetValue<string>().ShouldBe("Lost-phone");

        await member.Browser.Delete($"/api/identity/sessions/{other["id"]}").Succeeds();
        (await phone.Get("/api/identity/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        await member.Browser.Get("/api/identity/me").Succeeds();
    }

    [Fact]
    public async Task Another_persons_session_is_not_there_to_end()
    {
        var (mine, theirs) = (await app.SignUp(), await app.SignUp());
        var id = (await theirs.Browser.Get("/api/identity/sessions").Read<JsonObject>())["items"]![0]!["id"];
        var before = await app.Fingerprint();
        (await mine.Browser.Delete($"/api/identity/sessions/{id}").RefusedWith(404)).ShouldBe("platform/not-found");
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_no_session()
    {
        var member = await app.SignUp();
        var second = await app.SignIn(member.Email);
        var (first, other) = (member.Browser.Secret, second.Browser.Secret);
        await member.Browser.Delete("/api/identity/sessions").Succeeds();
        foreach (var secret in new[] { first, other })
        {
            var browser = app.Open();
            browser.Secret = secret;
            (await browser.Get("/api/identity/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        }
    }

    [Fact]
    public async Task A_person_acts_for_one_organisation_at_a_time_and_begins_with_the_last_one()
    {
        var member = await app.Register(OrganisationKinds.Enterprise, name: "甲公司");
        var second = await app.Register(member, OrganisationKinds.BrokerAgency, name: "乙经纪");
        var session = await member.Browser.Session();
        session["organisation"]!["name"]!.GetValue<string>().ShouldBe("乙经纪");
        session["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe([Roles.Broker, Roles.Administrator]);
        session["memberships"]!.AsArray().Count.ShouldBe(2);

        var switched = await member.Browser.Put("/api/identity/session/organisation", new { organisationId = member.OrganisationId }).Read<JsonObject>();
        switched["organisation"]!["name"]!.GetValue<string>().ShouldBe("甲公司");
        (await (await app.SignIn(member.Email)).Browser.Session())["organisation"]!["name"]!.GetValue<string>().ShouldBe("甲公司");
        second.OrganisationId.ShouldNotBe(member.OrganisationId);
    }

    [Fact]
    public async Task Nobody_acts_for_an_organisation_of_others()
    {
        var (mine, theirs) = (await app.SignUp(), await app.Register(OrganisationKinds.Enterprise));
        var before = await app.Fingerprint();
        (await mine.Browser.Put("/api/identity/session/organisation", new { organisationId = theirs.OrganisationId }).RefusedWith(409)).ShouldBe("identity/not-a-member");
        (await app.Fingerprint()).ShouldBe(before);
    }
}
