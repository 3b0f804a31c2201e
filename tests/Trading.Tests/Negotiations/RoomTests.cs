using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Tests.Negotiations;

/// <summary>Non-disclosure duty, messages, and who sees what.</summary>
public sealed class RoomTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task The_non_disclosure_duty_is_kept_by_its_very_text()
    {
        var achievement = await app.Achievement(app.University);
        var buyer = TradingApp.Buyer();
        var opened = await app.PostOpening(buyer, achievement.AchievementId).Read<GetNegotiation.Response>();
        var room = new Room(app, opened.Id, app.University, buyer);
        var text = await app.As(buyer).GetAsync($"{room.Url}/nda").Read<GetNda.Response>();
        var confirmation = new ConfirmNda.Request(text.Hash, "王采购");
        await app.RefusesUnchanged(() => app.As(buyer).Post($"{room.Url}/nda", confirmation), 409, "trading/wrong-state");
        await app.RefusesUnchanged(() => app.As(buyer).PostAsync($"{room.Url}/take-up", null), 403, "trading/not-your-move");
        await room.TakeUp();
        await app.RefusesUnchanged(() => app.As(buyer).Post($"{room.Url}/nda", confirmation with { Hash = new string('0', 64) }), 409, "trading/nda-text-changed");
        await app.RefusesUnchanged(() => app.As(app.University).Post($"{room.Url}/nda", confirmation), 403, "trading/not-your-move");
        await app.RefusesUnchanged(() => app.As(app.University).PostAsync($"{room.Url}/take-up", null), 409, "trading/wrong-state");
        await app.As(buyer).Post($"{room.Url}/nda", confirmation).Succeeds();
        var kept = await app.As(app.University).GetAsync($"{room.Url}/nda").Read<GetNda.Response>();
        (kept.Hash, kept.TextZh, kept.ConfirmedByName, kept.ConfirmedAt).ShouldBe((text.Hash, text.TextZh, "王采购", app.Clock.GetUtcNow()));
        text.TextZh.ShouldContain("青山大学");
        var fact = (await app.Published<NdaConfirmed>()).Single(f => f.NegotiationId == room.Id);
        (fact.AchievementId, fact.BuyerId, fact.ConfirmedBy).ShouldBe((achievement.AchievementId, buyer.OrganisationId, buyer.PersonId));
    }

    [Fact]
    public async Task Messages_keep_their_order_and_are_written_once()
    {
        var room = await app.Talks();
        var id = Guid.CreateVersion7();
        var url = $"{room.Url}/messages/{id}";
        await app.As(room.Buyer).Put(url, new PostMessage.Request("请提供中试报告")).Succeeds();
        await app.RepeatsUnchanged(() => app.As(room.Buyer).Put(url, new PostMessage.Request("请提供中试报告")));
        await app.RefusesUnchanged(() => app.As(room.Buyer).Put(url, new PostMessage.Request("别的话")), 409, "trading/id-reused");
        var elsewhere = await app.Talks();
        await app.RefusesUnchanged(() => app.As(elsewhere.Buyer).Put($"{elsewhere.Url}/messages/{id}", new PostMessage.Request("请提供中试报告")), 404, "trading/message-not-found");
        await app.RefusesUnchanged(
            () => app.As(room.Seller).Put($"{room.Url}/messages/{Guid.CreateVersion7()}", new PostMessage.Request("纪要", PostMessage.Kinds.Minutes)), 409, "trading/minutes-incomplete");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => app.As(room.Seller).Put($"{room.Url}/messages/{Guid.CreateVersion7()}", new PostMessage.Request($"答复 {n}")).Succeeds()));
        await app.As(room.Seller).Put(
            $"{room.Url}/messages/{Guid.CreateVersion7()}",
            new PostMessage.Request("双方同意先做中试", PostMessage.Kinds.Minutes, new DateOnly(2026, 3, 1), "李老师、王采购")).Succeeds();
        (await room.See()).Unread.ShouldBe(6);
        var page = await app.As(room.Buyer).GetAsync($"{room.Url}/messages").Read<ListMessages.Response>();
        page.Items.Select(m => m.Sequence).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        page.Items[^1].Kind.ShouldBe(PostMessage.Kinds.Minutes);
        await app.As(room.Buyer).Post($"{room.Url}/messages/read", new ReadMessages.Request(7)).Succeeds();
        (await room.See()).Unread.ShouldBe(0);
        (await app.Published<NegotiationMessagePosted>()).Count(f => f.NegotiationId == room.Id).ShouldBe(7);
    }

    [Fact]
    public async Task A_stranger_sees_nothing_and_a_broker_with_a_lead_the_course_without_its_contents()
    {
        var achievement = await app.Achievement(app.University);
        var room = await app.Talks(app.University, TradingApp.Buyer(), achievement.AchievementId);
        await room.Offer(room.Seller);
        await app.As(room.Seller).Put($"{room.Url}/messages/{Guid.CreateVersion7()}", new PostMessage.Request("保密内容")).Succeeds();
        var stranger = TradingApp.Buyer();
        var broker = People.Of(OrganisationKinds.BrokerAgency, "牵线技术经纪", "330100", true, Roles.Broker);
        foreach (var path in new[] { "", "/messages", "/history", "/nda" })
        {
            (await app.As(stranger).GetAsync(room.Url + path).RefusedWith(404)).ShouldBe("trading/negotiation-not-found");
            (await app.As(broker).GetAsync(room.Url + path).RefusedWith(404)).ShouldBe("trading/negotiation-not-found");
        }
        await Lead(broker, room, achievement);
        var seen = await room.See(broker);
        (seen.Viewer, seen.State, seen.Rounds, seen.Offers.Count, seen.MessageCount, seen.May.Count).ShouldBe((GetNegotiation.Viewer.Broker, "TERM_SHEET", 1, 0, 0, 0));
        var list = await app.As(broker).GetAsync("/api/trading/negotiations?side=Broker").Read<ListNegotiations.Response>();
        (list.Items.Single().Id, list.Items[0].Price).ShouldBe((room.Id, null));
        foreach (var path in new[] { "/messages", "/history", "/nda" })
            (await app.As(broker).GetAsync(room.Url + path).RefusedWith(404)).ShouldBe("trading/negotiation-not-found");
        await app.As(broker).GetAsync($"/api/trading/deal-line?negotiationId={room.Id}").Succeeds();
        (await app.As(stranger).GetAsync($"/api/trading/deal-line?negotiationId={room.Id}").RefusedWith(404)).ShouldBe("trading/negotiation-not-found");
    }

    [Fact]
    public async Task Leads_stay_attached_to_the_deal_that_follows_and_late_or_foreign_ones_do_not()
    {
        var achievement = await app.Achievement();
        var broker = People.Of(OrganisationKinds.IndividualBroker, "周经纪", "330100", true, Roles.Broker);
        var old = People.Of(OrganisationKinds.BrokerAgency, "早年经纪", "330100", true, Roles.Broker);
        var buyer = TradingApp.Buyer();
        var room = await app.Talks(buyer: buyer, achievement: achievement.AchievementId);
        var lead = await Lead(broker, room, achievement);
        await Lead(old, room, achievement, recordedAt: app.Clock.GetUtcNow().AddDays(-400));
        var offer = await room.Offer(room.Seller);
        await room.Accept(room.Buyer, offer).Succeeds();
        await Lead(People.Of(OrganisationKinds.BrokerAgency), room, achievement);
        var deal = (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == room.Id);
        deal.LeadIds.ShouldBe([lead]);
        var seen = await app.As(broker).GetAsync($"/api/trading/deals/{deal.DealId}").Read<GetDeal.Response>();
        (seen.Terms, seen.Price).ShouldBe((null, Money.Yuan(800_000m)));
        (await app.As(old).GetAsync($"/api/trading/deals/{deal.DealId}").RefusedWith(404)).ShouldBe("trading/deal-not-found");
    }

    private async Task<Guid> Lead(Caller broker, Room room, AchievementPublished achievement, DateTimeOffset? recordedAt = null)
    {
        var lead = Guid.CreateVersion7();
        var at = recordedAt ?? app.Clock.GetUtcNow();
        await app.Hear(new LeadChanged(
            lead, 1, "XS-2026-000001", Guid.CreateVersion7(), broker.OrganisationId, broker.OrganisationName, room.Buyer.OrganisationId,
            room.Buyer.OrganisationName, achievement.AchievementId, achievement.Number, achievement.Title, achievement.OwnerId, null, "RECORDED", null,
            broker.OrganisationId, at, at));
        return lead;
    }
}
