using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Tests.Deals;

/// <summary>The line every page of a deal shows, as facts arrive, in any order and more than once.</summary>
public sealed class DealLineTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Before_any_talks_the_rest_is_still_to_come()
    {
        var achievement = await app.Achievement(app.University);
        (await Line(TradingApp.Buyer(), $"achievementId={achievement.AchievementId}")).ShouldBe(
            ["listed:done", "negotiation:next", "notice:next", "deal:next", "signing:next", "registration:next", "settlement:next"]);
    }

    [Fact]
    public async Task It_follows_talks_and_notice()
    {
        var talks = await app.Talks(app.University);
        var url = $"negotiationId={talks.Id}";
        (await Line(talks.Buyer, url))[1..4].ShouldBe(["negotiation:now", "notice:next", "deal:next"]);
        var notice = await app.Notice();
        url = $"negotiationId={notice.Room.Id}";
        (await Line(notice.Room.Buyer, url))[1..4].ShouldBe(["negotiation:done", "notice:now", "deal:next"]);
        var stop = (await Stops(notice.Room.Buyer, url))[2];
        (stop.DueAt, stop.Document).ShouldBe((notice.EndsAt, new GetDealLine.Document(notice.Number, $"/notices/{notice.Number}")));
        await notice.Decide(await notice.Object(), DecideObjection.Outcomes.Upheld, DecideObjection.Consequences.Cancel).Succeeds();
        (await Line(notice.Room.Seller, url))[1..4].ShouldBe(["negotiation:done", "notice:stopped", "deal:next"]);
        (await Stops(notice.Room.Seller, url))[2].Reason.ShouldBe("经核实，价格以评估为依据。");
    }

    [Fact]
    public async Task It_follows_contract_registration_and_settlement_whatever_order_they_are_heard_in()
    {
        var achievement = await app.Achievement();
        var talks = await app.Talks(achievement: achievement.AchievementId);
        await talks.Accept(talks.Buyer, await talks.Offer(talks.Seller)).Succeeds();
        var deal = (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == talks.Id);
        var url = $"dealId={deal.DealId}";
        (await Line(talks.Buyer, url)).ShouldBe(["listed:done", "negotiation:done", "deal:done", "signing:now", "registration:next", "settlement:next"]);

        var (contract, now) = (Guid.CreateVersion7(), app.Clock.GetUtcNow());
        var effective = new ContractEffective(
            contract, "HT-2026-000001", deal.DealId, achievement.AchievementId, "合同", "ZR01", null, talks.Seller.OrganisationId, talks.Buyer.OrganisationId, null,
            Money.Yuan(800_000m), now);
        var message = await app.Hear(effective);
        await app.Hear(effective, message);
        await app.Hear(effective);
        await app.Hear(new ContractDrafted(
            contract, "HT-2026-000001", deal.DealId, achievement.AchievementId, "合同", "ZR01", talks.Seller.OrganisationId, talks.Buyer.OrganisationId, Money.Yuan(800_000m), now));
        await app.Hear(new ContractSigned(contract, "HT-2026-000001", deal.DealId, "合同", talks.Seller.OrganisationId, talks.Buyer.OrganisationId, talks.Buyer.OrganisationId, "海川制造有限公司", now));
        (await talks.See()).State.ShouldBe("CLOSED_WON");
        (await Line(talks.Buyer, $"contractId={contract}"))[3..].ShouldBe(["signing:done", "registration:now", "settlement:next"]);

        var registration = Guid.CreateVersion7();
        RegistrationChanged Registration(long version, string status, string? reason) => new(
            registration, version, contract, deal.DealId, "HT-2026-000001", "合同", talks.Seller.OrganisationId, talks.Buyer.OrganisationId, status, null, reason, null, now);
        await app.Hear(Registration(4, "REFUSED", "标的不明确"));
        await app.Hear(Registration(3, "ACCEPTED", null));
        (await Line(talks.Buyer, url))[4].ShouldBe("registration:stopped");
        (await Stops(talks.Buyer, url))[4].Reason.ShouldBe("标的不明确");
        await app.Hear(new ContractRegistered(
            registration, 9, "2026330300000001", contract, "HT-2026-000001", deal.DealId, "合同", "ZR01", "ENVIRONMENT", Money.Yuan(800_000m), Money.Yuan(800_000m),
            talks.Seller.OrganisationId, talks.Buyer.OrganisationId, "ABCD", now));
        (await Line(talks.Buyer, url))[4..].ShouldBe(["registration:done", "settlement:now"]);
        foreach (var half in new[] { Guid.CreateVersion7(), Guid.CreateVersion7() })
        {
            (await Line(talks.Buyer, url))[5].ShouldBe("settlement:now");
            var paid = new ContractPaymentConfirmed(
                half, contract, "HT-2026-000001", deal.DealId, talks.Seller.OrganisationId, talks.Buyer.OrganisationId, Money.Yuan(400_000m), Money.Yuan(800_000m), "回单", new DateOnly(2026, 4, 1), now);
            await app.Hear(paid);
            await app.Hear(paid);
        }
        (await Line(talks.Buyer, url))[5].ShouldBe("settlement:done");
    }

    [Fact]
    public async Task With_brokers_it_is_settled_when_every_commission_is_paid()
    {
        var achievement = await app.Achievement();
        var talks = await app.Talks(achievement: achievement.AchievementId);
        var broker = People.Of(OrganisationKinds.BrokerAgency, "牵线", "330100", true, Roles.Broker);
        var now = app.Clock.GetUtcNow();
        await app.Hear(new LeadChanged(
            Guid.CreateVersion7(), 1, "XS-2026-000001", Guid.CreateVersion7(), broker.OrganisationId, "牵线", talks.Buyer.OrganisationId, "", achievement.AchievementId,
            achievement.Number, achievement.Title, achievement.OwnerId, null, "ACCEPTED", null, broker.OrganisationId, now, now));
        await talks.Accept(talks.Buyer, await talks.Offer(talks.Seller)).Succeeds();
        var deal = (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == talks.Id);
        var commission = Guid.CreateVersion7();
        CommissionPaid Paid(bool settled) => new(commission, "YJ-2026-000001", deal.DealId, broker.OrganisationId, "牵线", Money.Yuan(1m), "回单", settled, now);
        await app.Hear(Paid(true));
        await app.Hear(new CommissionEarned(commission, "YJ-2026-000001", deal.DealId, Guid.CreateVersion7(), "", [], Money.Yuan(1m), [], now));
        (await Line(broker, $"dealId={deal.DealId}"))[5].ShouldBe("settlement:done");
    }

    [Fact]
    public async Task Parties_attached_brokers_and_the_bureau_see_it_and_nobody_else()
    {
        var talks = await app.Talks();
        await talks.Accept(talks.Buyer, await talks.Offer(talks.Seller)).Succeeds();
        var deal = (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == talks.Id);
        var bureau = People.Of(OrganisationKinds.Bureau, "市科技局", "330100", true, Roles.Registrar);
        (await Stops(bureau, $"dealId={deal.DealId}"))[1].Link.ShouldBeNull();
        await app.As(bureau).GetAsync($"/api/trading/deals/{deal.DealId}").Succeeds();
        (await app.As(bureau).GetAsync("/api/trading/deals").Read<ListDeals.Response>()).Items.ShouldContain(d => d.Id == deal.DealId);
        var stranger = TradingApp.Buyer();
        foreach (var url in new[] { $"dealId={deal.DealId}", $"negotiationId={talks.Id}" })
            (await app.As(stranger).GetAsync($"/api/trading/deal-line?{url}").RefusedWith(404)).ShouldBe("trading/negotiation-not-found");
        (await app.As(stranger).GetAsync($"/api/trading/deals/{deal.DealId}").RefusedWith(404)).ShouldBe("trading/deal-not-found");
        (await app.As(stranger).GetAsync("/api/trading/deals").Read<ListDeals.Response>()).Total.ShouldBe(0);
        (await app.As(stranger).GetAsync($"/api/trading/deal-line?contractId={Guid.CreateVersion7()}").RefusedWith(404)).ShouldBe("trading/deal-not-found");
        (await app.As(stranger).GetAsync("/api/trading/deal-line").RefusedWith(400)).ShouldBe("trading/one-id-needed");
    }

    private async Task<IReadOnlyList<GetDealLine.Station>> Stops(Caller caller, string query) =>
        (await app.As(caller).GetAsync($"/api/trading/deal-line?{query}").Read<GetDealLine.Response>()).Stops;

    private async Task<string[]> Line(Caller caller, string query) => [.. (await Stops(caller, query)).Select(s => $"{s.Key}:{s.State}")];
}
