using TechMarket.Messages;
using TechMarket.Testing;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Tests.Negotiations;

/// <summary>Decline, withdraw, decline an offer, stall and lapse.</summary>
public sealed class EndNegotiationTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Declining_one_version_leaves_the_talks_open()
    {
        var room = await app.Talks();
        var offer = await room.Offer(room.Seller);
        var url = $"{room.Url}/offers/{offer}/decline";
        var body = new DeclineOffer.Request("PRICE", "超出预算");
        await app.RefusesUnchanged(() => app.As(room.Seller).Post(url, body), 409, "trading/own-offer");
        await app.RefusesUnchanged(() => app.As(room.Buyer).Post(url, new DeclineOffer.Request("BORED")), 400, "trading/reason-unknown");
        var seen = await app.As(room.Buyer).Post(url, body).Read<GetNegotiation.Response>();
        (seen.State, seen.Offers[0].State, seen.Offers[0].ReasonCode).ShouldBe(("TERM_SHEET", "DECLINED", "PRICE"));
        await app.RepeatsUnchanged(() => app.As(room.Buyer).Post(url, body));
        await app.RefusesUnchanged(() => room.Accept(room.Buyer, offer), 409, "trading/offer-not-open");
        await room.Offer(room.Buyer);
    }

    [Fact]
    public async Task Declining_the_talks_names_a_reason_and_closes_the_offer()
    {
        var room = await app.Talks();
        await room.Offer(room.Seller);
        var version = (await room.See()).Version;
        await app.RefusesUnchanged(() => Decline(room, version - 1, "PRICE"), 409, "platform/changed-meanwhile");
        await app.RefusesUnchanged(() => Decline(room, version, "BORED"), 400, "trading/reason-unknown");
        await Decline(room, version, "TOO_EARLY").Succeeds();
        var seen = await room.See(room.Seller);
        (seen.State, seen.Ended!.Outcome, seen.Ended.ReasonCode, seen.Offers[0].State).ShouldBe(("CLOSED_LOST", "DECLINED", "TOO_EARLY", "CLOSED"));
        var fact = (await app.Published<NegotiationEnded>()).Single(f => f.NegotiationId == room.Id);
        (fact.Outcome, fact.ReasonCode, fact.WasAgreed, fact.EndedByOrganisationId).ShouldBe(("DECLINED", "TOO_EARLY", false, room.Buyer.OrganisationId));
        await app.RefusesUnchanged(() => Decline(room, seen.Version, "PRICE"), 409, "trading/wrong-state");
    }

    [Fact]
    public async Task An_agreement_is_withdrawn_only_until_its_price_is_announced()
    {
        var room = await app.AgreedWithUniversity();
        await room.Prepare();
        await Task.FromResult(await room.Withdraw(room.Seller)).Succeeds();
        (await app.Published<NegotiationEnded>()).Single(f => f.NegotiationId == room.Id).WasAgreed.ShouldBeTrue();

        var notice = await app.Notice();
        var version = (await notice.Room.See()).Version;
        await app.RefusesUnchanged(() => notice.Room.Withdraw(notice.Room.Buyer, version), 409, "trading/wrong-state");
    }

    [Fact]
    public async Task Quiet_talks_stall_wake_up_with_a_message_and_lapse_when_nobody_comes_back()
    {
        var room = await app.Talks();
        await app.Pass(TimeSpan.FromDays(32));
        var stalled = await room.See();
        (stalled.State, stalled.StalledFrom).ShouldBe(("STALLED", "ACTIVE"));
        await app.As(room.Buyer).Put($"{room.Url}/messages/{Guid.CreateVersion7()}", new PostMessage.Request("仍有兴趣")).Succeeds();
        (await room.See()).State.ShouldBe("ACTIVE");
        await app.Pass(TimeSpan.FromDays(20));
        (await room.See()).State.ShouldBe("ACTIVE");
        await app.Pass(TimeSpan.FromDays(40));
        await app.Pass(TimeSpan.FromDays(40));
        var ended = await room.See();
        (ended.State, ended.Ended!.Outcome, ended.Ended.ReasonCode, ended.Ended.Reason).ShouldBe(("CLOSED_LOST", "LAPSED", "STALLED", null));
        var fact = (await app.Published<NegotiationEnded>()).Single(f => f.NegotiationId == room.Id);
        (fact.Outcome, fact.ReasonCode, fact.Reason).ShouldBe(("LAPSED", "STALLED", null));
    }

    [Fact]
    public async Task Talks_about_a_withdrawn_achievement_lapse_once()
    {
        var achievement = await app.Achievement();
        var room = await app.Talks(achievement: achievement.AchievementId);
        var gone = new AchievementStatusChanged(achievement.AchievementId, 5, achievement.Number, achievement.Title, achievement.OwnerId, "ARCHIVED", "已失效", app.Clock.GetUtcNow());
        var message = await app.Hear(gone);
        await app.Hear(gone, message);
        await app.Hear(gone with { Version = 4, Status = "PUBLISHED" });
        var seen = await room.See();
        (seen.State, seen.Ended!.Outcome, seen.Achievement.Status).ShouldBe(("CLOSED_LOST", "LAPSED", "ARCHIVED"));
        (seen.Ended.ReasonCode, seen.Ended.Reason).ShouldBe(("ACHIEVEMENT_WITHDRAWN", "已失效"));
        var line = await app.As(room.Buyer).GetAsync($"/api/trading/deal-line?negotiationId={room.Id}").Read<GetDealLine.Response>();
        line.Stops.Take(2).Select(s => (s.State, s.ReasonCode, s.Reason))
            .ShouldBe([("stopped", "ACHIEVEMENT_WITHDRAWN", null), ("stopped", "ACHIEVEMENT_WITHDRAWN", "已失效")]);
        (await app.Published<NegotiationEnded>()).Count(f => f.NegotiationId == room.Id).ShouldBe(1);
    }

    private Task<HttpResponseMessage> Decline(Room room, long version, string reason) =>
        app.As(room.Buyer).Post($"{room.Url}/decline", new DeclineNegotiation.Request(version, reason, "与我方产线不匹配"));
}
