using TechMarket.Listings.Achievements;
using TechMarket.Listings.Commitments;
using TechMarket.Listings.Reviews;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Commitments;

public class MarketStateTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    readonly Guid negotiation = Guid.CreateVersion7();
    readonly Guid deal = Guid.CreateVersion7();
    readonly Guid buyer = Guid.CreateVersion7();

    [Fact]
    public void An_exclusive_agreement_reserves_and_its_end_releases()
    {
        var heard = new HeardNegotiation { Id = negotiation, AchievementId = new AchievementId(Guid.CreateVersion7()), BuyerId = buyer, AgreedAt = app.Clock.GetUtcNow(), Exclusive = true };
        MarketState.Of([heard], []).State.ShouldBe(AchievementState.Reserved);
        heard.EndedAt = app.Clock.GetUtcNow();
        MarketState.Of([heard], []).State.ShouldBe(AchievementState.Published);
        MarketState.Of([new HeardNegotiation { Id = deal, AchievementId = heard.AchievementId, BuyerId = buyer, AgreedAt = app.Clock.GetUtcNow() }], []).State.ShouldBe(AchievementState.Published);
    }

    [Theory]
    [InlineData("ZR01", null, false, "Contracted")]
    [InlineData("ZR01", null, true, "Transferred")]
    [InlineData("XK01", "EXCLUSIVE", false, "Contracted")]
    [InlineData("XK01", "SOLE", true, "Licensed")]
    [InlineData("XK01", "NON_EXCLUSIVE", true, "Published")]
    [InlineData("FW01", null, true, "Published")]
    public void The_category_decides_where_a_deal_leads(string category, string? exclusivity, bool registered, string state)
    {
        var heard = new HeardDeal
        {
            Id = deal, Number = "JY-2026-000007", Category = category, Exclusivity = exclusivity, ConcludedAt = app.Clock.GetUtcNow(),
            RegisteredAt = registered ? app.Clock.GetUtcNow() : null,
        };
        MarketState.Of([], [heard]).ShouldBe((Enum.Parse<AchievementState>(state), "JY-2026-000007"));
    }

    [Fact]
    public async Task The_whole_way_from_agreement_to_transfer_is_followed()
    {
        var a = await app.Published();
        await app.Hear(Agreed(a.Id, exclusive: true));
        (await app.Page(a.Id)).Status.ShouldBe("RESERVED");
        await app.Hear(Concluded(a.Id, "ZR01", null));
        (await app.Page(a.Id)).Status.ShouldBe("CONTRACTED");
        await app.Hear(Registered("ZR01"));
        (await app.Page(a.Id)).Status.ShouldBe("TRANSFERRED");
        (await app.Published<AchievementStatusChanged>()).Where(f => f.AchievementId == a.Id).Select(f => f.Status).ShouldBe(["RESERVED", "CONTRACTED", "TRANSFERRED"]);
        (await app.Page(a.Id)).History.Select(h => h.Status).ShouldBe(["PUBLISHED", "RESERVED", "CONTRACTED", "TRANSFERRED"]);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task Every_order_and_every_repetition_leads_to_the_same_place()
    {
        foreach (var order in new[] { "ACR", "ARC", "CAR", "CRA", "RAC", "RCA", "AACCRR", "RRCCAA" })
        {
            var a = await app.Published();
            var (n, d) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            foreach (var fact in order)
            {
                if (fact == 'A') await app.Hear(Agreed(a.Id, true) with { NegotiationId = n });
                if (fact == 'C') await app.Hear(Concluded(a.Id, "XK01", "EXCLUSIVE") with { DealId = d, NegotiationId = n });
                if (fact == 'R') await app.Hear(Registered("XK01") with { DealId = d });
            }
            (await app.Page(a.Id)).Status.ShouldBe("LICENSED", order);
        }
    }

    [Fact]
    public async Task The_very_same_message_twice_takes_effect_once()
    {
        var a = await app.Published();
        var id = await app.Hear(Agreed(a.Id, true));
        var print = await app.Fingerprint();
        await app.Hear(Agreed(a.Id, true), id);
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task A_non_exclusive_licence_leaves_it_on_the_market_with_a_note()
    {
        var a = await app.Published();
        await app.Hear(Agreed(a.Id, exclusive: false));
        await app.Hear(Concluded(a.Id, "XK01", "NON_EXCLUSIVE"));
        var page = await app.Page(a.Id);
        (page.Status, page.NonExclusiveDeals).ShouldBe(("PUBLISHED", "JY-2026-000001"));
    }

    [Fact]
    public async Task What_the_owner_suspended_is_not_brought_back_by_an_end_and_resumes_into_its_reservation()
    {
        var a = await app.Published();
        var suspended = await app.As(app.Author).Post(ListingsApp.Url(a.Id, "suspend"), new SuspendAchievement.Request(a.Version, "核实权属")).Read<AchievementView.Response>();
        await app.Hear(Agreed(a.Id, exclusive: true));
        (await app.Page(a.Id)).Status.ShouldBe("SUSPENDED");
        await app.As(app.Author).Post(ListingsApp.Url(a.Id, "resume"), new ResumeAchievement.Request(suspended.Version)).Succeeds();
        (await app.Page(a.Id)).Status.ShouldBe("RESERVED");
        await app.Hear(new NegotiationEnded(
            negotiation, "QT-1", a.Id, "t", app.Author.OrganisationId, buyer, null, "NOTICE_CANCELLED", null, null, true, null, app.Clock.GetUtcNow()));
        (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
    }

    [Fact]
    public async Task A_reserved_one_cannot_be_withdrawn_nor_its_next_version_published()
    {
        var a = await app.Published();
        var edited = await app.As(app.Author).Put(ListingsApp.Url(a.Id), new SaveDraft.Request(ListingsApp.Complete("另一版本的题目"), a.Version)).Read<AchievementView.Response>();
        var submitted = await app.As(app.Author).Post(ListingsApp.Url(a.Id, "submit"), new SubmitAchievement.Request(edited.Version)).Read<AchievementView.Response>();
        await app.Approve(submitted);
        await app.Hear(Agreed(a.Id, exclusive: true));
        var now = await app.Get(a.Id);
        var print = await app.Fingerprint();
        (await app.As(app.Author).Post(ListingsApp.Url(a.Id, "withdraw"), new WithdrawAchievement.Request(now.Version, "反悔")).RefusedWith(409)).ShouldBe("listings/not-in-state");
        (await app.As(app.Reviewer).Post(ListingsApp.Url(a.Id, "publish"), new PublishAchievement.Request(now.Version)).RefusedWith(409)).ShouldBe("listings/not-in-state");
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task An_agreement_and_its_end_heard_at_once_never_leave_it_reserved()
    {
        for (var i = 0; i < 5; i++)
        {
            var a = await app.Published();
            var agreed = Agreed(a.Id, true) with { NegotiationId = Guid.CreateVersion7() };
            await Task.WhenAll(app.Hear(agreed), app.Hear(new NegotiationEnded(
                agreed.NegotiationId, "QT-1", a.Id, "t", app.Author.OrganisationId, buyer, null, "LAPSED", null, null, true, null, app.Clock.GetUtcNow())));
            (await app.Page(a.Id)).Status.ShouldBe("PUBLISHED");
        }
    }

    NegotiationAgreed Agreed(Guid achievement, bool exclusive) => new(
        negotiation, "QT-1", achievement, "t", app.Author.OrganisationId, buyer, Money.Yuan(1), exclusive, true, app.Clock.GetUtcNow());

    DealConcluded Concluded(Guid achievement, string category, string? exclusivity) => new(
        deal, "JY-2026-000001", negotiation, null, "NEGOTIATED", achievement, "CG-2026-000001", "t", "05", "s", [], null,
        new DealParty(app.Author.OrganisationId, "西陵大学", "university", null, null, null), new DealParty(buyer, "买方", "enterprise", null, null, null),
        new DealTerms(category, exclusivity, Money.Yuan(1), "LUMP_SUM", null, null, [], null, null, null, null, null), false, [], app.Clock.GetUtcNow());

    ContractRegistered Registered(string category) => new(
        Guid.CreateVersion7(), 1, "202633000001", Guid.CreateVersion7(), "HT-2026-000001", deal, "t", category, "05", Money.Yuan(1), Money.Yuan(1),
        app.Author.OrganisationId, buyer, "code", app.Clock.GetUtcNow());
}
