using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Trading.Tests.Negotiations;

public sealed class AcceptOfferTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_company_s_agreement_is_a_deal_at_once()
    {
        await app.Hear(new OrganisationChanged(app.Company.OrganisationId, 2, "云湖科技有限公司", "enterprise", "91350200776049653A", "150", "330200", false, true, app.Clock.GetUtcNow()));
        var room = await app.Talks();
        var offer = await room.Offer(room.Seller, Room.Licence("EXCLUSIVE"));
        await room.Accept(room.Buyer, offer).Succeeds();
        var seen = await room.See();
        (seen.State, seen.AgreedOfferId, seen.NoticeRequired).ShouldBe(("CONTRACTING", offer, false));
        seen.Deal!.Number.ShouldMatch("^JY-2026-[0-9]{6}$");
        var agreed = (await app.Published<NegotiationAgreed>()).Single(f => f.NegotiationId == room.Id);
        (agreed.Exclusive, agreed.NoticeRequired, agreed.Price).ShouldBe((true, false, Money.Yuan(300_000m)));
        var deal = (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == room.Id);
        (deal.DealId, deal.PricingMode, deal.NoticeId, deal.FieldCode, deal.RelatedParty).ShouldBe((seen.Deal.Id, "NEGOTIATED", null, "ENVIRONMENT", false));
        deal.Seller.ShouldBe(new DealParty(app.Company.OrganisationId, "云湖科技有限公司", "enterprise", "91350200776049653A", "150", "330200"));
        deal.Buyer.ShouldBe(new DealParty(room.Buyer.OrganisationId, "海川制造有限公司", "enterprise", null, null, "330300"));
        deal.Terms.Milestones.Sum(m => m.Amount.Amount).ShouldBe(300_000m);
        deal.IpRights.ShouldHaveSingleItem();
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_public_body_s_agreement_waits_for_its_notice()
    {
        var room = await app.AgreedWithUniversity();
        var seen = await room.See();
        (seen.State, seen.NoticeRequired, seen.Deal).ShouldBe(("AGREED", true, null));
        (await app.Published<DealConcluded>()).ShouldNotContain(f => f.NegotiationId == room.Id);
    }

    [Fact]
    public async Task A_stale_own_foreign_or_expired_offer_is_refused()
    {
        var room = await app.Talks();
        var first = await room.Offer(room.Seller);
        await app.RefusesUnchanged(() => room.Accept(room.Seller, first), 409, "trading/own-offer");
        await app.RefusesUnchanged(() => room.Accept(room.Buyer, Guid.CreateVersion7()), 404, "trading/offer-not-found");
        await app.RefusesUnchanged(() => room.Accept(TradingApp.Buyer(), first), 404, "trading/negotiation-not-found");
        var second = await room.Offer(room.Seller, Room.Assignment(900_000m), app.Clock.GetUtcNow().AddHours(1));
        await app.RefusesUnchanged(() => room.Accept(room.Buyer, first), 409, "trading/offer-not-open");
        await app.Pass(TimeSpan.FromHours(1));
        (await room.See()).Offers.Select(o => o.State).ShouldBe(["SUPERSEDED", "EXPIRED"]);
        await app.RefusesUnchanged(() => room.Accept(room.Buyer, second), 409, "trading/offer-expired");
        await room.Offer(room.Buyer);
    }

    [Fact]
    public async Task Two_accepts_at_once_are_one_deal()
    {
        for (var i = 0; i < 5; i++)
        {
            var achievement = await app.Achievement();
            var room = await app.Talks(achievement: achievement.AchievementId);
            var offer = await room.Offer(room.Seller);
            var colleague = room.Buyer.Colleague(TechMarket.Platform.Security.Roles.Purchaser);
            var answers = await Task.WhenAll(room.Accept(room.Buyer, offer), room.Accept(colleague, offer), room.Accept(room.Buyer, offer));
            answers.ShouldAllBe(a => a.IsSuccessStatusCode);
            (await app.DealsOf(achievement.AchievementId)).ShouldHaveSingleItem();
            (await app.Published<DealConcluded>()).Count(f => f.NegotiationId == room.Id).ShouldBe(1);
            (await app.Published<NegotiationAgreed>()).Count(f => f.NegotiationId == room.Id).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Of_accept_and_withdraw_at_once_one_happens()
    {
        for (var i = 0; i < 8; i++)
        {
            var achievement = await app.Achievement(i % 2 == 0 ? app.Company : app.University);
            var room = await app.Talks(i % 2 == 0 ? app.Company : app.University, achievement: achievement.AchievementId);
            var offer = await room.Offer(room.Seller);
            var version = (await room.See()).Version;
            var (accept, withdraw) = (room.Accept(room.Buyer, offer), room.Withdraw(room.Seller, version));
            var answers = await Task.WhenAll(accept, withdraw);
            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
            var accepted = (await accept).IsSuccessStatusCode;
            (await room.See()).State.ShouldBe(accepted ? i % 2 == 0 ? "CONTRACTING" : "AGREED" : "CLOSED_LOST");
            (await app.Published<NegotiationAgreed>()).Count(f => f.NegotiationId == room.Id).ShouldBe(accepted ? 1 : 0);
            (await app.Published<NegotiationEnded>()).Count(f => f.NegotiationId == room.Id).ShouldBe(accepted ? 0 : 1);
            (await app.DealsOf(achievement.AchievementId)).Count.ShouldBe(accepted && i % 2 == 0 ? 1 : 0);
        }
    }

    [Fact]
    public async Task Of_two_exclusive_agreements_on_one_achievement_one_stands_and_the_other_talks_lapse()
    {
        for (var i = 0; i < 5; i++)
        {
            var achievement = await app.Achievement();
            var rooms = new[]
            {
                await app.Talks(buyer: TradingApp.Buyer("甲公司"), achievement: achievement.AchievementId),
                await app.Talks(buyer: TradingApp.Buyer("乙公司"), achievement: achievement.AchievementId),
            };
            var offers = new[] { await rooms[0].Offer(rooms[0].Seller), await rooms[1].Offer(rooms[1].Seller, Room.Licence("SOLE")) };
            var answers = await Task.WhenAll(rooms.Select((room, n) => room.Accept(room.Buyer, offers[n])));
            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
            var winner = Array.FindIndex(answers, a => a.IsSuccessStatusCode);
            (await app.DealsOf(achievement.AchievementId)).Single().NegotiationId!.Value.Value.ShouldBe(rooms[winner].Id);
            var loser = await rooms[1 - winner].See();
            (loser.State, loser.Ended!.Outcome, loser.ClaimedByOther).ShouldBe(("CLOSED_LOST", "LAPSED", true));
            (await app.Published<NegotiationEnded>()).Count(f => f.NegotiationId == rooms[1 - winner].Id && f.Outcome == "LAPSED").ShouldBe(1);
        }
    }

    [Fact]
    public async Task While_a_price_is_announced_nobody_else_gets_the_achievement()
    {
        var achievement = await app.Achievement(app.University);
        var first = await app.Talks(app.University, TradingApp.Buyer(), achievement.AchievementId);
        var second = await app.Talks(app.University, TradingApp.Buyer(), achievement.AchievementId);
        var third = await app.Talks(app.University, TradingApp.Buyer(), achievement.AchievementId);
        await first.Accept(first.Buyer, await first.Offer(first.Seller, Room.Licence("NON_EXCLUSIVE"))).Succeeds();
        var exclusive = await second.Offer(second.Seller);
        await app.RefusesUnchanged(() => second.Accept(second.Buyer, exclusive), 409, "trading/achievement-claimed");
        await third.Accept(third.Buyer, await third.Offer(third.Seller, Room.Licence("NON_EXCLUSIVE"))).Succeeds();
        await first.Withdraw(first.Buyer);
        await third.Withdraw(third.Seller);
        await second.Accept(second.Buyer, exclusive).Succeeds();
        (await app.InDb(db => db.Claims.CountAsync(c => c.AchievementId == achievement.AchievementId && c.ReleasedAt == null))).ShouldBe(1);
    }
}
