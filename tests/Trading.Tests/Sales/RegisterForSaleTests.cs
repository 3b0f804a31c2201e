using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>Parties look, register, pay and are decided on.</summary>
public sealed class RegisterForSaleTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_party_registers_and_its_deposit_is_demanded_once()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        (await scene.Mine(party)).Party.ShouldBeNull();
        var id = await scene.Registered(party);
        await app.RepeatsUnchanged(() => scene.PutRegistration(party));
        await scene.PutRegistration(party, SaleScene.Registration("补充说明")).Succeeds();
        var mine = await scene.Mine(party);
        (mine.Party!.Id, mine.Party.State, mine.Party.Statement, mine.Party.TakesPart).ShouldBe((id, "REGISTERED", "补充说明", false));
        var demanded = (await app.Published<DepositDemanded>()).Single(f => f.SaleId == scene.Id);
        (demanded.PartyId, demanded.Amount, demanded.DueAt).ShouldBe((party.OrganisationId, Money.Yuan(100_000m), mine.EndsAt!.Value));
        (await app.Published<SalePartyChanged>()).Count(f => f.SaleId == scene.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Registration_is_for_verified_buyers_in_time()
    {
        var scene = await SaleScene.Announced(app);
        var own = app.University.Colleague(Roles.Purchaser);
        await app.RefusesUnchanged(() => scene.PutRegistration(own), 409, "trading/own-sale");
        await app.RefusesUnchanged(() => scene.PutRegistration(TradingApp.Buyer() with { Verified = false }), 403, "platform/organisation-not-verified");
        await app.RefusesUnchanged(() => scene.PutRegistration(TradingApp.Buyer().Colleague(Roles.Broker)), 403, "platform/role-missing");
        await app.RefusesUnchanged(() => scene.PutRegistration(TradingApp.Buyer(), SaleScene.Registration() with { AcceptsTerms = false }), 409, "trading/terms-not-accepted");
        await app.RefusesUnchanged(
            () => scene.PutRegistration(TradingApp.Buyer(), SaleScene.Registration() with { RelatedParty = true }), 409, "trading/related-party-statement-needed");
        var other = TradingApp.Buyer();
        await scene.Registered(other);
        app.Clock.Set((await scene.See()).EndsAt!.Value);
        (await scene.PutRegistration(TradingApp.Buyer()).RefusedWith(409)).ShouldBeOneOf("trading/registration-over", "trading/sale-wrong-state");
        (await scene.Do(other, "registration/withdraw", new WithdrawRegistration.Request("不买了")).RefusedWith(409)).ShouldBeOneOf("trading/registration-over", "trading/sale-wrong-state");
    }

    [Fact]
    public async Task The_non_disclosure_duty_opens_the_confidential_detail_until_the_party_is_out()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        var text = await app.As(party).GetAsync($"{scene.Url}/nda").Read<GetSaleNda.Response>();
        text.TextZh.ShouldContain("青山大学");
        await app.RefusesUnchanged(() => scene.Do(party, "nda", new ConfirmSaleNda.Request(new string('0', 64), "王采购")), 409, "trading/nda-text-changed");
        await scene.Do(party, "nda", new ConfirmSaleNda.Request(text.Hash, "王采购")).Succeeds();
        await app.RepeatsUnchanged(() => scene.Do(party, "nda", new ConfirmSaleNda.Request(text.Hash, "王采购")));
        var mine = await scene.Mine(party);
        (mine.Party!.State, mine.Party.AccessOpen).ShouldBe(("INTERESTED", true));
        var grant = (await app.Published<NdaConfirmed>()).Single(f => f.SaleId == scene.Id);
        (grant.NegotiationId, grant.BuyerId, grant.AchievementId).ShouldBe((mine.Party.Id, party.OrganisationId, scene.Achievement.AchievementId));
        var id = await scene.Registered(party);
        id.ShouldBe(mine.Party.Id);
        await scene.Decide(scene.Seller, id, false).Succeeds();
        (await app.Published<NegotiationEnded>()).Single(f => f.SaleId == scene.Id).NegotiationId.ShouldBe(id);
        (await scene.Mine(party)).Party!.AccessOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Documents_are_handed_in_until_the_party_is_decided_on_and_nobody_else_reads_them()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        await app.RefusesUnchanged(() => app.As(party).PostAsync($"{scene.Url}/registration/documents", SaleScene.Pdf("营业执照")), 404, "trading/sale-party-not-found");
        var id = await scene.Registered(party);
        await app.As(party).PostAsync($"{scene.Url}/registration/documents", SaleScene.Pdf("营业执照")).Succeeds();
        var document = (await scene.Mine(party)).Party!.Documents.ShouldHaveSingleItem();
        foreach (var reader in new[] { party, scene.Seller, scene.Bureau })
            (await app.As(reader).GetAsync($"{scene.Url}/documents/{document.Id}")).IsSuccessStatusCode.ShouldBeTrue();
        await app.RefusesUnchanged(() => app.As(TradingApp.Buyer()).GetAsync($"{scene.Url}/documents/{document.Id}"), 404, "trading/sale-document-not-found");
        await scene.Decide(scene.Bureau, id).Succeeds();
        await app.RefusesUnchanged(() => app.As(party).PostAsync($"{scene.Url}/registration/documents", SaleScene.Pdf("补充")), 409, "trading/sale-party-decided");
        await app.RefusesUnchanged(() => app.As(party).DeleteAsync($"{scene.Url}/registration/documents/{document.Id}"), 409, "trading/sale-party-decided");
    }

    [Fact]
    public async Task A_refused_party_learns_why_and_gets_its_deposit_back_also_when_it_pays_late()
    {
        var scene = await SaleScene.Announced(app);
        var (paid, unpaid) = (TradingApp.Buyer("甲公司"), TradingApp.Buyer("乙公司"));
        var first = await scene.Registered(paid);
        var second = await scene.Registered(unpaid);
        await scene.Pay(paid);
        await scene.Decide(scene.Seller, first, false).Succeeds();
        await scene.Decide(scene.Seller, second, false).Succeeds();
        (await scene.Decisions()).ShouldHaveSingleItem().PartyId.ShouldBe(paid.OrganisationId);
        await scene.Pay(unpaid);
        var decisions = await scene.Decisions();
        decisions.Select(d => (d.PartyId, d.Decision)).ShouldBe([(paid.OrganisationId, "RETURN"), (unpaid.OrganisationId, "RETURN")], ignoreOrder: true);
        var seen = await scene.Mine(paid);
        (seen.Party!.State, seen.Party.Decision!.Reason, seen.Party.Decision.PersonName).ShouldBe(("REFUSED", "未提交营业执照", null));
        await app.Hear(new DepositSettled(decisions[0].DepositId, scene.Id, decisions[0].PartyId, "RETURNED", Money.Yuan(100_000m), "REF-1", app.Clock.GetUtcNow()));
        (await scene.See()).Parties.Single(p => p.Deposit!.Id == decisions[0].DepositId).Deposit!.Outcome.ShouldBe("RETURNED");
    }

    [Fact]
    public async Task A_deposit_that_is_told_twice_is_held_once()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        await scene.Registered(party);
        await scene.Pay(party);
        var before = await scene.Version();
        await scene.Pay(party);
        (await scene.Version()).ShouldBe(before);
        await app.Hear(new DepositHeld(Guid.CreateVersion7(), scene.Id, party.OrganisationId, Money.Yuan(1m), app.Clock.GetUtcNow()));
        await app.Hear(new DepositHeld(Guid.CreateVersion7(), Guid.CreateVersion7(), party.OrganisationId, Money.Yuan(1m), app.Clock.GetUtcNow()));
        (await scene.Version()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_decisions_at_once_are_one()
    {
        for (var i = 0; i < 5; i++)
        {
            var scene = await SaleScene.Announced(app);
            var party = TradingApp.Buyer();
            var id = await scene.Registered(party);
            await scene.Pay(party);
            var answers = await Task.WhenAll(scene.Decide(scene.Seller, id), scene.Decide(scene.Approver, id, false), scene.Decide(scene.Bureau, id));
            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
            var state = (await scene.Mine(party)).Party!.State;
            (await scene.Decisions()).Count.ShouldBe(state == "REFUSED" ? 1 : 0);
            (await app.Published<SalePartyChanged>()).Where(f => f.SaleId == scene.Id).Select(f => f.Status).ShouldBe(["REGISTERED", state]);
        }
    }

    [Fact]
    public async Task A_right_of_first_refusal_is_announced_claimed_and_proved_once()
    {
        var scene = await SaleScene.Announced(app);
        var (inventor, other) = (TradingApp.Buyer("完成人公司"), TradingApp.Buyer("他人公司"));
        var first = await scene.Registered(inventor, SaleScene.Registration(priority: "职务科技成果完成人"));
        var second = await scene.Registered(other, SaleScene.Registration(priority: "职务科技成果完成人"));
        await app.RefusesUnchanged(() => scene.Decide(scene.Seller, first, true, 2), 409, "trading/no-priority-announced");
        await scene.Decide(scene.Seller, first, true, 1).Succeeds();
        await app.RefusesUnchanged(() => scene.Decide(scene.Seller, second, true, 1), 409, "trading/priority-taken");
        (await scene.Mine(inventor)).Party!.PriorityRank.ShouldBe(1);
    }

    [Fact]
    public async Task A_party_that_steps_back_in_time_gets_its_deposit_back_and_may_register_again()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        var first = await scene.Registered(party);
        await scene.Pay(party);
        await scene.Do(party, "registration/withdraw", new WithdrawRegistration.Request("资金安排变化")).Succeeds();
        (await scene.Decisions()).ShouldHaveSingleItem().Decision.ShouldBe("RETURN");
        var second = await scene.Registered(party);
        second.ShouldNotBe(first);
        (await app.Published<DepositDemanded>()).Count(f => f.SaleId == scene.Id).ShouldBe(2);
        (await app.As(party).GetAsync("/api/trading/sale-registrations").Read<ListRegistrations.Response>()).Items.ShouldHaveSingleItem().PartyState.ShouldBe("REGISTERED");
    }
}
