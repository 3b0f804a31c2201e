using TechMarket.Messages;

namespace TechMarket.Listings.Tests.Commitments;

/// <summary>An exclusive offer to try first keeps its achievement while it binds; an open licence leaves it on the market.</summary>
public class FixedTermReservationTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    readonly Guid offer = Guid.CreateVersion7();

    [Fact]
    public async Task An_exclusive_offer_reserves_until_it_is_released_in_any_order()
    {
        var a = await app.Published();
        await app.Hear(Offer(a.Id, 2, "SUBMITTED"));
        (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
        await app.Hear(Offer(a.Id, 4, "PUBLISHED"));
        await app.Hear(Offer(a.Id, 4, "PUBLISHED"));
        (await app.Page(a.Id)).Status.ShouldBe("RESERVED");
        await app.Hear(Offer(a.Id, 5, "WITHDRAWN"));
        (await app.Page(a.Id)).Status.ShouldBe("RESERVED");
        await app.Hear(Offer(a.Id, 5, "RELEASED"));
        await app.Hear(Offer(a.Id, 5, "WITHDRAWN"));
        await app.Hear(Offer(a.Id, 3, "NOTICE"));
        (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_concluded_under_it_takes_the_achievement_off_the_market()
    {
        var a = await app.Published();
        await app.Hear(Offer(a.Id, 4, "PUBLISHED"));
        var terms = new DealTerms("ZR01", null, Money.Yuan(200_000m), "LUMP_SUM", null, null, [], null, null, null, null, null);
        var party = new DealParty(Guid.CreateVersion7(), "单位", "enterprise", null, null, null);
        await app.Hear(new DealConcluded(
            Guid.CreateVersion7(), "JY-2026-000009", null, null, "TRY_THEN_PAY", a.Id, "CG-1", "成果", "05", "摘要", [], null, party, party, terms, false, [], app.Clock.GetUtcNow()));
        (await app.Page(a.Id)).Status.ShouldBe("CONTRACTED");
    }

    [Fact]
    public async Task An_open_licence_reserves_nothing()
    {
        var a = await app.Published();
        await app.Hear(Offer(a.Id, 4, "PUBLISHED", exclusive: false));
        (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
    }

    FixedTermOfferChanged Offer(Guid achievement, long version, string status, bool exclusive = true) => new(
        offer, version, "XY-2026-000001", "TRY_THEN_PAY", achievement, "CG-1", "成果", Guid.CreateVersion7(), "大学", exclusive, status, null, app.Clock.GetUtcNow(),
        app.Clock.GetUtcNow());
}
