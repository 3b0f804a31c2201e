using System.Security.Cryptography;
using System.Text;
using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Leads;
using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Todo;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Leads;

public sealed class LeadTests(SharedApp shared) : CommissionsTests(shared)
{
    [Fact]
    public async Task A_lead_is_noted_at_the_servers_time_with_a_hash_of_its_record()
    {
        var mandate = await App.AgreedMandate();
        var (achievement, demand) = (await App.Achievement(), await App.Demand());
        var lead = await App.Record(mandate.Id, achievement, demandId: demand);
        lead.Number.ShouldMatch(@"^XS-2026-\d{6}$");
        (lead.Status, lead.RecordedAt, lead.DemandId, lead.DoubleAgency, lead.Binds).ShouldBe((LeadStatus.Recorded, App.Clock.GetUtcNow(), demand, false, true));
        lead.RecordHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lead.RecordText))));
        lead.RecordText.ShouldContain(achievement.ToString());
        lead.ProtectedUntil.ShouldBe(ChinaTime.EndOf(ChinaTime.DayOf(lead.RecordedAt).AddDays(180)));
        lead.ActsFor.Select(a => (a.BrokerId, a.PartyId)).ShouldBe([(App.Agency.OrganisationId, App.Client.OrganisationId), (App.Person.OrganisationId, App.Client.OrganisationId)]);
        var fact = (await App.Published<LeadChanged>()).Single(f => f.LeadId == lead.Id);
        (fact.Version, fact.Status, fact.ClientId, fact.SellerId, fact.AchievementId, fact.DemandId, fact.BrokerId, fact.RecordedAt).ShouldBe(
            (1, "RECORDED", App.Client.OrganisationId, App.Holder.OrganisationId, achievement, (Guid?)demand, App.Agency.OrganisationId, lead.RecordedAt));
    }

    [Fact]
    public async Task It_is_accepted_when_both_sides_have_accepted()
    {
        var mandate = await App.AgreedMandate();
        var lead = await App.Record(mandate.Id, await App.Achievement());
        await App.Accept(lead.Id, App.Client).Succeeds();
        (await App.Accept(lead.Id, App.Holder).Read<GetLead.Response>()).Status.ShouldBe(LeadStatus.Accepted);
        (await App.Published<LeadChanged>()).Where(f => f.LeadId == lead.Id).Select(f => (f.Version, f.Status)).ShouldBe([(1, "RECORDED"), (2, "RECORDED"), (3, "ACCEPTED")]);
        await Refuses(409, "commissions/lead-answered", () => App.Accept(lead.Id, App.Holder));
        await Refuses(409, "commissions/lead-answered", () => App.As(App.Holder).Post($"/api/commissions/leads/{lead.Id}/dispute", new DisputeLead.Request("早已认识")));
    }

    [Fact]
    public async Task It_is_disputed_with_a_reason_and_in_time()
    {
        var mandate = await App.AgreedMandate();
        var lead = await App.Record(mandate.Id, await App.Achievement());
        var disputed = await App.As(App.Client).Post($"/api/commissions/leads/{lead.Id}/dispute", new DisputeLead.Request("此前已自行联系")).Read<GetLead.Response>();
        (disputed.Status, disputed.Binds, disputed.BuyerAnswer!.Reason).ShouldBe((LeadStatus.Disputed, false, "此前已自行联系"));
        (await App.Published<LeadChanged>()).Last(f => f.LeadId == lead.Id).ShouldSatisfyAllConditions(f => f.Status.ShouldBe("DISPUTED"), f => f.Reason.ShouldBe("此前已自行联系"));
        (await App.As(App.Agency).GetAsync("/api/commissions/todo").Read<GetTodo.Response>()).Items.Single(i => i.Id == lead.Id).Kind.ShouldBe("lead-disputed");
        (await App.Accept(lead.Id, App.Client).Read<GetLead.Response>()).Status.ShouldBe(LeadStatus.Recorded);

        var start = App.Clock.GetUtcNow();
        App.Clock.Set(lead.AnswerBy);
        await Refuses(409, "commissions/lead-answer-late", () => App.As(App.Holder).Post($"/api/commissions/leads/{lead.Id}/dispute", new DisputeLead.Request("太晚")));
        await App.Accept(lead.Id, App.Holder).Succeeds();
        App.Clock.Set(start);
    }

    [Fact]
    public async Task The_first_record_of_a_pair_counts_and_later_brokers_are_told()
    {
        var first = await App.AgreedMandate();
        var achievement = await App.Achievement();
        var lead = await App.Record(first.Id, achievement);
        var second = await App.AgreedMandate(App.Proposal(brokers: [new BrokerInput(App.Agency.OrganisationId, 10_000, true)]));
        await Refuses(409, "commissions/lead-taken", () => App.TryRecord(second.Id, achievement));
        var draft = await App.As(App.Agency).GetAsync($"/api/commissions/lead-drafts/{achievement}").Read<PrepareLead.Response>();
        draft.Mandates.ShouldAllBe(m => m.AlreadyRecordedAt == lead.RecordedAt);

        var start = App.Clock.GetUtcNow();
        App.Clock.Set(lead.ProtectedUntil);
        (await App.Record(second.Id, achievement)).Id.ShouldNotBe(lead.Id);
        App.Clock.Set(start);
    }

    [Fact]
    public async Task Two_brokers_at_once_make_one_lead()
    {
        var mandate = await App.AgreedMandate();
        var achievement = await App.Achievement();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => App.TryRecord(mandate.Id, achievement, i % 2 == 0 ? App.Agency : App.Person)));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        answers.Where(a => !a.IsSuccessStatusCode).ShouldAllBe(a => (int)a.StatusCode == 409);
        (await App.As(App.Client).GetAsync("/api/commissions/leads?waiting=true").Read<ListLeads.Response>()).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_introduction_sent_twice_is_one_and_another_under_its_id_is_refused()
    {
        var mandate = await App.AgreedMandate();
        var (achievement, id) = (await App.Achievement(), Guid.CreateVersion7());
        var first = await App.TryRecord(mandate.Id, achievement, id: id).Read<GetLead.Response>();
        (await App.TryRecord(mandate.Id, achievement, id: id).Read<GetLead.Response>()).Number.ShouldBe(first.Number);
        var other = await App.Achievement();
        await Refuses(409, "commissions/lead-id-reused", () => App.TryRecord(mandate.Id, other, id: id));
        await Refuses(404, "commissions/lead-not-found", () => App.TryRecord(mandate.Id, achievement, App.Stranger, id));
    }

    [Fact]
    public async Task Only_a_published_achievement_under_an_agreed_mandate_is_introduced()
    {
        var proposed = await App.Propose(App.Proposal());
        var achievement = await App.Achievement();
        await Refuses(409, "commissions/mandate-not-in-force", () => App.TryRecord(proposed.Id, achievement));
        var agreed = await App.AgreedMandate();
        await Refuses(404, "commissions/mandate-not-found", () => App.TryRecord(agreed.Id, achievement, App.Stranger));
        await Refuses(409, "commissions/achievement-not-open", () => App.TryRecord(agreed.Id, Guid.CreateVersion7()));
        var foreign = await App.Demand(App.Stranger);
        await Refuses(409, "commissions/demand-unfit", () => App.TryRecord(agreed.Id, achievement, demandId: foreign));
        await Refuses(409, "commissions/introduced-to-unfit", () => App.TryRecord(agreed.Id, achievement, to: App.Stranger.OrganisationId));
        await App.Hear(new AchievementStatusChanged(achievement, 2, "CG-2026-000001", "一种新型电池材料", App.Holder.OrganisationId, "RESERVED", null, App.Clock.GetUtcNow()));
        await Refuses(409, "commissions/achievement-not-open", () => App.TryRecord(agreed.Id, achievement));
    }

    [Fact]
    public async Task A_holders_broker_names_whom_it_introduces_the_achievement_to()
    {
        var mandate = await App.AgreedMandate(App.Proposal(client: App.Holder, buyerShare: 0), App.Holder);
        var achievement = await App.Achievement();
        await Refuses(409, "commissions/introduced-to-needed", () => App.TryRecord(mandate.Id, achievement));
        await Refuses(409, "commissions/introduced-to-unfit", () => App.TryRecord(mandate.Id, achievement, to: App.Holder.OrganisationId));
        var lead = await App.Record(mandate.Id, achievement, to: App.Client.OrganisationId);
        (lead.BuyerId, lead.SellerId, lead.MandateClientId).ShouldBe((App.Client.OrganisationId, App.Holder.OrganisationId, App.Holder.OrganisationId));
    }

    [Fact]
    public async Task Acting_for_both_sides_needs_the_consent_of_both()
    {
        await App.AgreedMandate(App.Proposal(client: App.Holder, buyerShare: 0), App.Holder);
        var mandate = await App.AgreedMandate();
        var lead = await App.Record(mandate.Id, await App.Achievement());
        (lead.DoubleAgency, lead.Binds).ShouldBe((true, false));
        lead.ActsFor.Count.ShouldBe(4);
        await Refuses(409, "commissions/double-agency-consent-needed", () => App.Accept(lead.Id, App.Client));
        (await App.Accept(lead.Id, App.Client, doubleAgency: true).Read<GetLead.Response>()).Binds.ShouldBeFalse();
        await Refuses(403, "platform/role-missing", () => App.Accept(lead.Id, App.Holder.Colleague(Roles.Publisher), doubleAgency: true));
        (await App.Accept(lead.Id, App.Holder, doubleAgency: true).Read<GetLead.Response>()).Binds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_seller_who_is_to_pay_a_part_consents_with_its_acceptance()
    {
        var mandate = await App.AgreedMandate(App.Proposal(buyerShare: 6000));
        var lead = await App.Record(mandate.Id, await App.Achievement());
        lead.Binds.ShouldBeFalse();
        await Refuses(409, "commissions/payer-consent-needed", () => App.Accept(lead.Id, App.Holder));
        (await App.As(App.Holder).GetAsync($"/api/commissions/leads/{lead.Id}").Read<GetLead.Response>()).NeedsConsentToPay.ShouldBeTrue();
        (await App.Accept(lead.Id, App.Holder, pays: true).Read<GetLead.Response>()).Binds.ShouldBeTrue();
    }

    [Fact]
    public async Task Others_do_not_see_it_and_brokers_do_not_answer_it()
    {
        var mandate = await App.AgreedMandate();
        var lead = await App.Record(mandate.Id, await App.Achievement());
        (await App.As(App.Stranger).GetAsync($"/api/commissions/leads/{lead.Id}").RefusedWith(404)).ShouldBe("commissions/lead-not-found");
        await Refuses(404, "commissions/lead-not-found", () => App.Accept(lead.Id, App.Stranger));
        await Refuses(403, "platform/role-missing", () => App.Accept(lead.Id, App.Agency));
        var waiting = (await App.As(App.Holder).GetAsync("/api/commissions/todo").Read<GetTodo.Response>()).Items.Single(i => i.Id == lead.Id);
        (waiting.Kind, waiting.DueAt, waiting.Link).ShouldBe(("lead-to-answer", lead.AnswerBy, $"/workbench/leads/{lead.Id}"));
    }

    [Fact]
    public async Task It_stays_attached_to_the_deal_of_its_pair_also_when_the_deal_names_no_lead()
    {
        var mandate = await App.AgreedMandate();
        var achievement = await App.Achievement();
        var lead = await App.Record(mandate.Id, achievement);
        var deal = App.Deal(achievement);
        await App.Hear(deal);
        var commission = await App.CommissionOf(deal);
        (commission.Status, commission.LeadId, commission.MandateNumber).ShouldBe((CommissionStatus.LeadLocked, lead.Id, mandate.Number));
        commission.Number.ShouldMatch(@"^YJ-2026-\d{6}$");
        (await App.As(App.Agency).GetAsync($"/api/commissions/leads/{lead.Id}").Read<GetLead.Response>()).DealNumber.ShouldBe(deal.Number);
    }

    [Fact]
    public async Task A_deal_before_the_lead_or_after_its_protection_carries_no_commission()
    {
        var mandate = await App.AgreedMandate();
        var achievement = await App.Achievement();
        var early = App.Deal(achievement) with { ConcludedAt = App.Clock.GetUtcNow().AddMinutes(-1) };
        var lead = await App.Record(mandate.Id, achievement);
        await App.Hear(early);
        var late = App.Deal(achievement, [lead.Id]) with { ConcludedAt = lead.ProtectedUntil };
        await App.Hear(late);
        (await App.InDb(db => Task.FromResult(db.Commissions.Count(c => c.DealId == early.DealId || c.DealId == late.DealId)))).ShouldBe(0);
    }

    [Fact]
    public async Task A_deal_round_the_broker_is_flagged_as_a_claim_candidate()
    {
        var mandate = await App.AgreedMandate();
        var lead = await App.Record(mandate.Id, await App.Achievement());
        var around = App.Deal(await App.Achievement(title: "另一项成果"));
        await App.Hear(around);
        await App.Hear(around);
        var claims = await App.As(App.Agency).GetAsync("/api/commissions/claims").Read<ListClaims.Response>();
        claims.Items.Single().ShouldSatisfyAllConditions(
            c => c.LeadNumber.ShouldBe(lead.Number), c => c.DealNumber.ShouldBe(around.Number), c => c.Ground.ShouldBe(ClaimGround.OtherAchievement));
        (await App.As(App.Person).GetAsync("/api/commissions/claims").Read<ListClaims.Response>()).Total.ShouldBe(1);
        (await App.As(App.Client).GetAsync("/api/commissions/claims").RefusedWith(403)).ShouldBe("platform/role-missing");
        (await App.InDb(db => Task.FromResult(db.Commissions.Any(c => c.DealId == around.DealId)))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_disputed_lead_holds_the_commission_back_until_it_is_accepted()
    {
        var mandate = await App.AgreedMandate(App.Proposal(EarnEvent.ContractSigned));
        var achievement = await App.Achievement();
        var lead = await App.Record(mandate.Id, achievement);
        await App.As(App.Client).Post($"/api/commissions/leads/{lead.Id}/dispute", new DisputeLead.Request("此前已联系")).Succeeds();
        var deal = App.Deal(achievement, [lead.Id]);
        await App.Hear(deal);
        await App.Hear(App.Effective(deal));
        (await App.CommissionOf(deal)).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(CommissionStatus.Proposed), c => c.Earnings.ShouldBeEmpty());
        await App.Accept(lead.Id, App.Client).Succeeds();
        (await App.CommissionOf(deal)).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(CommissionStatus.Earned), c => c.Earned.ShouldBe(Money.Yuan(42_000)));
        (await App.Published<CommissionEarned>()).Count(f => f.DealId == deal.DealId).ShouldBe(1);
    }
}
