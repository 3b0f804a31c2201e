using System.Text.Json.Nodes;
using TechMarket.Identity.Organisations;
using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Organisations;

public sealed class VerificationTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly FileRef Proof = new(Guid.CreateVersion7(), "营业执照.pdf", "application/pdf", 10, "00");

    private static readonly Dictionary<string, Action<Organisation>> Actions = new(StringComparer.Ordinal)
    {
        ["edit"] = o => o.Edit(o.Version, o.Particulars with { Name = "另一个名字" }),
        ["add-proof"] = o => o.AddProof(Proof with { Id = Guid.CreateVersion7() }),
        ["remove-proof"] = o => o.RemoveProof(Proof.Id),
        ["submit"] = o => o.Submit(Now),
        ["verify"] = o => o.Verify(o.Version, default, "620000", null, Now),
        ["refuse"] = o => o.Refuse(o.Version, "材料不清晰", Now),
    };

    /// <summary>The whole state machine: what a state does not list, it refuses.</summary>
    [Theory]
    [InlineData(OrganisationStatus.Registered, "edit add-proof remove-proof submit")]
    [InlineData(OrganisationStatus.Submitted, "verify refuse")]
    [InlineData(OrganisationStatus.Verified, "")]
    [InlineData(OrganisationStatus.Refused, "edit add-proof remove-proof submit")]
    public void Every_state_allows_its_actions_and_refuses_all_others(OrganisationStatus status, string allowed)
    {
        foreach (var (name, act) in Actions)
        {
            var organisation = In(status);
            organisation.Status.ShouldBe(status);
            var version = organisation.Version;
            if (allowed.Split(' ').Contains(name))
            {
                act(organisation);
                organisation.Version.ShouldBe(version + 1, name);
            }
            else
            {
                Should.Throw<ProblemException>(() => act(organisation), name);
                (organisation.Status, organisation.Version).ShouldBe((status, version), name);
            }
        }
    }

    [Fact]
    public void A_verified_organisation_still_changes_its_contact()
    {
        var organisation = In(OrganisationStatus.Verified);
        organisation.Edit(organisation.Version, organisation.Particulars with { ContactName = "赵六" });
        organisation.ContactName.ShouldBe("赵六");
    }

    [Fact]
    public void A_bureau_is_verified_only_by_one_whose_area_contains_its_own()
    {
        var county = Registered(OrganisationKinds.Bureau, "620503");
        county.AddProof(Proof);
        county.Submit(Now);
        Should.Throw<ProblemException>(() => county.Verify(county.Version, county.Id, "620500", null, Now)).Code.ShouldBe("identity/bureau-out-of-area");
        Should.Throw<ProblemException>(() => county.Verify(county.Version, default, "620502", null, Now)).Code.ShouldBe("identity/bureau-out-of-area");
        county.Verify(county.Version, default, "620500", null, Now);
        county.IsVerified.ShouldBeTrue();
    }

    [Fact]
    public async Task From_registration_to_verification()
    {
        var bureau = await app.Bureau("620500", Roles.Reviewer);
        var member = await app.Register(OrganisationKinds.Enterprise, name: "待认证公司");
        (await member.Browser.Post($"/api/identity/organisations/{member.OrganisationId}/submit", new { }).RefusedWith(409)).ShouldBe("identity/proof-missing");
        await IdentityApp.Submit(member);
        var requested = (await app.Published<VerificationRequested>()).Single(f => f.OrganisationId == member.OrganisationId);
        (requested.Name, requested.AreaCode).ShouldBe(("待认证公司", "620500"));

        var queue = await bureau.Browser.Get("/api/identity/verifications?area=620500").Read<JsonObject>();
        queue["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>()).ShouldContain(member.OrganisationId);
        var todo = await bureau.Browser.Get("/api/identity/todo").Read<JsonObject>();
        var item = todo["items"]!.AsArray().Single(i => i!["id"]!.GetValue<Guid>() == member.OrganisationId)!;
        item["kind"]!.GetValue<string>().ShouldBe("organisation-to-verify");
        item["link"]!.GetValue<string>().ShouldBe($"/workbench/verifications/{member.OrganisationId}");

        var profile = await bureau.Browser.Get($"/api/identity/organisations/{member.OrganisationId}/profile").Read<JsonObject>();
        var proof = profile["proofs"]![0]!["id"]!.GetValue<Guid>();
        var file = await bureau.Browser.Get($"/api/identity/organisations/{member.OrganisationId}/proofs/{proof}");
        (await file.Content.ReadAsStringAsync()).ShouldStartWith("%PDF");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");

        var version = profile["version"]!.GetValue<long>();
        (await bureau.Browser.Post($"/api/identity/organisations/{member.OrganisationId}/verify", new { version = version - 1 }).RefusedWith(409))
            .ShouldBe("platform/changed-meanwhile");
        await bureau.Browser.Post($"/api/identity/organisations/{member.OrganisationId}/verify", new { version }).Succeeds();
        (await member.Browser.Session())["organisation"]!["verified"]!.GetValue<bool>().ShouldBeTrue();
        (await app.Published<OrganisationChanged>()).Last(f => f.OrganisationId == member.OrganisationId).Verified.ShouldBeTrue();
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_gives_its_reason_and_may_be_corrected()
    {
        var bureau = await app.Bureau("620500", Roles.Reviewer);
        var member = await app.Register(OrganisationKinds.Enterprise);
        await IdentityApp.Submit(member);
        var version = (await IdentityApp.Profile(member))["version"]!.GetValue<long>();
        await bureau.Browser.Post($"/api/identity/organisations/{member.OrganisationId}/refuse", new { version, reason = "营业执照不清晰" }).Succeeds();
        var refused = await IdentityApp.Profile(member);
        (refused["status"]!.GetValue<string>(), refused["refusalReason"]!.GetValue<string>()).ShouldBe(("REFUSED", "营业执照不清晰"));
        var mine = await member.Browser.Get("/api/identity/todo").Read<JsonObject>();
        mine["items"]![0]!["kind"]!.GetValue<string>().ShouldBe("organisation-to-submit");
        await member.Browser.Post($"/api/identity/organisations/{member.OrganisationId}/submit", new { }).Succeeds();
    }

    [Fact]
    public async Task Two_with_the_same_code_cannot_both_be_verified_not_even_at_once()
    {
        var bureau = await app.Bureau("620500", Roles.Reviewer);
        var code = CreditCodes.Next();
        var rivals = new[] { await app.Register(OrganisationKinds.Enterprise, code), await app.Register(OrganisationKinds.Enterprise, code) };
        foreach (var rival in rivals) await IdentityApp.Submit(rival);
        var answers = await Task.WhenAll(rivals.Select(async rival =>
        {
            var version = (await IdentityApp.Profile(rival))["version"]!.GetValue<long>();
            return await bureau.Browser.Post($"/api/identity/organisations/{rival.OrganisationId}/verify", new { version });
        }));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await Task.FromResult(answers.Single(a => !a.IsSuccessStatusCode)).RefusedWith(409)).ShouldBe("identity/credit-code-taken");
    }

    [Fact]
    public async Task A_data_source_is_verified_with_its_code()
    {
        var bureau = await app.Bureau("620500", Roles.Reviewer);
        var source = await app.Register(OrganisationKinds.DataSource, name: "省平台");
        await IdentityApp.Submit(source);
        var version = (await IdentityApp.Profile(source))["version"]!.GetValue<long>();
        var url = $"/api/identity/organisations/{source.OrganisationId}/verify";
        (await bureau.Browser.Post(url, new { version }).RefusedWith(400)).ShouldBe("identity/source-code-missing");
        await bureau.Browser.Post(url, new { version, sourceCode = "gansu" }).Succeeds();
        var verified = await bureau.Browser.Get("/api/identity/verifications?status=VERIFIED&q=省平台").Read<JsonObject>();
        verified["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>()).ShouldBe([source.OrganisationId]);
        (await bureau.Browser.Get("/api/identity/verifications?status=LOST").RefusedWith(400)).ShouldBe("platform/invalid");
        (await IdentityApp.Profile(source))["sourceCode"]!.GetValue<string>().ShouldBe("gansu");
    }

    [Fact]
    public async Task Only_a_verified_bureaus_reviewer_verifies()
    {
        var member = await app.Register(OrganisationKinds.Enterprise);
        await IdentityApp.Submit(member);
        var url = $"/api/identity/organisations/{member.OrganisationId}/verify";
        var before = await app.Fingerprint();
        (await app.As(Testing.People.Of(OrganisationKinds.Enterprise, roles: Roles.Administrator)).Post(url, new { version = 3 }).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As(Testing.People.Of(OrganisationKinds.Bureau, roles: Roles.Registrar)).Post(url, new { version = 3 }).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.As(Testing.People.Of(OrganisationKinds.Bureau, verified: false, roles: Roles.Reviewer)).Post(url, new { version = 3 }).RefusedWith(403))
            .ShouldBe("platform/organisation-not-verified");
        (await app.As(Testing.People.Of(OrganisationKinds.Bureau, verified: false, roles: Roles.Reviewer)).GetAsync("/api/identity/verifications").RefusedWith(403))
            .ShouldBe("platform/organisation-not-verified");
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Others_neither_see_nor_change_an_unverified_organisation()
    {
        var member = await app.Register(OrganisationKinds.Enterprise);
        var stranger = await app.Verified(OrganisationKinds.Enterprise);
        var url = $"/api/identity/organisations/{member.OrganisationId}";
        (await stranger.Browser.Get(url + "/profile").RefusedWith(404)).ShouldBe("platform/not-found");
        (await stranger.Browser.Get(url).RefusedWith(404)).ShouldBe("platform/not-found");
        (await stranger.Browser.Post(url + "/submit", new { }).RefusedWith(404)).ShouldBe("platform/not-found");
        (await stranger.Browser.Send(HttpMethod.Post, url + "/proofs", IdentityApp.Pdf()).RefusedWith(404)).ShouldBe("platform/not-found");
    }

    [Fact]
    public async Task A_proof_is_what_its_name_says_or_is_refused()
    {
        var member = await app.Register(OrganisationKinds.Enterprise);
        var before = await app.Fingerprint();
        var disguised = new MultipartFormDataContent { { new ByteArrayContent("MZ..."u8.ToArray()), "file", "执照.pdf" } };
        (await member.Browser.Send(HttpMethod.Post, $"/api/identity/organisations/{member.OrganisationId}/proofs", disguised).RefusedWith(400)).ShouldBe("platform/file-refused");
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Verified_brokers_are_listed_for_everybody_and_verified_organisations_for_the_signed_in()
    {
        var broker = await app.Verified(OrganisationKinds.BrokerAgency, name: "公开经纪公司");
        await app.Register(OrganisationKinds.BrokerAgency, name: "公开经纪公司未认证");
        var brokers = await app.Open().Get("/api/identity/brokers?q=公开经纪").Read<JsonObject>();
        brokers["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>()).ShouldBe([broker.OrganisationId]);
        (await app.Open().Get("/api/identity/organisations?q=公开").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        var found = await broker.Browser.Get("/api/identity/organisations?kind=broker_agency&q=公开").Read<JsonObject>();
        found["total"]!.GetValue<int>().ShouldBe(1);
        var card = await app.Open().Get($"/api/identity/organisations/{broker.OrganisationId}").Read<JsonObject>();
        card.Select(p => p.Key).ShouldBe(["id", "name", "kind", "areaCode", "verified", "verifiedAt"]);
    }

    private static Organisation Registered(string kind = OrganisationKinds.Enterprise, string area = "620500") => Organisation.Register(
        new OrganisationId(Guid.CreateVersion7()), new Particulars("某单位", kind, CreditCodes.Next(), null, area, false, "李四", "0938-1234567").Checked(), default, Now);

    private static Organisation In(OrganisationStatus status)
    {
        var organisation = Registered();
        organisation.AddProof(Proof);
        if (status == OrganisationStatus.Registered) return organisation;
        organisation.Submit(Now);
        if (status == OrganisationStatus.Verified) organisation.Verify(organisation.Version, default, null, null, Now);
        if (status == OrganisationStatus.Refused) organisation.Refuse(organisation.Version, "材料不清晰", Now);
        return organisation;
    }
}
