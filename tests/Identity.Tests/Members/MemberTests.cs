using System.Text.Json.Nodes;
using TechMarket.Identity.Members;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Members;

public sealed class MemberTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Theory]
    [InlineData(OrganisationKinds.Enterprise, Roles.Registrar)]
    [InlineData(OrganisationKinds.University, Roles.Reviewer)]
    [InlineData(OrganisationKinds.University, Roles.Broker)]
    [InlineData(OrganisationKinds.Bureau, Roles.Broker)]
    [InlineData(OrganisationKinds.Bureau, Roles.Purchaser)]
    [InlineData(OrganisationKinds.BrokerAgency, Roles.Publisher)]
    [InlineData(OrganisationKinds.DataSource, Roles.Approver)]
    public void A_role_exists_only_in_its_kinds_of_organisation(string kind, string role) =>
        Should.Throw<ProblemException>(() => RoleRules.Check(kind, [role])).Code.ShouldBe("identity/role-not-for-kind");

    [Fact]
    public void Every_kind_has_an_administrator_and_its_registrant_roles_are_its_own()
    {
        foreach (var kind in OrganisationKinds.All)
        {
            RoleRules.Of(kind).ShouldContain(Roles.Administrator);
            RoleRules.Check(kind, RoleRules.OfRegistrant(kind)).ShouldBe(RoleRules.OfRegistrant(kind));
        }
    }

    [Fact]
    public async Task An_invited_person_joins_with_the_roles_of_the_invitation()
    {
        var (administrator, person) = (await app.Verified(OrganisationKinds.University, name: "邀请大学"), await app.SignUp("李老师"));
        var token = await app.Invite(administrator, person.Email.ToUpperInvariant(), Roles.Approver);
        var preview = await app.Open().Post("/api/identity/invitations/preview", new { token }).Read<JsonObject>();
        preview["organisationName"]!.GetValue<string>().ShouldBe("邀请大学");

        await person.Browser.Post("/api/identity/invitations/accept", new { token }).Succeeds();
        (await person.Browser.Session())["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe([Roles.Approver]);
        var fact = (await app.Published<MembershipChanged>()).Single(f => f.PersonId == person.PersonId);
        (fact.OrganisationId, fact.Version, fact.Active, fact.PersonName).ShouldBe((administrator.OrganisationId, 1L, true, "李老师"));
        (await person.Browser.Post("/api/identity/invitations/accept", new { token }).RefusedWith(409)).ShouldBe("identity/invitation-over");
    }

    [Fact]
    public async Task The_invitations_token_is_in_no_table_and_no_fact()
    {
        var administrator = await app.Verified(OrganisationKinds.University);
        var token = await app.Invite(administrator, "secretly@people.test", Roles.Publisher);
        var stored = await app.InDb(db => Task.FromResult(db.Invitations.Single(i => i.EmailKey == "secretly@people.test").TokenHash));
        stored.ShouldBe(Secrets.Hash(token));
        app.Delivered.Of<object>().Select(f => System.Text.Json.JsonSerializer.Serialize(f)).ShouldAllBe(json => !json.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invitation_is_for_its_address_and_for_seven_days()
    {
        var (administrator, person, stranger) = (await app.Verified(OrganisationKinds.University), await app.SignUp(), await app.SignUp());
        var token = await app.Invite(administrator, person.Email, Roles.Publisher);
        var before = await app.Fingerprint();
        (await stranger.Browser.Post("/api/identity/invitations/accept", new { token }).RefusedWith(409)).ShouldBe("identity/invitation-for-another");
        (await app.Fingerprint()).ShouldBe(before);
        app.Clock.Advance(TimeSpan.FromDays(7));
        var later = await app.SignIn(person.Email);
        (await later.Browser.Post("/api/identity/invitations/accept", new { token }).RefusedWith(409)).ShouldBe("identity/invitation-over");
    }

    [Fact]
    public async Task A_revoked_or_replaced_invitation_no_longer_works()
    {
        var (administrator, person) = (await app.Verified(OrganisationKinds.University), await app.SignUp());
        var first = await app.Invite(administrator, person.Email, Roles.Publisher);
        var second = await app.Invite(administrator, person.Email, Roles.Approver);
        (await person.Browser.Post("/api/identity/invitations/accept", new { token = first }).RefusedWith(409)).ShouldBe("identity/invitation-over");
        var open = (await administrator.Browser.Get("/api/identity/invitations").Read<JsonObject>())["items"]!.AsArray();
        open.Count.ShouldBe(1);
        await administrator.Browser.Delete($"/api/identity/invitations/{open[0]!["id"]}").Succeeds();
        (await person.Browser.Post("/api/identity/invitations/accept", new { token = second }).RefusedWith(409)).ShouldBe("identity/invitation-over");
    }

    [Fact]
    public async Task A_removed_member_acts_no_longer_and_may_return()
    {
        var (administrator, person) = (await app.Verified(OrganisationKinds.University), await app.SignUp());
        await app.Join(administrator, person, Roles.Publisher);
        await administrator.Browser.Delete($"/api/identity/members/{person.PersonId}").Succeeds();
        var session = await person.Browser.Session();
        session["organisation"].ShouldBeNull();
        session["roles"]!.AsArray().ShouldBeEmpty();
        await app.Join(administrator, person, Roles.Approver);
        (await app.Published<MembershipChanged>()).Where(f => f.PersonId == person.PersonId).Select(f => (f.Version, f.Active))
            .ShouldBe([(1L, true), (2L, false), (3L, true)]);
    }

    [Fact]
    public async Task Changed_roles_hold_at_once()
    {
        var (administrator, person) = (await app.Verified(OrganisationKinds.University), await app.SignUp());
        await app.Join(administrator, person, Roles.Publisher);
        (await person.Browser.Get("/api/identity/members").RefusedWith(403)).ShouldBe("platform/role-missing");
        await app.SetRoles(administrator, person.PersonId, Roles.Publisher, Roles.Administrator);
        await person.Browser.Get("/api/identity/members").Succeeds();
    }

    [Fact]
    public async Task Roles_seen_before_somebody_else_changed_them_are_not_overwritten()
    {
        var (administrator, person) = (await app.Verified(OrganisationKinds.University), await app.SignUp());
        await app.Join(administrator, person, Roles.Publisher);
        var version = await app.VersionOf(administrator, person.PersonId);
        await app.SetRoles(administrator, person.PersonId, Roles.Approver);
        var before = await app.Fingerprint();
        (await administrator.Browser.Put($"/api/identity/members/{person.PersonId}", new { version, roles = new[] { Roles.Finance } }).RefusedWith(409))
            .ShouldBe("platform/changed-meanwhile");
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var administrator = await app.Verified(OrganisationKinds.University);
        var version = await app.VersionOf(administrator, administrator.PersonId);
        var before = await app.Fingerprint();
        (await administrator.Browser.Delete($"/api/identity/members/{administrator.PersonId}").RefusedWith(409)).ShouldBe("identity/last-administrator");
        (await administrator.Browser.Put($"/api/identity/members/{administrator.PersonId}", new { version, roles = new[] { Roles.Publisher } }).RefusedWith(409))
            .ShouldBe("identity/last-administrator");
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        var (first, second) = (await app.Verified(OrganisationKinds.University), await app.SignUp());
        await app.Join(first, second, Roles.Administrator);
        var answers = await Task.WhenAll(
            first.Browser.Delete($"/api/identity/members/{second.PersonId}"), second.Browser.Delete($"/api/identity/members/{first.PersonId}"));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        var left = await app.InDb(db => Task.FromResult(db.Memberships.Count(m => m.OrganisationId == new OrganisationId(first.OrganisationId) && m.Active)));
        left.ShouldBe(1);
    }

    [Fact]
    public async Task Registrar_and_broker_exclude_each_other_over_all_memberships()
    {
        var (bureau, agency, person) = (await app.Bureau("620500"), await app.Verified(OrganisationKinds.BrokerAgency), await app.SignUp());
        await app.Join(agency, person, Roles.Broker);
        var token = await app.Invite(bureau, person.Email, Roles.Registrar);
        var before = await app.Fingerprint();
        (await person.Browser.Post("/api/identity/invitations/accept", new { token }).RefusedWith(409)).ShouldBe("identity/registrar-and-broker");
        (await app.Fingerprint()).ShouldBe(before);

        // The same agency's book-keeper may be registrar: it is the broker's work that excludes.
        await app.SetRoles(agency, person.PersonId, Roles.Finance);
        await person.Browser.Post("/api/identity/invitations/accept", new { token }).Succeeds();
        var version = await app.VersionOf(agency, person.PersonId);
        (await agency.Browser.Put($"/api/identity/members/{person.PersonId}", new { version, roles = new[] { Roles.Broker } }).RefusedWith(409))
            .ShouldBe("identity/registrar-and-broker");
    }

    [Fact]
    public async Task Two_administrators_who_grant_registrar_and_broker_at_once_grant_one_of_them()
    {
        var (bureau, agency) = (await app.Bureau("620500"), await app.Verified(OrganisationKinds.BrokerAgency));
        for (var round = 0; round < 5; round++)
        {
            var person = await app.SignUp();
            await app.Join(bureau, person, Roles.Finance);
            await app.Join(agency, person, Roles.Finance);
            var (here, there) = (await app.VersionOf(bureau, person.PersonId), await app.VersionOf(agency, person.PersonId));
            var answers = await Task.WhenAll(
                bureau.Browser.Put($"/api/identity/members/{person.PersonId}", new { version = here, roles = new[] { Roles.Registrar } }),
                agency.Browser.Put($"/api/identity/members/{person.PersonId}", new { version = there, roles = new[] { Roles.Broker } }));
            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
            (await Task.FromResult(answers.Single(a => !a.IsSuccessStatusCode)).RefusedWith(409)).ShouldBe("identity/registrar-and-broker");
        }
    }

    [Fact]
    public async Task An_administrator_reads_what_was_done_for_and_to_the_organisation()
    {
        var (administrator, stranger) = (await app.Verified(OrganisationKinds.University), await app.Verified(OrganisationKinds.Enterprise));
        await app.Invite(administrator, "audited@people.test", Roles.Publisher);
        var mine = await administrator.Browser.Get($"/api/identity/audit?subjectKind=organisation&subjectId={administrator.OrganisationId}").Read<JsonObject>();
        mine["items"]!.AsArray().Select(i => i!["action"]!.GetValue<string>()).ShouldBe(["member-invited", "registered"]);
        var person = await app.SignUp("新成员");
        await app.Join(administrator, person, Roles.Approver);
        var people = await administrator.Browser.Get($"/api/identity/audit?subjectKind=person&subjectId={person.PersonId}").Read<JsonObject>();
        people["items"]!.AsArray().Select(i => (i!["action"]!.GetValue<string>(), i["personName"]!.GetValue<string>(), i["to"]!.GetValue<string>()))
            .ShouldBe([("member-joined", "新成员", Roles.Approver)]);
        var theirs = await stranger.Browser.Get($"/api/identity/audit?subjectId={administrator.OrganisationId}").Read<JsonObject>();
        theirs["total"]!.GetValue<int>().ShouldBe(0);
        (await app.AuditBreak()).ShouldBeNull();
    }
}
