using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Todo;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Mandates;

public sealed class MandateTests(SharedApp shared) : CommissionsTests(shared)
{
    [Fact]
    public async Task A_mandate_is_agreed_when_the_client_and_every_broker_have_accepted()
    {
        var mandate = await App.Propose(App.Proposal());
        mandate.Number.ShouldMatch(@"^WT-2026-\d{6}$");
        (mandate.Status, mandate.MayAccept, mandate.MayEnd).ShouldBe((MandateStatus.Proposed, false, true));
        mandate.Brokers.Select(b => b.AcceptedAt is not null).ShouldBe([true, false]);

        var half = await App.As(App.Client).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null).Read<GetMandate.Response>();
        half.Status.ShouldBe(MandateStatus.Proposed);
        (await App.As(App.Person).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null).Read<GetMandate.Response>()).Status.ShouldBe(MandateStatus.Agreed);

        (await App.Published<MandateChanged>()).Where(f => f.MandateId == mandate.Id).Select(f => (f.Version, f.Status, f.ChangedByOrganisationId)).ShouldBe(
            [(1, "PROPOSED", App.Agency.OrganisationId), (2, "PROPOSED", App.Client.OrganisationId), (3, "AGREED", App.Person.OrganisationId)]);
        (await App.Published<MandateChanged>()).Last(f => f.MandateId == mandate.Id).BrokerIds.ShouldBe([App.Agency.OrganisationId, App.Person.OrganisationId]);
        (await App.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task Accepting_twice_is_accepting_once()
    {
        var mandate = await App.Propose(App.Proposal());
        await App.As(App.Client).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null).Succeeds();
        var before = await App.Fingerprint();
        await App.As(App.Client).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null).Succeeds();
        (await App.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_proposal_sent_twice_is_one_and_another_under_its_id_is_refused()
    {
        var request = App.Proposal();
        var first = await App.Propose(request);
        (await App.Propose(request)).Number.ShouldBe(first.Number);
        await Refuses(409, "commissions/mandate-id-reused", () => App.As(App.Agency).Post("/api/commissions/mandates", request with { Form = MandateForm.Agent }));
        await Refuses(409, "commissions/mandate-id-reused", () => App.As(App.Person).Post("/api/commissions/mandates", request));
        await Refuses(404, "commissions/mandate-not-found", () => App.As(App.Stranger).Post("/api/commissions/mandates", request));
    }

    [Fact]
    public async Task Shares_that_do_not_add_up_are_refused()
    {
        var request = App.Proposal(brokers: [new BrokerInput(App.Agency.OrganisationId, 7000, true), new BrokerInput(App.Person.OrganisationId, 2999)]);
        await Refuses(409, "commissions/shares-refused", () => App.As(App.Agency).Post("/api/commissions/mandates", request));
        request = App.Proposal(brokers: [new BrokerInput(App.Agency.OrganisationId, 7000, true), new BrokerInput(App.Person.OrganisationId, 3000, true)]);
        await Refuses(409, "commissions/shares-refused", () => App.As(App.Agency).Post("/api/commissions/mandates", request));
        request = App.Proposal(brokers: [new BrokerInput(App.Agency.OrganisationId, 7000, true), new BrokerInput(App.Agency.OrganisationId, 3000)]);
        await Refuses(409, "commissions/shares-refused", () => App.As(App.Agency).Post("/api/commissions/mandates", request));
    }

    [Theory]
    [InlineData(EarnEvent.ContractSigned, CommissionBase.TechnicalAmount, "commissions/base-unfit")]
    [InlineData(EarnEvent.ContractSigned, CommissionBase.ReceivedAmount, "commissions/base-unfit")]
    [InlineData(EarnEvent.ContractRegistered, CommissionBase.ReceivedAmount, "commissions/base-unfit")]
    [InlineData(EarnEvent.Milestone, CommissionBase.ContractAmount, "commissions/earn-event-unfit")]
    public async Task A_base_that_is_unknown_when_it_is_earned_is_refused(EarnEvent earn, CommissionBase basis, string code) =>
        await Refuses(409, code, () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal(earn, basis: basis)));

    [Fact]
    public async Task A_schedule_that_does_not_hold_is_refused()
    {
        var falling = new ScheduleInput(CommissionBase.ContractAmount, [new BandInput(0.05m, Money.Yuan(100)), new BandInput(0.03m, Money.Yuan(50)), new BandInput(0.01m)], 10_000);
        await Refuses(409, "commissions/schedule-refused", () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal(schedule: falling)));
        var inverted = CommissionsApp.Schedule(cap: Money.Yuan(100), minimum: Money.Yuan(200));
        await Refuses(409, "commissions/schedule-refused", () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal(schedule: inverted)));
        var dollars = CommissionsApp.Schedule(cap: new Money(100, "USD"));
        await Refuses(409, "commissions/currency-unfit", () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal(schedule: dollars)));
    }

    [Fact]
    public async Task Clients_and_brokers_are_verified_and_of_the_right_kind()
    {
        await Refuses(409, "commissions/client-unfit", () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal(client: App.Finance)));
        await Refuses(409, "commissions/broker-unfit", () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal(
            brokers: [new BrokerInput(App.Agency.OrganisationId, 5000, true), new BrokerInput(App.Stranger.OrganisationId, 5000)])));
        await Refuses(409, "commissions/not-among-brokers", () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal(
            brokers: [new BrokerInput(App.Person.OrganisationId, 10_000, true)])));
        await App.Known(App.Client, version: 2, verified: false);
        await Refuses(409, "commissions/client-unfit", () => App.As(App.Agency).Post("/api/commissions/mandates", App.Proposal()));
    }

    [Fact]
    public async Task Only_a_verified_brokers_broker_proposes()
    {
        await Refuses(403, "platform/role-missing", () => App.As(App.Client).Post("/api/commissions/mandates", App.Proposal()));
        await Refuses(403, "platform/organisation-not-verified", () => App.As(App.Agency with { Verified = false }).Post("/api/commissions/mandates", App.Proposal()));
        await Refuses(401, "platform/sign-in-needed", () => App.As().Post("/api/commissions/mandates", App.Proposal()));
    }

    [Fact]
    public async Task Only_who_may_commit_the_client_accepts_for_it()
    {
        var mandate = await App.Propose(App.Proposal());
        await Refuses(403, "platform/role-missing", () => App.As(App.Client.Colleague(Roles.Publisher)).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null));
        await Refuses(404, "commissions/mandate-not-found", () => App.As(App.Stranger).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null));
        (await App.As(App.Stranger).GetAsync($"/api/commissions/mandates/{mandate.Id}").RefusedWith(404)).ShouldBe("commissions/mandate-not-found");
    }

    [Fact]
    public async Task A_decline_or_an_end_closes_it_for_good()
    {
        var declined = await App.Propose(App.Proposal());
        var closed = await App.As(App.Client).Post($"/api/commissions/mandates/{declined.Id}/decline", new DeclineMandate.Request("费率过高")).Read<GetMandate.Response>();
        (closed.Status, closed.CloseReason).ShouldBe((MandateStatus.Declined, "费率过高"));
        await Refuses(409, "commissions/mandate-wrong-state", () => App.As(App.Client).PostAsync($"/api/commissions/mandates/{declined.Id}/accept", null));
        await Refuses(409, "commissions/mandate-wrong-state", () => App.As(App.Client).Post($"/api/commissions/mandates/{declined.Id}/end", new EndMandate.Request("终止")));

        var agreed = await App.AgreedMandate();
        await Refuses(409, "commissions/mandate-wrong-state", () => App.As(App.Client).Post($"/api/commissions/mandates/{agreed.Id}/decline", new DeclineMandate.Request("不再需要")));
        (await App.As(App.Client).Post($"/api/commissions/mandates/{agreed.Id}/end", new EndMandate.Request("合作结束")).Read<GetMandate.Response>()).Status.ShouldBe(MandateStatus.Ended);
        await Refuses(409, "commissions/mandate-wrong-state", () => App.As(App.Agency).Post($"/api/commissions/mandates/{agreed.Id}/end", new EndMandate.Request("再次终止")));

        var withdrawn = await App.Propose(App.Proposal());
        await Refuses(409, "commissions/mandate-wrong-state", () => App.As(App.Client).Post($"/api/commissions/mandates/{withdrawn.Id}/end", new EndMandate.Request("非提出方")));
        (await App.As(App.Agency).Post($"/api/commissions/mandates/{withdrawn.Id}/end", new EndMandate.Request("撤回")).Read<GetMandate.Response>()).Status.ShouldBe(MandateStatus.Ended);
    }

    [Fact]
    public async Task Its_last_day_ends_it_and_no_lead_comes_after()
    {
        var start = App.Clock.GetUtcNow();
        var agreed = await App.AgreedMandate(App.Proposal(until: ChinaTime.DayOf(start)));
        var achievement = await App.Achievement();
        App.Clock.Set(ChinaTime.EndOf(ChinaTime.DayOf(start)).AddSeconds(-1));
        (await App.As(App.Agency).GetAsync($"/api/commissions/mandates/{agreed.Id}").Read<GetMandate.Response>()).Status.ShouldBe(MandateStatus.Agreed);
        App.Clock.Set(ChinaTime.EndOf(ChinaTime.DayOf(start)));
        (await App.TryRecord(agreed.Id, achievement).RefusedWith(409)).ShouldBe("commissions/mandate-not-in-force");
        await App.RunDueDeadlines();
        (await App.As(App.Agency).GetAsync($"/api/commissions/mandates/{agreed.Id}").Read<GetMandate.Response>()).Status.ShouldBe(MandateStatus.Ended);
        App.Clock.Set(start);
    }

    [Fact]
    public async Task Two_acceptances_at_once_both_count()
    {
        var mandate = await App.Propose(App.Proposal());
        async Task Accept(Caller by)
        {
            for (var attempt = 0; attempt < 5; attempt++)
            {
                using var answer = await App.As(by).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null);
                if (answer.IsSuccessStatusCode) return;
                ((int)answer.StatusCode).ShouldBe(409);
            }
        }
        await Task.WhenAll(Accept(App.Client), Accept(App.Person));
        (await App.As(App.Agency).GetAsync($"/api/commissions/mandates/{mandate.Id}").Read<GetMandate.Response>()).Status.ShouldBe(MandateStatus.Agreed);
        (await App.Published<MandateChanged>()).Count(f => f.MandateId == mandate.Id && f.Status == "AGREED").ShouldBe(1);
    }

    [Fact]
    public async Task A_proposal_waits_in_the_to_do_list_of_who_has_not_accepted()
    {
        var mandate = await App.Propose(App.Proposal());
        var waiting = await App.As(App.Client).GetAsync("/api/commissions/todo").Read<GetTodo.Response>();
        waiting.Items.Single(i => i.Id == mandate.Id).ShouldBe(new GetTodo.Item(
            mandate.Id, "mandate-to-accept", App.Agency.OrganisationName, App.Client.OrganisationName, mandate.Number, App.Clock.GetUtcNow(), null, $"/workbench/mandates/{mandate.Id}"));
        (await App.As(App.Agency).GetAsync("/api/commissions/todo").Read<GetTodo.Response>()).Items.ShouldBeEmpty();
        (await App.As(App.Client.Colleague(Roles.Publisher)).GetAsync("/api/commissions/todo").Read<GetTodo.Response>()).Items.ShouldBeEmpty();
        (await App.As(App.Client).GetAsync("/api/commissions/mandates?status=PROPOSED").Read<ListMandates.Response>()).Items.Single().AwaitsYou.ShouldBeTrue();
        (await App.As(App.Stranger).GetAsync("/api/commissions/mandates").Read<ListMandates.Response>()).Total.ShouldBe(0);
        (await App.As(App.Client).GetAsync("/api/commissions/mandates?status=OPEN").RefusedWith(400)).ShouldBe("platform/malformed");
    }

    [Fact]
    public async Task A_proposal_starts_from_what_the_region_proposes()
    {
        var defaults = await App.As(App.Agency).GetAsync("/api/commissions/mandate-defaults").Read<GetMandateDefaults.Response>();
        (defaults.EarnEvent, defaults.WarnRate, defaults.Schedule.BuyerShareBasisPoints, defaults.Schedule.Bands.Count).ShouldBe((EarnEvent.PaymentReceived, 0.05m, 5000, 5));
        var request = App.Proposal() with { EarnEvent = null };
        (await App.Propose(request)).EarnEvent.ShouldBe(EarnEvent.PaymentReceived);
    }
}
