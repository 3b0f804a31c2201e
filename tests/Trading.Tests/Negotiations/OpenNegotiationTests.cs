using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Tests.Negotiations;

public sealed class OpenNegotiationTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_verified_buyer_opens_talks_and_everyone_is_told()
    {
        var achievement = await app.Achievement(app.University);
        var buyer = TradingApp.Buyer();
        var demand = new DemandPublished(
            Guid.CreateVersion7(), 1, "XQ-2026-000001", null, null, "废气处理", "PROCESS", [], "ENVIRONMENT", null, "", null, null, [], 0, null, "public",
            buyer.OrganisationId, buyer.OrganisationName, true, "OPEN", app.Clock.GetUtcNow());
        await app.Hear(demand);
        var id = Guid.CreateVersion7();
        var room = await app.PostOpening(buyer, achievement.AchievementId, id, demand.DemandId, "希望了解中试数据").Read<GetNegotiation.Response>();
        room.Number.ShouldMatch("^QT-2026-[0-9]{6}$");
        (room.State, room.Viewer, room.Seller.Name, room.Buyer.Name).ShouldBe(("INVITED", GetNegotiation.Viewer.Buyer, "青山大学", "海川制造有限公司"));
        (room.Demand!.Number, room.MessageCount, room.Unread).ShouldBe(("XQ-2026-000001", 1, 0));
        (await app.See(app.University, id)).Unread.ShouldBe(1);
        var fact = (await app.Published<NegotiationOpened>()).Single(f => f.NegotiationId == id);
        (fact.SellerId, fact.BuyerId, fact.DemandId, fact.LeadIds.Count).ShouldBe((app.University.OrganisationId, buyer.OrganisationId, demand.DemandId, 0));
    }

    [Fact]
    public async Task Sending_it_twice_opens_one_and_another_content_under_the_id_is_refused()
    {
        var achievement = await app.Achievement();
        var (buyer, id) = (TradingApp.Buyer(), Guid.CreateVersion7());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.PostOpening(buyer, achievement.AchievementId, id).Read<GetNegotiation.Response>()));
        answers.Select(a => a.Number).Distinct().ShouldHaveSingleItem();
        (await app.Published<NegotiationOpened>()).Count(f => f.NegotiationId == id).ShouldBe(1);
        var other = await app.Achievement();
        await app.RefusesUnchanged(() => app.PostOpening(buyer, other.AchievementId, id), 409, "trading/id-reused");
        await app.RefusesUnchanged(() => app.PostOpening(TradingApp.Buyer(), achievement.AchievementId, id), 404, "trading/negotiation-not-found");
    }

    [Fact]
    public async Task A_buyer_has_one_open_negotiation_per_achievement_also_when_asking_at_once()
    {
        var achievement = await app.Achievement();
        var buyer = TradingApp.Buyer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.PostOpening(buyer, achievement.AchievementId)));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        foreach (var refused in answers.Where(a => !a.IsSuccessStatusCode))
            (await Task.FromResult(refused).RefusedWith(409)).ShouldBe("trading/already-negotiating");
        (await app.Published<NegotiationOpened>()).Count(f => f.AchievementId == achievement.AchievementId).ShouldBe(1);
    }

    [Fact]
    public async Task Before_asking_the_buyer_learns_whether_it_can()
    {
        var achievement = await app.Achievement();
        var buyer = TradingApp.Buyer();
        Task<GetOpening.Response> Opening(string number) => app.As(buyer).GetAsync($"/api/trading/openings/{number}").Read<GetOpening.Response>();
        (await Opening(achievement.Number)).Obstacle.ShouldBeNull();
        var opened = await app.PostOpening(buyer, achievement.AchievementId).Read<GetNegotiation.Response>();
        var again = await Opening(achievement.Number);
        (again.Obstacle, again.OpenNegotiationId).ShouldBe(("trading/already-negotiating", opened.Id));
        (await Opening((await app.Achievement(pricingMode: "AUCTION")).Number)).Obstacle.ShouldBe("trading/not-negotiable");
        (await app.As(buyer).GetAsync("/api/trading/openings/CG-0").RefusedWith(404)).ShouldBe("trading/achievement-not-found");
    }

    [Fact]
    public async Task After_one_ended_the_buyer_may_ask_again()
    {
        var achievement = await app.Achievement();
        var room = await app.Talks(buyer: TradingApp.Buyer(), achievement: achievement.AchievementId);
        await room.Withdraw(room.Buyer);
        await app.PostOpening(room.Buyer, achievement.AchievementId).Succeeds();
    }

    [Fact]
    public async Task What_cannot_be_negotiated_is_refused_with_its_reason()
    {
        var buyer = TradingApp.Buyer();
        var open = await app.Achievement();
        var both = People.Of(OrganisationKinds.Enterprise, "自有单位", "330100", true, Roles.Publisher, Roles.Purchaser);
        var own = await app.Achievement(both);
        await app.RefusesUnchanged(() => app.PostOpening(buyer, Guid.CreateVersion7()), 404, "trading/achievement-not-found");
        await app.RefusesUnchanged(() => app.PostOpening(both, own.AchievementId), 409, "trading/own-achievement");
        var listed = await app.Achievement(pricingMode: "LISTING");
        await app.RefusesUnchanged(() => app.PostOpening(buyer, listed.AchievementId), 409, "trading/not-negotiable");
        var imported = await app.Achievement(ownerStated: false);
        await app.RefusesUnchanged(() => app.PostOpening(buyer, imported.AchievementId), 409, "trading/owner-not-known");
        var suspended = await app.Achievement(status: "SUSPENDED");
        await app.RefusesUnchanged(() => app.PostOpening(buyer, suspended.AchievementId), 409, "trading/achievement-not-available");
        await app.RefusesUnchanged(() => app.PostOpening(buyer, open.AchievementId, demand: Guid.CreateVersion7()), 409, "trading/demand-not-yours");
        await app.RefusesUnchanged(() => app.PostOpening(buyer with { Verified = false }, open.AchievementId), 403, "platform/organisation-not-verified");
        await app.RefusesUnchanged(() => app.PostOpening(buyer.Colleague(Roles.Publisher), open.AchievementId), 403, "platform/role-missing");
    }
}
