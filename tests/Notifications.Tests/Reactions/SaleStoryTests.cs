using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Tests.Reactions;

/// <summary>A listed sale reaches whom it concerns, and nobody else.</summary>
public sealed class SaleStoryTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly NotificationsApp app = shared.App;

    [Fact]
    public async Task Seller_bureau_and_parties_follow_a_sale()
    {
        var seller = await app.Someone(OrganisationKinds.University, "挂牌大学", "620102", Roles.Publisher);
        var bureau = await app.Someone(OrganisationKinds.Bureau, "挂牌科技局", "620100", Roles.Reviewer);
        var party = await app.Someone(OrganisationKinds.Enterprise, "意向企业", "330100", Roles.Purchaser);
        var other = await app.Someone(OrganisationKinds.Enterprise, "旁人企业", "330100", Roles.Purchaser);
        var (sale, deposit, auction, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), app.Clock.GetUtcNow());
        var amount = Money.Yuan(100_000m);
        var version = 1;
        SaleChanged Sale(string status, string? reason = null) => new(
            sale, ++version, "GP-1", "LISTING", Guid.CreateVersion7(), "CG-1", "成果", seller.OrganisationId, "挂牌大学", status, Money.Yuan(1_000_000m), "ENGLISH", now, reason, now);
        SalePartyChanged Party(string status, string? reason = null) =>
            new(sale, "GP-1", "成果", seller.OrganisationId, party.OrganisationId, "意向企业", status, reason, now);
        AuctionChanged Auction(string status) =>
            new(auction, ++version, "JJ-1", sale, "成果", seller.OrganisationId, "ENGLISH", status, now, null, "故障", [party.OrganisationId], now);

        await app.Hear(Sale("SUBMITTED"));
        await app.Hear(Sale("RETURNED", "条件有歧视"));
        await app.Hear(Sale("ANNOUNCED"));
        await app.Hear(Party("REGISTERED"));
        await app.Hear(new DepositDemanded(deposit, sale, "GP-1", "成果", seller.OrganisationId, party.OrganisationId, "意向企业", amount, now, now));
        await app.Hear(new DepositHeld(deposit, sale, party.OrganisationId, amount, now));
        await app.Hear(Party("QUALIFIED", "符合条件"));
        await app.Hear(Sale("CLOSED_FOR_REGISTRATION"));
        await app.Hear(Sale("BIDDING"));
        await app.Hear(Auction("SCHEDULED"));
        await app.Hear(Auction("PAUSED"));
        await app.Hear(Auction("CLOSED"));
        await app.Hear(new AuctionClosed(auction, "JJ-1", sale, "SOLD", party.OrganisationId, Money.Yuan(1_200_000m), false, new string('a', 64), now));
        await app.Hear(new DepositDecided(deposit, sale, party.OrganisationId, "APPLY", Guid.CreateVersion7(), "合同生效", now, now));
        await app.Hear(new DepositSettled(deposit, sale, party.OrganisationId, "APPLIED", amount, "REF-1", now));
        await app.Hear(Sale("LAPSED", "终结"));

        (await app.Kinds(bureau)).ShouldBe(["sale-review"]);
        (await app.Kinds(seller)).ShouldBe(
            ["auction-moved", "auction-set", "sale-announced", "sale-closed", "sale-ended", "sale-goes-on", "sale-party-registered", "sale-returned"], ignoreOrder: true);
        (await app.Kinds(party)).ShouldBe(
            ["auction-moved", "auction-set", "auction-won", "deposit-decided", "deposit-demanded", "deposit-held", "deposit-settled", "sale-party-decided"], ignoreOrder: true);
        (await app.Kinds(other)).ShouldBeEmpty();
        (await app.Inbox(party)).Single(n => n.Kind == "sale-party-decided").TextZh.ShouldBe("贵方参加 GP-1《成果》的报名:资格审查通过。原因:符合条件");
    }

    [Fact]
    public async Task Access_of_a_party_that_ends_is_no_negotiation_that_ended()
    {
        var seller = await app.Someone(OrganisationKinds.University, "静默大学", "620102", Roles.Publisher);
        var party = await app.Someone(OrganisationKinds.Enterprise, "静默企业", "330100", Roles.Purchaser);
        var (sale, id, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), app.Clock.GetUtcNow());
        await app.Hear(new NdaConfirmed(id, "GP-1", Guid.CreateVersion7(), "成果", seller.OrganisationId, party.OrganisationId, "静默企业", party.PersonId, now, sale));
        await app.Hear(new NegotiationEnded(id, "GP-1", Guid.CreateVersion7(), "成果", seller.OrganisationId, party.OrganisationId, null, "LAPSED", null, null, false, null, now, sale));
        await app.Hear(new NegotiationOpened(id, "QT-1", Guid.CreateVersion7(), "成果", seller.OrganisationId, "静默大学", party.OrganisationId, "静默企业", null, [], now, sale));
        (await app.Kinds(seller)).ShouldBe(["nda-confirmed", "sale-goes-on"]);
        (await app.Inbox(seller)).Single(n => n.Kind == "nda-confirmed").Link.ShouldBe($"/workbench/trading/sales/{sale}");
        (await app.Kinds(party)).ShouldBe(["sale-goes-on"]);
    }
}
