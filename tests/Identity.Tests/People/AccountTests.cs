using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.People;

public sealed class AccountTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_changed_password_ends_every_other_session_and_only_the_new_one_signs_in()
    {
        var member = await app.SignUp();
        var elsewhere = await app.SignIn(member.Email);
        const string Fresh = "another-Horse-8-stable";
        await member.Browser.Put("/api/identity/me/password", new { currentPassword = IdentityApp.Password, newPassword = Fresh }).Succeeds();
        await member.Browser.Get("/api/identity/me").Succeeds();
        (await elsewhere.Browser.Get("/api/identity/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        (await app.Open().Post("/api/identity/session", new { email = member.Email, password = IdentityApp.Password }).RefusedWith(401)).ShouldBe("identity/wrong-credentials");
        await app.SignIn(member.Email, Fresh);
    }

    [Fact]
    public async Task The_password_changes_only_with_the_present_one_and_only_to_a_good_one()
    {
        var member = await app.SignUp();
        (await member.Browser.Put("/api/identity/me/password", new { currentPassword = "wrong", newPassword = "another-Horse-8-stable" }).RefusedWith(403))
            .ShouldBe("identity/wrong-password");
        (await member.Browser.Put("/api/identity/me/password", new { currentPassword = IdentityApp.Password, newPassword = "password2026!" }).RefusedWith(400))
            .ShouldBe("identity/weak-password");
        await app.SignIn(member.Email);
    }

    [Fact]
    public async Task A_new_name_is_told_for_every_membership()
    {
        var member = await app.Register(OrganisationKinds.Enterprise);
        await member.Browser.Put("/api/identity/me", new { name = "张三丰", language = "en" }).Succeeds();
        var facts = (await app.Published<MembershipChanged>()).Where(f => f.PersonId == member.PersonId).ToList();
        facts.Select(f => (f.Version, f.PersonName, f.Language)).ShouldBe([(1L, "张三", "zh"), (2L, "张三丰", "en")]);
        facts[1].Roles.ShouldBe([Roles.Purchaser, Roles.Administrator]);
    }

    [Fact]
    public async Task A_machine_is_no_person()
    {
        var machine = Testing.People.Of(OrganisationKinds.University, roles: [Roles.Publisher, Roles.Administrator]);
        (await app.As(machine).GetAsync("/api/identity/me").RefusedWith(404)).ShouldBe("platform/not-found");
        (await app.As(machine).Post("/api/identity/organisations", IdentityApp.Registration(Guid.CreateVersion7(), OrganisationKinds.Enterprise)).RefusedWith(404))
            .ShouldBe("platform/not-found");
    }
}
