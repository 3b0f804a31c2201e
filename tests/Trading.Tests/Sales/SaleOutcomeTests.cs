using TechMarket.Messages;
using TechMarket.Testing;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>What becomes of a sale when registration is closed.</summary>
public sealed class SaleOutcomeTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Nobody_came_and_the_seller_extends_lowers_or_lets_it_end()
    {
        var (scene, _) = await SaleScene.Closed(app, 0);
        var seen = await scene.See();
        (seen.State, seen.Wait, seen.ExtensionsLeft).ShouldBe(("CLOSED_FOR_REGISTRATION", "NOBODY_QUALIFIED", 3));
        await scene.Do(scene.Seller, "extend", new ExtendSale.Request(seen.Version)).Succeeds();
        await app.RefusesUnchanged(() => scene.Do(scene.Seller, "extend", new ExtendSale.Request(seen.Version)), 409, "trading/sale-wrong-state");
        seen = await scene.See();
        (seen.State, seen.ExtensionsLeft, (await scene.Page(seen.Number)).Extensions).ShouldBe(("ANNOUNCED", 2, 1));
        await app.PassUntil(seen.EndsAt!.Value);
        await scene.Do(scene.Seller, "revise", new ReviseSale.Request(await scene.Version(), "无人报名，降价重新挂牌")).Succeeds();
        await scene.Put(SaleScene.Terms(800_000m), await scene.Version()).Succeeds();
        await scene.HandIn();
        await scene.Announce();
        await app.PassUntil((await scene.See()).EndsAt!.Value);
        await app.PassUntil((await scene.See()).DecideBy!.Value);
        (await scene.See()).State.ShouldBe("LAPSED");
        (await scene.Statuses()).ShouldBe(
        [
            "SUBMITTED", "ANNOUNCED", "CLOSED_FOR_REGISTRATION", "CLOSED_FOR_REGISTRATION", "ANNOUNCED", "CLOSED_FOR_REGISTRATION", "CLOSED_FOR_REGISTRATION", "RETURNED", "SUBMITTED",
            "ANNOUNCED", "CLOSED_FOR_REGISTRATION", "CLOSED_FOR_REGISTRATION", "LAPSED",
        ]);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task One_party_negotiates_at_not_less_than_the_base_price_and_the_result_is_announced()
    {
        var (scene, parties) = await SaleScene.Closed(app, 1);
        var seen = await scene.See();
        (seen.State, seen.Parties[0].TakesPart).ShouldBe(("NEGOTIATING", true));
        var room = await scene.Talks(parties[0]);
        await app.RefusesUnchanged(() => room.PutOffer(room.Buyer, Room.Assignment(999_999.99m)), 409, "trading/below-base-price");
        await app.RefusesUnchanged(() => room.PutOffer(room.Seller, Room.Licence("EXCLUSIVE", 1_200_000m)), 409, "trading/terms-not-as-announced");
        var offer = await room.Offer(room.Buyer, Room.Assignment(1_050_000m));
        await room.Accept(room.Seller, offer).Succeeds();
        await app.RepeatsUnchanged(() => room.Accept(room.Seller, offer));
        await app.RefusesUnchanged(() => room.Withdraw(room.Buyer), 409, "trading/wrong-state");
        seen = await scene.See();
        (seen.State, seen.Result!.Price, seen.Result.NoticeState).ShouldBe(("RESULT_NOTICE", Money.Yuan(1_050_000m), "RUNNING"));
        var page = await app.As().GetAsync($"/api/trading/notices/{seen.Result.NoticeNumber}").Read<GetNotice.Response>();
        (page.PricingMode, page.BuyerName, page.Length.Value).ShouldBe(("LISTING", parties[0].OrganisationName, 5));
        await app.PassUntil(page.EndsAt);
        seen = await scene.See();
        (seen.State, seen.Deal is null).ShouldBe(("CONCLUDED", false));
        var deal = (await app.Published<DealConcluded>()).Single(f => f.AchievementId == scene.Achievement.AchievementId);
        (deal.PricingMode, deal.NegotiationId, deal.Terms.Price, deal.Buyer.OrganisationId).ShouldBe(("LISTING", room.Id, Money.Yuan(1_050_000m), parties[0].OrganisationId));
        (await scene.Decisions()).ShouldBeEmpty();
        await app.Hear(Effective(scene, deal));
        var applied = (await scene.Decisions()).ShouldHaveSingleItem();
        (applied.Decision, applied.DealId).ShouldBe(("APPLY", deal.DealId));
        await app.Hear(Effective(scene, deal));
        (await scene.Decisions()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Talks_that_fail_give_the_deposit_back_and_the_seller_decides()
    {
        var (scene, parties) = await SaleScene.Closed(app, 1);
        var room = await scene.Talks(parties[0]);
        await app.As(room.Buyer).Post($"{room.Url}/decline", new DeclineNegotiation.Request((await room.See()).Version, "PRICE", "超出预算")).Succeeds();
        var seen = await scene.See();
        (seen.State, seen.Wait).ShouldBe(("CLOSED_FOR_REGISTRATION", "TALKS_FAILED"));
        (await scene.Decisions()).ShouldHaveSingleItem().Decision.ShouldBe("RETURN");
        await scene.Do(scene.Seller, "end", new EndSale.Request(seen.Version, "暂不出让")).Succeeds();
        (await scene.Page(seen.Number)).EndReason.ShouldBe("暂不出让");
    }

    [Fact]
    public async Task Several_parties_bid_and_the_winner_is_announced()
    {
        var (scene, parties) = await SaleScene.Closed(app, 3);
        var seen = await scene.See();
        (seen.State, seen.AuctionId is null).ShouldBe(("BIDDING", false));
        (await scene.Page(seen.Number)).AuctionNumber!.ShouldStartWith("JJ-");
        await scene.BiddingEnds("SOLD", parties[1], 1_330_000m, byPriority: true);
        seen = await scene.See();
        (seen.State, seen.Result!.TransfereeName, seen.Result.PricingMode, seen.Result.ByPriority).ShouldBe(("RESULT_NOTICE", parties[1].OrganisationName, "ONLINE_BIDDING", true));
        (await scene.Decisions()).Select(d => (d.PartyId, d.Decision)).ShouldBe([(parties[0].OrganisationId, "RETURN"), (parties[2].OrganisationId, "RETURN")], ignoreOrder: true);
        await scene.BiddingEnds("SOLD", parties[0], 2_000_000m);
        (await scene.See()).Result!.TransfereeName.ShouldBe(parties[1].OrganisationName);
        await app.PassUntil(seen.Result.NoticeEndsAt!.Value);
        var deal = (await app.Published<DealConcluded>()).Single(f => f.AchievementId == scene.Achievement.AchievementId);
        (deal.PricingMode, deal.NegotiationId, deal.NoticeId, deal.Terms.Price).ShouldBe(("ONLINE_BIDDING", null, seen.Result.NoticeId, Money.Yuan(1_330_000m)));
        deal.Terms.Milestones.Sum(m => m.Amount.Amount).ShouldBe(1_330_000m);
        (await app.As(parties[1]).GetAsync($"/api/trading/deals/{deal.DealId}")).IsSuccessStatusCode.ShouldBeTrue();
        (await app.As(parties[1]).GetAsync($"/api/trading/deal-line?dealId={deal.DealId}")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("NO_BID")]
    [InlineData("UNDER_RESERVE")]
    public async Task Bidding_without_a_winner_frees_everybody(string outcome)
    {
        var (scene, parties) = await SaleScene.Closed(app, 2);
        await scene.BiddingEnds(outcome);
        var seen = await scene.See();
        (seen.State, seen.Wait).ShouldBe(("CLOSED_FOR_REGISTRATION", outcome));
        (await scene.Decisions()).Select(d => d.Decision).ShouldBe(["RETURN", "RETURN"]);
    }

    [Fact]
    public async Task Silence_after_the_period_qualifies_who_paid()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        await scene.Registered(party);
        await scene.Pay(party);
        await app.PassUntil((await scene.See()).EndsAt!.Value);
        (await scene.See()).Wait.ShouldBe("QUALIFICATION");
        await app.PassUntil((await scene.See()).DecideBy!.Value);
        var seen = await scene.See();
        (seen.State, seen.Parties[0].Decision!.PersonName).ShouldBe(("NEGOTIATING", null));
    }

    [Fact]
    public async Task The_last_deposit_lets_the_sale_go_on()
    {
        var scene = await SaleScene.Announced(app);
        var party = TradingApp.Buyer();
        var id = await scene.Registered(party);
        await scene.Decide(scene.Seller, id).Succeeds();
        await app.PassUntil((await scene.See()).EndsAt!.Value);
        (await scene.See()).Wait.ShouldBe("QUALIFICATION");
        await scene.Pay(party);
        (await scene.See()).State.ShouldBe("NEGOTIATING");
    }

    [Fact]
    public async Task A_transferee_that_does_not_sign_loses_its_deposit_and_the_sale_is_tried_again()
    {
        var (scene, parties) = await Concluded();
        var deal = (await app.Published<DealConcluded>()).Single(f => f.AchievementId == scene.Achievement.AchievementId);
        var contract = Guid.CreateVersion7();
        app.Clock.Advance(TimeSpan.FromDays(90));
        await app.Hear(Void(scene, deal, contract, scene.Seller.OrganisationId));
        var seen = await scene.See();
        (seen.State, seen.Wait).ShouldBe(("CLOSED_FOR_REGISTRATION", "DEFAULTED"));
        (await scene.Decisions()).Single(d => d.PartyId == parties[0].OrganisationId).Decision.ShouldBe("FORFEIT");
        await app.Hear(Void(scene, deal, contract, scene.Seller.OrganisationId));
        await app.Hear(Effective(scene, deal));
        (await scene.Decisions()).Count(d => d.PartyId == parties[0].OrganisationId).ShouldBe(1);
        await scene.Do(scene.Seller, "revise", new ReviseSale.Request(seen.Version, "受让方违约，重新挂牌")).Succeeds();
        (await scene.See()).State.ShouldBe("DRAFT");
    }

    [Fact]
    public async Task A_seller_that_does_not_go_on_gives_the_deposit_back()
    {
        var (scene, parties) = await Concluded();
        var deal = (await app.Published<DealConcluded>()).Single(f => f.AchievementId == scene.Achievement.AchievementId);
        await app.Hear(Void(scene, deal, Guid.CreateVersion7(), scene.Seller.OrganisationId));
        (await scene.Decisions()).Single(d => d.PartyId == parties[0].OrganisationId).Decision.ShouldBe("RETURN");
    }

    [Fact]
    public async Task An_objection_that_is_right_cancels_the_result_or_corrects_its_notice()
    {
        var (scene, parties) = await SaleScene.Closed(app, 2);
        await scene.BiddingEnds("SOLD", parties[0], 1_200_000m);
        var first = await Objected(scene);
        await Decide(scene, first, DecideObjection.Consequences.Revise).Succeeds();
        var seen = await scene.See();
        (seen.State, seen.Result!.NoticeState, seen.May.Contains(GetSale.Possibility.CorrectResult)).ShouldBe(("RESULT_NOTICE", "REVISED", true));
        await scene.Do(scene.Seller, "result-notice", new CorrectResultNotice.Request("更正后的摘要，说明成果范围。", "公示期内可实名提出异议，由审批人员核实。", false)).Succeeds();
        (await scene.See()).Result!.NoticeState.ShouldBe("RUNNING");
        var second = await Objected(scene);
        await Decide(scene, second, DecideObjection.Consequences.Cancel).Succeeds();
        seen = await scene.See();
        (seen.State, seen.Wait).ShouldBe(("CLOSED_FOR_REGISTRATION", "RESULT_CANCELLED"));
        (await scene.Decisions()).Select(d => d.Decision).ShouldBe(["RETURN", "RETURN"]);
        (await scene.Page(seen.Number)).Result.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_ends_of_the_period_one_closes_and_one_negotiation_begins()
    {
        var scene = await SaleScene.Announced(app);
        var (a, b) = (TradingApp.Buyer("甲公司"), TradingApp.Buyer("乙公司"));
        var (first, second) = (await scene.Registered(a), await scene.Registered(b));
        await scene.Pay(a);
        await scene.Pay(b);
        await app.PassUntil((await scene.See()).EndsAt!.Value);
        var answers = await Task.WhenAll(
            scene.Decide(scene.Seller, first), scene.Decide(scene.Approver, second, false), scene.Decide(scene.Bureau, first), scene.Decide(scene.Bureau, second));
        answers.Count(x => x.IsSuccessStatusCode).ShouldBe(2);
        var seen = await scene.See();
        seen.State.ShouldBeOneOf("NEGOTIATING", "BIDDING");
        (await app.Published<SaleChanged>()).Count(f => f.SaleId == scene.Id && f.Status is "NEGOTIATING" or "BIDDING" && f.SaleId == scene.Id).ShouldBe(1);
    }

    private async Task<(SaleScene Scene, IReadOnlyList<TechMarket.Platform.Security.Caller> Parties)> Concluded()
    {
        var (scene, parties) = await SaleScene.Closed(app, 2);
        await scene.BiddingEnds("SOLD", parties[0], 1_200_000m);
        await app.PassUntil((await scene.See()).Result!.NoticeEndsAt!.Value);
        return (scene, parties);
    }

    private async Task<(string Number, Guid Objection)> Objected(SaleScene scene)
    {
        var objection = Guid.CreateVersion7();
        var number = (await scene.See()).Result!.NoticeNumber!;
        await app.As().Put($"/api/trading/notices/{number}/objections/{objection}", new ObjectToNotice.Request("赵某某", "13800000000", "资格审查存在疏漏，请核实。")).Succeeds();
        return (number, objection);
    }

    private async Task<HttpResponseMessage> Decide(SaleScene scene, (string Number, Guid Objection) objection, DecideObjection.Consequences consequence)
    {
        var notice = (await scene.See()).Result!.NoticeId;
        return await app.As(scene.Approver).Post(
            $"/api/trading/unit-notices/{notice}/objections/{objection.Objection}/decide",
            new DecideObjection.Request(DecideObjection.Outcomes.Upheld, "经核实，异议成立。", consequence));
    }

    private ContractEffective Effective(SaleScene scene, DealConcluded deal) => new(
        Guid.CreateVersion7(), "HT-2026-000001", deal.DealId, deal.AchievementId, "合同", "ZR01", null, scene.Seller.OrganisationId, deal.Buyer.OrganisationId, null,
        deal.Terms.Price, app.Clock.GetUtcNow());

    private ContractEnded Void(SaleScene scene, DealConcluded deal, Guid contract, Guid by) => new(
        contract, "HT-2026-000001", deal.DealId, deal.AchievementId, null, "合同", scene.Seller.OrganisationId, deal.Buyer.OrganisationId, "VOID", "逾期未签", by,
        app.Clock.GetUtcNow());
}
