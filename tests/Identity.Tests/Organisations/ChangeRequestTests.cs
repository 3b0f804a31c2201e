using System.Text.Json.Nodes;
using TechMarket.Identity.Organisations;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Organisations;

/// <summary>A verified organisation is renamed: asked for by its administrator, made by the bureau.</summary>
public sealed class ChangeRequestTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_changes_before_the_bureau_decides_and_the_contact_is_no_matter_of_it()
    {
        var organisation = Verified();
        organisation.RequestChange(organisation.Version, organisation.Particulars with { Name = "新名称" }, "更名", Now);
        (organisation.Name, organisation.IsVerified, organisation.ChangeRequestedAt).ShouldBe(("旧名称", true, Now));
        organisation.Edit(organisation.Version, organisation.Particulars with { ContactName = "新联系人" });
        organisation.ApproveChange(organisation.Version, new OrganisationId(Guid.CreateVersion7()), "620000");
        (organisation.Name, organisation.ContactName, organisation.Change, organisation.ChangeRequestedAt).ShouldBe(("新名称", "新联系人", null, null));
    }

    [Fact]
    public void Only_a_verified_organisation_asks_and_only_for_something_else()
    {
        var fresh = Organisation.Register(new OrganisationId(Guid.CreateVersion7()), Some("甲"), new PersonId(Guid.CreateVersion7()), Now);
        Should.Throw<ProblemException>(() => fresh.RequestChange(1, Some("乙"), "更名", Now)).Code.ShouldBe("identity/not-verified-yet");
        var verified = Verified();
        Should.Throw<ProblemException>(() => verified.RequestChange(verified.Version, verified.Particulars, "更名", Now)).Code.ShouldBe("identity/nothing-changes");
        Should.Throw<ProblemException>(verified.WithdrawChange).Code.ShouldBe("identity/no-change-asked");
        Should.Throw<ProblemException>(() => verified.RefuseChange(verified.Version, "不符")).Code.ShouldBe("identity/no-change-asked");
    }

    [Fact]
    public void A_refused_change_is_not_made_later()
    {
        var organisation = Verified();
        organisation.RequestChange(organisation.Version, organisation.Particulars with { Name = "新名称" }, "更名", Now);
        organisation.RefuseChange(organisation.Version, "缺更名批复");
        organisation.Change!.Refusal.ShouldBe("缺更名批复");
        Should.Throw<ProblemException>(() => organisation.ApproveChange(organisation.Version, new OrganisationId(Guid.CreateVersion7()), "620000"))
            .Code.ShouldBe("identity/no-change-asked");
    }

    [Fact]
    public async Task It_is_asked_for_proven_and_made_and_the_other_services_hear_of_it()
    {
        var (university, bureau) = (await app.Verified(OrganisationKinds.University, name: "某某学院"), await app.Bureau("620500", Roles.Reviewer));
        var asked = await Ask(university, "某某大学").Read<JsonObject>();
        (asked["name"]!.GetValue<string>(), asked["verified"]!.GetValue<bool>(), asked["change"]!["name"]!.GetValue<string>()).ShouldBe(("某某学院", true, "某某大学"));
        await university.Browser.Send(HttpMethod.Post, Of(university) + "/proofs", IdentityApp.Pdf("更名批复.pdf")).Succeeds();
        (await Waiting(bureau)).ShouldContain(university.OrganisationId);
        (await Todo(bureau)).ShouldContain("organisation-change-to-decide");

        var version = await VersionOf(university);
        var before = await app.Fingerprint();
        (await bureau.Browser.Post(Of(university) + "/change/approve", new { version = version - 1 }).RefusedWith(409)).ShouldBe("platform/changed-meanwhile");
        (await university.Browser.Post(Of(university) + "/change/approve", new { version }).RefusedWith(403)).ShouldBe("platform/role-missing");
        (await app.Fingerprint()).ShouldBe(before);
        await bureau.Browser.Post(Of(university) + "/change/approve", new { version }).Succeeds();

        var fact = (await app.Published<OrganisationChanged>()).Where(f => f.OrganisationId == university.OrganisationId).MaxBy(f => f.Version)!;
        (fact.Name, fact.Verified).ShouldBe(("某某大学", true));
        (await university.Browser.Session())["organisation"]!["name"]!.GetValue<string>().ShouldBe("某某大学");
        (await Waiting(bureau)).ShouldNotContain(university.OrganisationId);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_gives_the_reason_waits_for_the_administrator_and_is_put_away()
    {
        var (university, bureau) = (await app.Verified(OrganisationKinds.University), await app.Bureau("620500", Roles.Reviewer));
        await Ask(university, "另一名称").Succeeds();
        await bureau.Browser.Post(Of(university) + "/change/refuse", new { version = await VersionOf(university), reason = "缺更名批复" }).Succeeds();
        (await IdentityApp.Profile(university))["change"]!["refusal"]!.GetValue<string>().ShouldBe("缺更名批复");
        (await Todo(university)).ShouldContain("organisation-change-refused");
        await university.Browser.Delete(Of(university) + "/change").Succeeds();
        (await IdentityApp.Profile(university))["change"].ShouldBeNull();
        (await university.Browser.Delete(Of(university) + "/change").RefusedWith(409)).ShouldBe("identity/no-change-asked");
    }

    [Fact]
    public async Task Nobody_asks_for_another_organisation_and_a_taken_credit_code_stays_taken()
    {
        var (one, other, bureau) = (await app.Verified(OrganisationKinds.Enterprise), await app.Verified(OrganisationKinds.Enterprise), await app.Bureau("620500", Roles.Reviewer));
        var code = (await IdentityApp.Profile(other))["creditCode"]!.GetValue<string>();
        (await Ask(one, "别家", other).RefusedWith(404)).ShouldBe("platform/not-found");
        await Ask(one, "同码企业", code: code).Succeeds();
        var version = await VersionOf(one);
        (await bureau.Browser.Post(Of(one) + "/change/approve", new { version }).RefusedWith(409)).ShouldBe("identity/credit-code-taken");
        (await IdentityApp.Profile(one))["name"]!.GetValue<string>().ShouldBe("测试单位");
    }

    private static Organisation Verified() =>
        Organisation.Register(new OrganisationId(Guid.CreateVersion7()), Some("旧名称"), new PersonId(Guid.CreateVersion7()), Now).Founded(null, Now);

    private static Particulars Some(string name) => new(name, OrganisationKinds.University, CreditCodes.Next(), null, "620500", false, "李四", "0938-8210000");

    private static string Of(Member member) => $"/api/identity/organisations/{member.OrganisationId}";

    private async Task<HttpResponseMessage> Ask(Member by, string name, Member? whose = null, string? code = null)
    {
        var profile = await IdentityApp.Profile(by);
        return await by.Browser.Put(Of(whose ?? by) + "/change", new
        {
            version = profile["version"]!.GetValue<long>(), name, areaCode = "620500", reason = "经批准更名", creditCode = code ?? profile["creditCode"]!.GetValue<string>(),
        });
    }

    private static async Task<long> VersionOf(Member member) => (await IdentityApp.Profile(member))["version"]!.GetValue<long>();

    private static async Task<IEnumerable<Guid>> Waiting(Member bureau) =>
        (await bureau.Browser.Get("/api/identity/verifications?status=CHANGE&size=100").Read<JsonObject>())["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>());

    private static async Task<IEnumerable<string>> Todo(Member member) =>
        (await member.Browser.Get("/api/identity/todo").Read<JsonObject>())["items"]!.AsArray().Select(i => i!["kind"]!.GetValue<string>());
}
