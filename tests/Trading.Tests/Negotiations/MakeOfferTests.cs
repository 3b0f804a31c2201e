using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Tests.Negotiations;

public sealed class MakeOfferTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Offers_are_versions_of_one_term_sheet_and_the_latest_is_on_the_table()
    {
        var room = await app.Talks();
        var first = await room.Offer(room.Seller, Room.Licence("EXCLUSIVE", 300_000m));
        var second = await room.Offer(room.Buyer, Room.Licence("SOLE", 240_000m));
        var seen = await room.See();
        seen.State.ShouldBe("TERM_SHEET");
        seen.Offers.Select(o => (o.Id, o.Round, o.By, o.State)).ShouldBe([(first, 1, "SELLER", "SUPERSEDED"), (second, 2, "BUYER", "OPEN")]);
        seen.Offers[1].Terms.Price.ShouldBe(Money.Yuan(240_000m));
        seen.Offers[1].ExpiresAt.ShouldBe(RegionProfiles.Get("CN").At(app.Clock.GetUtcNow()).OfferDefaultExpiry.EndFrom(app.Clock.GetUtcNow(), WorkingCalendar.China));
        var fact = (await app.Published<OfferMade>()).Single(f => f.OfferId == second);
        (fact.Round, fact.FromId, fact.ToId, fact.Price).ShouldBe((2, room.Buyer.OrganisationId, room.Seller.OrganisationId, Money.Yuan(240_000m)));
    }

    [Fact]
    public async Task The_same_offer_sent_twice_is_one_and_other_terms_under_its_id_are_refused()
    {
        var room = await app.Talks();
        var id = Guid.CreateVersion7();
        await room.PutOffer(room.Seller, Room.Assignment(100m), id).Succeeds();
        await app.RepeatsUnchanged(() => room.PutOffer(room.Seller, Room.Assignment(100m), id));
        await app.RefusesUnchanged(() => room.PutOffer(room.Seller, Room.Assignment(101m), id), 409, "trading/id-reused");
        await app.RefusesUnchanged(() => room.PutOffer(room.Buyer, Room.Assignment(100m), id), 409, "trading/id-reused");
        var elsewhere = await app.Talks();
        await app.RefusesUnchanged(() => elsewhere.PutOffer(elsewhere.Seller, Room.Assignment(100m), id), 404, "trading/offer-not-found");
    }

    [Fact]
    public async Task An_offer_is_refused_before_the_non_disclosure_duty_is_confirmed()
    {
        var achievement = await app.Achievement();
        var buyer = TradingApp.Buyer();
        var opened = await app.PostOpening(buyer, achievement.AchievementId).Read<GetNegotiation.Response>();
        var room = new Room(app, opened.Id, app.Company, buyer);
        await app.RefusesUnchanged(() => room.PutOffer(buyer), 409, "trading/wrong-state");
        await room.TakeUp();
        await app.RefusesUnchanged(() => room.PutOffer(app.Company), 409, "trading/wrong-state");
    }

    [Fact]
    public async Task An_expiry_is_chosen_within_limits()
    {
        var room = await app.Talks();
        var now = app.Clock.GetUtcNow();
        await app.RefusesUnchanged(() => room.PutOffer(room.Seller, expiresAt: now.AddMinutes(5)), 409, "trading/expiry-out-of-range");
        await app.RefusesUnchanged(() => room.PutOffer(room.Seller, expiresAt: now.AddDays(181)), 409, "trading/expiry-out-of-range");
        await room.Offer(room.Seller, expiresAt: now.AddDays(3).ToOffset(TimeSpan.FromHours(8)));
        (await room.See()).Offers[0].ExpiresAt.ShouldBe(now.AddDays(3));
    }

    [Fact]
    public async Task Payments_that_do_not_add_up_and_strangers_are_refused()
    {
        var room = await app.Talks();
        var short1 = Room.Licence("SOLE", 300_000m) with { Price = Money.Yuan(300_000.01m) };
        await app.RefusesUnchanged(() => room.PutOffer(room.Seller, short1), 409, "trading/milestones-do-not-add-up");
        await app.RefusesUnchanged(() => room.PutOffer(TradingApp.Buyer()), 404, "trading/negotiation-not-found");
        await app.RefusesUnchanged(() => room.PutOffer(room.Seller.Colleague(Roles.Approver)), 403, "platform/role-missing");
    }

    [Fact]
    public async Task While_the_achievement_is_suspended_nothing_is_offered()
    {
        var achievement = await app.Achievement();
        var room = await app.Talks(achievement: achievement.AchievementId);
        await app.Hear(new AchievementStatusChanged(achievement.AchievementId, 2, achievement.Number, achievement.Title, achievement.OwnerId, "SUSPENDED", "权属争议", app.Clock.GetUtcNow()));
        (await room.See()).Achievement.Available.ShouldBeFalse();
        await app.RefusesUnchanged(() => room.PutOffer(room.Seller), 409, "trading/achievement-not-available");
        await app.Hear(new AchievementStatusChanged(achievement.AchievementId, 3, achievement.Number, achievement.Title, achievement.OwnerId, "PUBLISHED", null, app.Clock.GetUtcNow()));
        await room.Offer(room.Seller);
    }
}
