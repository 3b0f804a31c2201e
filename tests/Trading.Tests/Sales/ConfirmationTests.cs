using System.Security.Cryptography;
using System.Text;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>拍卖 after the hammer: confirmation of sale, signatures, default and re-auction.</summary>
public sealed class ConfirmationTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task What_is_sold_is_confirmed_with_its_figures_and_signed_by_buyer_seller_and_house()
    {
        var scene = await AuctionScene.Of(app);
        await scene.Announced(1_200_000m);
        var (buyer, other) = (AuctionScene.Bidder("<甲>公司"), AuctionScene.Bidder("乙公司"));
        await scene.Opened(buyer, other);
        await scene.Bid(other, 1_110_000m);
        await scene.Bid(buyer, 1_330_000m);
        var closed = await scene.Closed();
        (closed.Outcome, closed.WinnerId).ShouldBe(("SOLD", buyer.OrganisationId));
        await app.Hear(closed);
        var seen = await scene.Sale.See();
        (seen.State, seen.Result!.PricingMode, seen.ConfirmationId, (await scene.Sale.Mine(buyer)).ConfirmationId)
            .ShouldBe(("RESULT_NOTICE", "AUCTION", closed.AuctionId, closed.AuctionId));
        (await scene.Sale.Mine(other)).ConfirmationId.ShouldBeNull();
        var confirmed = await scene.Confirmation(buyer, closed.AuctionId);
        confirmed.Number.ShouldMatch("^CJ-2026-[0-9]{6}$");
        (confirmed.HammerPrice, confirmed.BuyerCommission, confirmed.BuyerPays).ShouldBe((Money.Yuan(1_330_000m), Money.Yuan(39_900m), Money.Yuan(1_369_900m)));
        (confirmed.SellerCommission, confirmed.SellerKeeps, confirmed.LogHash).ShouldBe((Money.Yuan(26_600m), Money.Yuan(1_303_400m), closed.LogHash));
        (confirmed.Stands, confirmed.Side, confirmed.MaySign, confirmed.BuyerName).ShouldBe((true, "BUYER", true, "<甲>公司"));
        using var text = await app.As(buyer).GetAsync(AuctionScene.ConfirmationUrl(closed.AuctionId) + "/document");
        var html = await text.Content.ReadAsByteArrayAsync();
        Convert.ToHexStringLower(SHA256.HashData(html)).ShouldBe(confirmed.DocumentSha256);
        foreach (var said in new[] { "成交确认书", "壹佰叁拾叁万元整", "正和拍卖有限公司", "拍批证字第330100号", "&lt;甲&gt;公司", closed.LogHash, "39,900.00" })
            Encoding.UTF8.GetString(html).ShouldContain(said);

        // Only buyer, seller, house and bureau: it names the buyer.
        await app.RefusesUnchanged(() => app.As(other).GetAsync(AuctionScene.ConfirmationUrl(closed.AuctionId)), 404, "trading/confirmation-not-found");
        await app.RefusesUnchanged(() => app.As(other).GetAsync(AuctionScene.ConfirmationUrl(closed.AuctionId) + "/document.pdf"), 404, "trading/confirmation-not-found");
        (await scene.Confirmation(scene.Sale.Bureau, closed.AuctionId)).MaySign.ShouldBeFalse();

        var sha = confirmed.DocumentSha256;
        await app.RefusesUnchanged(() => scene.PostSignature(scene.Sale.Bureau, closed.AuctionId, sha), 403, "platform/role-missing");
        await app.RefusesUnchanged(() => scene.PostSignature(scene.Sale.Seller, closed.AuctionId, sha), 403, "platform/role-missing");
        await app.RefusesUnchanged(() => scene.PostSignature(other, closed.AuctionId, sha), 404, "trading/confirmation-not-found");
        await app.RefusesUnchanged(() => scene.PostSignature(buyer, closed.AuctionId, sha, app.Proof(scene.Sale.Approver, sha)), 403, "trading/credential-refused");
        await app.RefusesUnchanged(() => scene.PostSignature(buyer, closed.AuctionId, new string('0', 64)), 409, "trading/document-changed");
        (await Todo(buyer)).ShouldContain("confirmation-to-sign");
        var proof = app.Proof(buyer, sha);
        await scene.PostSignature(buyer, closed.AuctionId, sha, proof).Succeeds();
        await app.RepeatsUnchanged(() => scene.PostSignature(buyer, closed.AuctionId, sha, proof));
        (await Todo(buyer)).ShouldNotContain("confirmation-to-sign");
        await scene.PostSignature(scene.Sale.Approver, closed.AuctionId, sha).Succeeds();
        (await scene.Confirmation(buyer, closed.AuctionId)).CompletedAt.ShouldBeNull();
        // The house is whoever was verified under its credit code; anybody can write that code down.
        await app.RefusesUnchanged(() => app.As(AuctionScene.House with { Verified = false }).GetAsync(AuctionScene.ConfirmationUrl(closed.AuctionId)), 404, "trading/confirmation-not-found");
        (await ToSign(AuctionScene.House)).ShouldContain(closed.AuctionId);
        (await ToSign(AuctionScene.House with { Verified = false })).ShouldBeEmpty();
        (await scene.Confirmation(AuctionScene.House, closed.AuctionId)).ShouldSatisfyAllConditions(c => c.Side.ShouldBe("HOUSE"), c => c.MaySign.ShouldBeTrue());
        await scene.PostSignature(AuctionScene.House, closed.AuctionId, sha).Succeeds();
        (await ToSign(AuctionScene.House)).ShouldNotContain(closed.AuctionId);
        confirmed = await scene.Confirmation(scene.Sale.Seller, closed.AuctionId);
        confirmed.Signatures.Select(s => (s.Side, s.OrganisationName, s.PersonName)).ShouldBe(
            [("BUYER", "<甲>公司", "测试员"), ("SELLER", "青山大学", "同事"), ("HOUSE", "正和拍卖有限公司", "测试员")]);
        (confirmed.CompletedAt, confirmed.DocumentSha256).ShouldBe((app.Clock.GetUtcNow(), sha));
        using var printed = await app.As(scene.Sale.Seller).GetAsync(AuctionScene.ConfirmationUrl(closed.AuctionId) + "/document.pdf");
        printed.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await printed.Content.ReadAsByteArrayAsync()).AsSpan().StartsWith("%PDF"u8).ShouldBeTrue();
        (await app.As(scene.Sale.Seller).GetAsync(scene.Sale.Url + "/history").Read<GetSaleHistory.Response>()).Items.Select(i => i.Action).ShouldContain("confirmation-signed");

        // The deal goes on as ever.
        await app.PassUntil(seen.Result.NoticeEndsAt!.Value);
        var deal = (await app.Published<DealConcluded>()).Single(f => f.AchievementId == scene.Sale.Achievement.AchievementId);
        (deal.PricingMode, deal.Terms.Price).ShouldBe(("AUCTION", Money.Yuan(1_330_000m)));
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task One_proof_signs_one_confirmation()
    {
        var (scene, buyers) = await Sold(1_100_000m);
        var auction = (await scene.Sale.See()).ConfirmationId!.Value;
        var sha = (await scene.Confirmation(buyers[0], auction)).DocumentSha256;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.PostSignature(buyers[0], auction, sha)));
        answers.ShouldAllBe(a => a.IsSuccessStatusCode);
        (await scene.Confirmation(buyers[0], auction)).Signatures.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_result_that_an_objection_cancelled_leaves_nothing_to_sign()
    {
        var (scene, buyers) = await Sold(1_100_000m);
        var seen = await scene.Sale.See();
        var auction = seen.ConfirmationId!.Value;
        var sha = (await scene.Confirmation(buyers[0], auction)).DocumentSha256;
        var objection = Guid.CreateVersion7();
        await app.As().Put($"/api/trading/notices/{seen.Result!.NoticeNumber}/objections/{objection}", new ObjectToNotice.Request("赵某某", "13800000000", "拍卖公告期间标的未展示。")).Succeeds();
        await app.As(scene.Sale.Approver).Post(
            $"/api/trading/unit-notices/{seen.Result.NoticeId}/objections/{objection}/decide",
            new DecideObjection.Request(DecideObjection.Outcomes.Upheld, "经核实，异议成立。", DecideObjection.Consequences.Cancel)).Succeeds();
        (await scene.Confirmation(buyers[0], auction)).Stands.ShouldBeFalse();
        (await Todo(buyers[0])).ShouldNotContain("confirmation-to-sign");
        await app.RefusesUnchanged(() => scene.PostSignature(buyers[0], auction, sha), 409, "trading/confirmation-void");
    }

    [Fact]
    public async Task A_first_buyer_in_default_bears_both_commissions_and_the_shortfall_of_the_re_auction()
    {
        var (scene, buyers) = await Sold(1_300_000m);
        var first = (await scene.Sale.See()).ConfirmationId!.Value;
        await scene.Defaulted();
        var seen = await scene.Sale.See();
        (seen.Wait, seen.ConfirmationId).ShouldBe(("DEFAULTED", null));
        (await scene.Sale.Decisions()).Single(d => d.PartyId == buyers[0].OrganisationId).Decision.ShouldBe("FORFEIT");
        var open = seen.Defaults.ShouldHaveSingleItem();
        (open.BuyerName, open.Price, open.Shortfall, open.Owed).ShouldBe(("甲公司", Money.Yuan(1_300_000m), null, null));
        await app.RefusesUnchanged(() => scene.PostSignature(buyers[0], first, new string('0', 64)), 409, "trading/document-changed");
        await scene.Sale.Do(scene.Sale.Seller, "revise", new ReviseSale.Request(seen.Version, "买受人违约，再行拍卖")).Succeeds();
        await scene.Announced(null, 800_000m);
        await scene.Sold(1_000_000m, AuctionScene.Bidder("丙公司"), buyers[1]);
        // 300 000 less than before, and 3 % and 2 % of the first price.
        foreach (var known in new[] { (await scene.Sale.See()).Defaults.Single(), (await scene.Sale.See(scene.Sale.Bureau)).Defaults.Single(), (await scene.Sale.Mine(buyers[0])).Default! })
        {
            (known.AuctionId, known.PriceAgain, known.Shortfall).ShouldBe((first, Money.Yuan(1_000_000m), Money.Yuan(300_000m)));
            (known.BuyerCommission, known.SellerCommission, known.Owed).ShouldBe((Money.Yuan(39_000m), Money.Yuan(26_000m), Money.Yuan(365_000m)));
        }
        (await scene.Sale.Mine(buyers[1])).Default.ShouldBeNull();
        (await scene.Confirmation(buyers[0], first)).Stands.ShouldBeFalse();
        (await app.As(scene.Sale.Seller).GetAsync(scene.Sale.Url + "/history").Read<GetSaleHistory.Response>()).Items.ShouldContain(i => i.Action == "default-reckoned");
    }

    [Fact]
    public async Task A_re_auction_that_fetches_more_leaves_the_commissions_only()
    {
        var (scene, _) = await Sold(1_000_000m);
        await scene.Defaulted();
        await scene.Sale.Do(scene.Sale.Seller, "revise", new ReviseSale.Request(await scene.Sale.Version(), "买受人违约，再行拍卖")).Succeeds();
        await scene.Announced(null);
        await scene.Sold(1_200_000m, AuctionScene.Bidder("丙公司"), AuctionScene.Bidder("丁公司"));
        var known = (await scene.Sale.See()).Defaults.ShouldHaveSingleItem();
        (known.Shortfall, known.Owed).ShouldBe((Money.Yuan(0m), Money.Yuan(50_000m)));
    }

    private async Task<(AuctionScene Scene, IReadOnlyList<Caller> Buyers)> Sold(decimal price)
    {
        var scene = await AuctionScene.Of(app);
        await scene.Announced(null);
        return (scene, await scene.Sold(price, AuctionScene.Bidder("甲公司"), AuctionScene.Bidder("乙公司")));
    }

    private async Task<List<Guid>> ToSign(Caller caller) =>
        [.. (await app.As(caller).GetAsync("/api/trading/todo").Read<GetTodo.Response>()).Items.Where(i => i.Kind == "confirmation-to-sign").Select(i => i.Id)];

    private async Task<List<string>> Todo(Caller caller) => [.. (await app.As(caller).GetAsync("/api/trading/todo").Read<GetTodo.Response>()).Items.Select(i => i.Kind)];
}
