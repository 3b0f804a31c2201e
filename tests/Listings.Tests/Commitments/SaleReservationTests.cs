using TechMarket.Messages;

namespace TechMarket.Listings.Tests.Commitments;

/// <summary>A listed sale keeps its achievement while it runs.</summary>
public class SaleReservationTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    readonly Guid sale = Guid.CreateVersion7();
    readonly Guid deal = Guid.CreateVersion7();

    [Fact]
    public async Task An_announced_sale_reserves_until_it_is_over_in_any_order()
    {
        var a = await app.Published();
        await app.Hear(Sale(a.Id, 2, "SUBMITTED"));
        (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
        await app.Hear(Sale(a.Id, 3, "ANNOUNCED"));
        await app.Hear(Sale(a.Id, 3, "ANNOUNCED"));
        (await app.Page(a.Id)).Status.ShouldBe("RESERVED");
        await app.Hear(Sale(a.Id, 5, "RETURNED"));
        (await app.Page(a.Id)).Status.ShouldBe("RESERVED");
        await app.Hear(Sale(a.Id, 9, "LAPSED"));
        await app.Hear(Sale(a.Id, 4, "CLOSED_FOR_REGISTRATION"));
        (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task A_deal_whose_contract_is_void_frees_the_achievement()
    {
        var a = await app.Published();
        await app.Hear(Sale(a.Id, 3, "ANNOUNCED"));
        var terms = new DealTerms("ZR01", null, Money.Yuan(1_000_000m), "LUMP_SUM", null, null, [], null, null, null, null, null);
        var party = new DealParty(Guid.CreateVersion7(), "单位", "enterprise", null, null, null);
        await app.Hear(new DealConcluded(deal, "JY-2026-000001", null, null, "ONLINE_BIDDING", a.Id, "CG-1", "成果", "05", "摘要", [], null, party, party, terms, false, [], app.Clock.GetUtcNow()));
        await app.Hear(Sale(a.Id, 8, "CONCLUDED"));
        (await app.Page(a.Id)).Status.ShouldBe("CONTRACTED");
        await app.Hear(Ended("COMPLETED", a.Id));
        (await app.Page(a.Id)).Status.ShouldBe("CONTRACTED");
        await app.Hear(Sale(a.Id, 9, "CLOSED_FOR_REGISTRATION"));
        await app.Hear(Ended("VOID", a.Id));
        (await app.Page(a.Id)).Status.ShouldBe("RESERVED");
        await app.Hear(Sale(a.Id, 10, "LAPSED"));
        (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
    }

    SaleChanged Sale(Guid achievement, long version, string status) => new(
        sale, version, "GP-2026-000001", "LISTING", achievement, "CG-1", "成果", Guid.CreateVersion7(), "大学", status, Money.Yuan(1_000_000m), "ENGLISH", null, null,
        app.Clock.GetUtcNow());

    ContractEnded Ended(string outcome, Guid achievement) => new(
        Guid.CreateVersion7(), "HT-2026-000001", deal, achievement, null, "合同", Guid.CreateVersion7(), Guid.CreateVersion7(), outcome, null, Guid.CreateVersion7(), app.Clock.GetUtcNow());
}
