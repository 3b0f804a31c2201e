using System.Text.Json.Nodes;
using TechMarket.Identity.Organisations;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Organisations;

public sealed class RegisterOrganisationTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Url = "/api/identity/organisations";

    [Fact]
    public void Only_universities_and_institutes_are_public_institutions()
    {
        var particulars = new Particulars("某企业", OrganisationKinds.Enterprise, CreditCodes.Next(), null, "620500", true, "李四", "0938");
        Should.Throw<Platform.Problems.ProblemException>(particulars.Checked).Code.ShouldBe("identity/not-a-public-institution");
        (particulars with { Kind = OrganisationKinds.University }).Checked().PublicInstitution.ShouldBeTrue();
    }

    [Fact]
    public void The_credit_code_is_kept_in_upper_case_without_spaces_and_the_usual_nature_is_filled_in()
    {
        var particulars = new Particulars(" 某大学 ", OrganisationKinds.University, "9135 0200 7760 4965 3a", null, "620500", true, "李四", "0938").Checked();
        (particulars.Name, particulars.CreditCode, particulars.PartyNature).ShouldBe(("某大学", "91350200776049653A", "022"));
    }

    [Fact]
    public async Task Whoever_registers_becomes_administrator_and_acts_for_it_at_once()
    {
        var member = await app.SignUp();
        var id = Guid.CreateVersion7();
        var profile = await member.Browser.Post(Url, IdentityApp.Registration(id, OrganisationKinds.University, "91350200776049653A")).Read<JsonObject>();
        profile["status"]!.GetValue<string>().ShouldBe("REGISTERED");
        profile["creditCodeWarning"].ShouldBeNull();
        var session = await member.Browser.Session();
        session["organisation"]!["id"]!.GetValue<Guid>().ShouldBe(id);
        session["organisation"]!["verified"]!.GetValue<bool>().ShouldBeFalse();
        session["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe([Roles.Publisher, Roles.Administrator]);

        var fact = (await app.Published<OrganisationChanged>()).Single(f => f.OrganisationId == id);
        (fact.Version, fact.Kind, fact.CreditCode, fact.PartyNature, fact.AreaCode, fact.Verified)
            .ShouldBe((1L, OrganisationKinds.University, "91350200776049653A", "022", "620500", false));
        (await app.Published<MembershipChanged>()).Single(f => f.OrganisationId == id).Roles.ShouldBe([Roles.Publisher, Roles.Administrator]);
    }

    [Theory]
    [InlineData("91350211M0000XUF46", "CHECK_DIGIT_FAILS")]
    [InlineData("12345", "MALFORMED")]
    public async Task A_credit_code_that_does_not_add_up_is_warned_of_and_let_through(string code, string warning)
    {
        var member = await app.SignUp();
        var profile = await member.Browser.Post(Url, IdentityApp.Registration(Guid.CreateVersion7(), OrganisationKinds.Enterprise, code)).Read<JsonObject>();
        profile["creditCodeWarning"]!.GetValue<string>().ShouldBe(warning);
        var check = await member.Browser.Get($"/api/identity/credit-code-check?code={code}").Read<JsonObject>();
        check["result"]!.GetValue<string>().ShouldBe(warning);
    }

    [Fact]
    public async Task A_code_of_a_verified_organisation_is_taken()
    {
        var code = CreditCodes.Next();
        var first = await app.Register(OrganisationKinds.Enterprise, code);
        var rival = await app.Register(OrganisationKinds.Enterprise, code);
        await app.Found(first.OrganisationId);
        var third = await app.SignUp();
        (await third.Browser.Get($"/api/identity/credit-code-check?code={code}").Read<JsonObject>())["taken"]!.GetValue<bool>().ShouldBeTrue();
        var before = await app.Fingerprint();
        (await third.Browser.Post(Url, IdentityApp.Registration(Guid.CreateVersion7(), OrganisationKinds.Enterprise, code)).RefusedWith(409)).ShouldBe("identity/credit-code-taken");
        (await app.Fingerprint()).ShouldBe(before);
        rival.OrganisationId.ShouldNotBe(first.OrganisationId);
    }

    [Fact]
    public async Task The_same_registration_twice_is_one_and_another_under_its_id_is_refused()
    {
        var member = await app.SignUp();
        var (id, code) = (Guid.CreateVersion7(), CreditCodes.Next());
        await member.Browser.Post(Url, IdentityApp.Registration(id, OrganisationKinds.Enterprise, code)).Succeeds();
        var before = await app.Fingerprint();
        await member.Browser.Post(Url, IdentityApp.Registration(id, OrganisationKinds.Enterprise, code)).Succeeds();
        (await member.Browser.Post(Url, IdentityApp.Registration(id, OrganisationKinds.Enterprise, code, name: "另一家")).RefusedWith(409)).ShouldBe("identity/id-reused");
        var stranger = await app.SignUp();
        before = await app.Fingerprint();
        (await stranger.Browser.Post(Url, IdentityApp.Registration(id, OrganisationKinds.Enterprise, code)).RefusedWith(404)).ShouldBe("platform/not-found");
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task An_individual_broker_needs_no_credit_code_and_everybody_else_does()
    {
        await app.Register(OrganisationKinds.IndividualBroker, name: "王经纪");
        var member = await app.SignUp();
        var request = new { id = Guid.CreateVersion7(), name = "某企业", kind = OrganisationKinds.Enterprise, areaCode = "620500", contactName = "李四", contactPhone = "1" };
        (await member.Browser.Post(Url, request).RefusedWith(400)).ShouldBe("platform/invalid");
        (await member.Browser.Post(Url, new { request.id, request.name, request.kind, request.areaCode, request.contactName, contactPhone = "0938-12345" }).RefusedWith(400))
            .ShouldBe("identity/credit-code-missing");
    }

    [Theory]
    [InlineData("club", "620500", "identity/unknown-kind")]
    [InlineData("enterprise", "990000", "identity/unknown-area")]
    public async Task Unknown_codes_are_refused(string kind, string area, string problem)
    {
        var member = await app.SignUp();
        (await member.Browser.Post(Url, IdentityApp.Registration(Guid.CreateVersion7(), kind, areaCode: area)).RefusedWith(400)).ShouldBe(problem);
    }

    [Fact]
    public async Task A_registrar_cannot_register_a_brokerage()
    {
        var bureau = await app.Bureau("620500", Roles.Registrar);
        var before = await app.Fingerprint();
        (await bureau.Browser.Post(Url, IdentityApp.Registration(Guid.CreateVersion7(), OrganisationKinds.IndividualBroker)).RefusedWith(409))
            .ShouldBe("identity/registrar-and-broker");
        (await app.Fingerprint()).ShouldBe(before);
    }
}
