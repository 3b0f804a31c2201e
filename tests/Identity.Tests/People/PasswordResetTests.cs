using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Resets;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.People;

public sealed class PasswordResetTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Url = "/api/identity/password-resets";
    private const string Use = Url + "/use";
    private const string NewPassword = "another-Horse-8-battery";

    [Theory]
    [InlineData("own", true)]
    [InlineData("own and another", false)]
    [InlineData("nowhere", false)]
    public void An_administrator_helps_those_who_act_for_the_organisation_alone(string where, bool helps)
    {
        var caller = Testing.People.Of(OrganisationKinds.University, roles: Roles.Administrator);
        var (own, other) = ((caller.OrganisationId, OrganisationKinds.University), (Guid.CreateVersion7(), OrganisationKinds.Enterprise));
        IssuePasswordReset.MayHelp(caller, where switch { "own" => [own], "nowhere" => [], _ => [own, other] }).ShouldBe(helps);
    }

    [Theory]
    [InlineData("nowhere", true, true)]
    [InlineData("enterprise", true, true)]
    [InlineData("own bureau and an enterprise", true, true)]
    [InlineData("another bureau", true, false)]
    [InlineData("enterprise", false, false)]
    public void A_verified_bureau_helps_everybody_but_other_bureaus_people(string where, bool verified, bool helps)
    {
        var caller = Testing.People.Of(OrganisationKinds.Bureau, "科技局", "620500", verified, Roles.Administrator);
        var enterprise = (Guid.CreateVersion7(), OrganisationKinds.Enterprise);
        IssuePasswordReset.MayHelp(caller, where switch
        {
            "nowhere" => [],
            "enterprise" => [enterprise],
            "another bureau" => [(Guid.CreateVersion7(), OrganisationKinds.Bureau)],
            _ => [(caller.OrganisationId, OrganisationKinds.Bureau), enterprise],
        }).ShouldBe(helps);
    }

    [Fact]
    public async Task The_link_makes_a_new_password_once_and_ends_every_session()
    {
        var (administrator, person) = await Colleagues();
        var token = await Issue(administrator, person);
        for (var i = 0; i < 5; i++) await app.Open().Post("/api/identity/session", new { email = person.Email, password = "wrong" });
        (await app.Open().Post(Use, new { token, newPassword = "password2026!" }).RefusedWith(400)).ShouldBe("identity/weak-password");
        await app.Open().Post(Use, new { token, newPassword = NewPassword }).Succeeds();

        (await person.Browser.Get("/api/identity/me").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        (await app.SignIn(person.Email, NewPassword)).PersonId.ShouldBe(person.PersonId);
        (await app.Open().Post("/api/identity/session", new { email = person.Email, password = IdentityApp.Password }).RefusedWith(401)).ShouldBe("identity/wrong-credentials");
        var before = await app.Fingerprint();
        (await app.Open().Post(Use, new { token, newPassword = IdentityApp.Password }).RefusedWith(409)).ShouldBe("identity/reset-over");
        (await app.Fingerprint()).ShouldBe(before);
        var trail = await app.InDb(db => db.AuditTrail.AsNoTracking().Where(r => r.SubjectId == person.PersonId && r.Action.StartsWith("password-reset")).OrderBy(r => r.Sequence).ToListAsync());
        trail.Select(r => (r.Action, r.PersonId, r.Reason)).ShouldBe(
            [("password-reset-issued", administrator.PersonId, "当面核对身份证"), ("password-reset", person.PersonId, null)]);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_link_replaces_the_one_before_and_a_day_later_it_is_over()
    {
        var (administrator, person) = await Colleagues();
        var first = await Issue(administrator, person);
        var second = await Issue(administrator, person);
        (await app.Open().Post(Use, new { token = first, newPassword = NewPassword }).RefusedWith(409)).ShouldBe("identity/reset-over");
        app.Clock.Advance(PasswordReset.Life);
        (await app.Open().Post(Use, new { token = second, newPassword = NewPassword }).RefusedWith(409)).ShouldBe("identity/reset-over");
    }

    [Fact]
    public async Task Two_who_use_the_link_at_once_make_one_password()
    {
        var (administrator, person) = await Colleagues();
        var token = await Issue(administrator, person);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => app.Open().Post(Use, new { token, newPassword = $"{NewPassword}-{i}" })));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(a => (int)a.StatusCode == 409).ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_is_not_theirs_to_help_does_not_exist_and_only_administrators_ask()
    {
        var (administrator, person) = await Colleagues();
        var stranger = await app.Verified(OrganisationKinds.Enterprise);
        var bureau = await app.Bureau("620500");
        var before = await app.Fingerprint();
        (await Ask(stranger, person.Email).RefusedWith(404)).ShouldBe("platform/not-found");
        (await Ask(stranger, "nobody@people.test").RefusedWith(404)).ShouldBe("platform/not-found");
        (await Ask(person, administrator.Email).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.Fingerprint()).ShouldBe(before);
        await Ask(bureau, person.Email).Succeeds();
    }

    private async Task<(Member Administrator, Member Person)> Colleagues()
    {
        var (administrator, person) = (await app.Verified(OrganisationKinds.University), await app.SignUp("李老师"));
        await app.Join(administrator, person, Roles.Publisher);
        return (administrator, person);
    }

    private static Task<HttpResponseMessage> Ask(Member by, string email) => by.Browser.Post(Url, new { email, reason = "当面核对身份证" });

    private static async Task<string> Issue(Member by, Member person) =>
        (await Ask(by, person.Email).Read<JsonObject>())["link"]!.GetValue<string>().Split('#')[1];
}
