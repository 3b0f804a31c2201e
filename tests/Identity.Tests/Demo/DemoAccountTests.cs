using System.Text.Json.Nodes;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Identity.Demo;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Demo;

/// <summary>A market with the demonstration profile.</summary>
public sealed class DemoApp() : IdentityApp(new() { ["Market:Profile"] = "demo" });

public sealed class DemoAccountTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Every_role_has_an_account_that_signs_in_once_and_for_all()
    {
        var folder = Directory.CreateTempSubdirectory("techmarket-demo").FullName;
        var accounts = await IdentityService.EnsureDemoAccounts(app.Services, folder, CancellationToken.None);
        var file = Path.Combine(folder, DemoAccounts.FileName);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        accounts.SelectMany(a => a.Roles).Distinct().ShouldBe(Roles.All, ignoreOrder: true);
        accounts.Select(a => a.Password).Distinct().Count().ShouldBe(accounts.Count);
        (await app.Published<MembershipChanged>()).Count.ShouldBe(accounts.Count);
        (await app.Published<OrganisationChanged>()).Count.ShouldBe(DemoMarket.Organisations.Count);

        var before = await app.Fingerprint();
        var written = await File.ReadAllTextAsync(file);
        var again = await IdentityService.EnsureDemoAccounts(app.Services, folder, CancellationToken.None);
        again.Select(a => (a.Email, a.Password)).ShouldBe(accounts.Select(a => (a.Email, a.Password)));
        (await app.Fingerprint()).ShouldBe(before);
        (await File.ReadAllTextAsync(file)).ShouldBe(written);

        foreach (var account in accounts)
        {
            var session = await (await app.SignIn(account.Email, account.Password)).Browser.Session();
            session["organisation"]!["name"]!.GetValue<string>().ShouldBe(account.Organisation);
            session["organisation"]!["verified"]!.GetValue<bool>().ShouldBeTrue();
            session["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe(account.Roles);
        }

        var source = accounts.Single(a => a.ClientId is not null);
        await app.As().PostAsync("/oauth/token", new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", source.ClientId), new("client_secret", source.ClientSecret)])).Succeeds();
        var me = await (await app.SignIn(source.Email, source.Password)).Browser.Get("/api/identity/organisations/" + SourceId + "/profile").Read<JsonObject>();
        me["sourceCode"]!.GetValue<string>().ShouldBe("sample");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Made_up_organisations_have_made_up_codes_that_add_up_and_somebody_who_administers_them()
    {
        foreach (var organisation in DemoMarket.Organisations)
        {
            if (organisation.CreditCode is { } code) CreditCode.Check(code).ShouldBe(IdentifierCheck.Ok, organisation.Name);
            organisation.People.ShouldContain(p => p.Roles.Contains(Roles.Administrator), organisation.Name);
            organisation.People.ShouldAllBe(p => p.Email.EndsWith(".example.test"));
            Areas.Find(organisation.AreaCode).ShouldNotBeNull();
        }
    }

    private static Guid SourceId => DemoMarket.Organisations.Single(o => o.Kind == OrganisationKinds.DataSource).Id;
}

public sealed class NoDemoAccountTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Without_the_demonstration_profile_nothing_is_made()
    {
        var before = await app.Fingerprint();
        (await IdentityService.EnsureDemoAccounts(app.Services, Path.GetTempPath(), CancellationToken.None)).ShouldBeEmpty();
        (await app.Fingerprint()).ShouldBe(before);
    }
}
