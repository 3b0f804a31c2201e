using Microsoft.Extensions.DependencyInjection;
using TechMarket.Identity.Organisations;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Organisations;

/// <summary>A new market whose settings name its first bureau.</summary>
public sealed class FirstBureauApp() : IdentityApp(new()
{
    ["Identity:FirstBureau:Name"] = "天水市科学技术局",
    ["Identity:FirstBureau:AreaCode"] = "620500",
    ["Identity:FirstBureau:AdministratorEmail"] = "head@bureau.test",
});

public sealed class FirstBureauTests(FirstBureauApp app) : IClassFixture<FirstBureauApp>
{
    [Fact]
    public async Task The_first_bureau_is_founded_once_and_its_administrator_comes_in_by_invitation()
    {
        var file = Path.Combine(IdentityApp.Keys, FirstBureau.FileName);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var token = (await File.ReadAllTextAsync(file)).Trim().Split('#')[1];
        await Found();
        (await File.ReadAllTextAsync(file)).ShouldContain(token);

        var head = await app.SignUp("局长", "head@bureau.test");
        await head.Browser.Post("/api/identity/invitations/accept", new { token }).Succeeds();
        var session = await head.Browser.Session();
        session["organisation"]!["kind"]!.GetValue<string>().ShouldBe(OrganisationKinds.Bureau);
        session["organisation"]!["verified"]!.GetValue<bool>().ShouldBeTrue();
        session["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe([Roles.Administrator]);

        var before = await app.Fingerprint();
        await Found();
        (await app.Fingerprint()).ShouldBe(before);
    }

    private async Task Found()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstBureau>().Found(CancellationToken.None);
    }
}
