using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Sales;
using TechMarket.Trading.Tests.Bidding;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>拍卖 before the hammer: house and auctioneer on record, notice, viewing, the secret reserve price.</summary>
public sealed class AuctionSaleTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task An_auction_is_not_handed_in_without_house_and_auctioneer()
    {
        var scene = await AuctionScene.Of(app);
        await scene.Sale.Put(SaleScene.Terms(length: 7)).Succeeds();
        await scene.Sale.AddDocument();
        var version = await scene.Sale.Version();
        await app.RefusesUnchanged(() => scene.Sale.Do(scene.Sale.Seller, "submit", new SubmitSale.Request(version)), 409, "trading/auction-house-needed");
        await scene.Sale.Put(scene.Terms(hasReserve: false), version).Succeeds();
        await scene.Sale.HandIn();
        (await scene.Sale.See()).State.ShouldBe("SUBMITTED");
    }

    [Fact]
    public async Task Terms_of_an_auction_keep_the_law_and_the_region_s_rules()
    {
        var scene = await AuctionScene.Of(app);
        var good = scene.Terms(hasReserve: false);
        await Refused(good.With(a => a with { House = a.House with { CreditCode = "913502007760496" + "IO1" } }), "trading/auction-house-code-malformed");
        await Refused(good with { Length = 6 }, "trading/auction-notice-too-short");
        await Refused(good.With(a => a with { Viewing = a.Viewing with { Until = a.Viewing.From.AddHours(8) } }), "trading/viewing-too-short");
        await Refused(good.With(a => a with { Viewing = a.Viewing with { Until = a.Viewing.From.AddDays(-1) } }), "trading/viewing-too-short");
        await Refused(good.With(a => a with { BuyerRate = 0.1501m }), "trading/auction-commission-too-high");
        await Refused(good.With(a => a with { SellerRate = 0.16m }), "trading/auction-commission-too-high");
        await Refused(good, "trading/reserve-price-needed", Money.Yuan(1_200_000m));
        await Refused(scene.Terms(), "trading/reserve-price-needed");
        await Refused(scene.Terms(), "trading/reserve-below-base-price", Money.Yuan(999_999.99m));
        await Refused(scene.Terms(), "trading/currency-not-supported", new Money(1_200_000m, "USD"));
        var own = await AuctionScene.Of(app, app.Company with { CreditCode = AuctionTerms.HouseCode });
        await app.RefusesUnchanged(() => own.Sale.Put(own.Terms(hasReserve: false)), 409, "trading/auction-house-is-seller");
        var listing = await SaleScene.Of(app);
        await app.RefusesUnchanged(() => listing.Put(good with { Length = 10 }), 409, "trading/auction-terms-misplaced");
        await app.RefusesUnchanged(() => listing.Put(reserve: Money.Yuan(1_200_000m)), 409, "trading/auction-terms-misplaced");

        Task Refused(SaleForm.Terms terms, string code, Money? reserve = null) => app.RefusesUnchanged(() => scene.Sale.Put(terms, reserve: reserve), 409, code);
    }

    [Fact]
    public async Task A_licence_that_ends_before_the_bidding_bars_handing_in_announcing_and_extending()
    {
        var scene = await AuctionScene.Of(app);
        var start = app.Clock.GetUtcNow();
        var soon = scene.Terms(hasReserve: false).With(a => a with { House = a.House with { LicenceValidUntil = Rules.ChinaTime.DayOf(start).AddDays(7) } });
        await scene.Sale.Put(soon).Succeeds();
        await scene.Sale.AddDocument();
        await app.RefusesUnchanged(() => Submit(), 409, "trading/auction-licence-expires");
        // Seven days of notice, five working days to decide, the bidding: seventeen days are enough today and not in five days.
        var enough = soon.With(a => a with { House = a.House with { LicenceValidUntil = Rules.ChinaTime.DayOf(start).AddDays(17) }, Viewing = a.Viewing with { Until = start.AddDays(7) } });
        await scene.Sale.Put(enough, await scene.Sale.Version()).Succeeds();
        await scene.Sale.HandIn();
        await app.PassUntil(start.AddDays(5));
        await app.RefusesUnchanged(() => Announce(true), 409, "trading/auction-licence-expires");
        app.Clock.Set(start);
        await scene.Sale.Announce();
        await app.PassUntil((await scene.Sale.See()).EndsAt!.Value);
        var seen = await scene.Sale.See();
        seen.Wait.ShouldBe("NOBODY_QUALIFIED");
        await app.RefusesUnchanged(() => scene.Sale.Do(scene.Sale.Seller, "extend", new ExtendSale.Request(seen.Version)), 409, "trading/auction-licence-expires");

        async Task<HttpResponseMessage> Submit() => await scene.Sale.Do(scene.Sale.Seller, "submit", new SubmitSale.Request(await scene.Sale.Version()));

        async Task<HttpResponseMessage> Announce(bool verified) =>
            await scene.Sale.Do(scene.Sale.Bureau, "announce", new AnnounceSale.Request(await scene.Sale.Version(), new(true, true, true, true, verified)));
    }

    [Fact]
    public async Task The_bureau_verifies_the_house_and_the_public_page_names_it()
    {
        var scene = await AuctionScene.Of(app);
        var start = app.Clock.GetUtcNow();
        await scene.Sale.Submitted(scene.Terms(hasReserve: false));
        var version = await scene.Sale.Version();
        foreach (var verified in new bool?[] { null, false })
            await app.RefusesUnchanged(() => Announce(verified), 409, "trading/sale-checklist-incomplete");
        // On the last day of the viewing one day of it is left.
        await app.PassUntil(start.AddDays(2).AddHours(-1));
        await app.RefusesUnchanged(() => Announce(true), 409, "trading/viewing-too-short");
        app.Clock.Set(start);
        var announced = await Announce(true).Read<GetSale.Response>();
        (announced.ShortestPeriod.Value, announced.ShortestPeriod.Unit, announced.Warnings.Count).ShouldBe((7, Rules.PeriodUnit.Days, 0));
        announced.Number.ShouldMatch("^PM-2026-[0-9]{6}$");
        var page = await scene.Sale.Page(announced.Number);
        page.Mode.ShouldBe("AUCTION");
        var plan = page.Terms.Auction!;
        (plan.House.Name, plan.House.LicenceNumber, plan.Auctioneer.Name, plan.Auctioneer.CertificateNumber).ShouldBe(("正和拍卖有限公司", "拍批证字第330100号", "钱拍卖师", "3300123"));
        (plan.Viewing.Place, plan.Viewing.From, plan.HasReserve, plan.BuyerRate).ShouldBe(("青山大学技术转移中心一楼", start.AddDays(1), false, 0.03m));
        (page.EndsAt - page.AnnouncedAt).TotalDays.ShouldBeGreaterThanOrEqualTo(7);

        Task<HttpResponseMessage> Announce(bool? verified) => scene.Sale.Do(scene.Sale.Bureau, "announce", new AnnounceSale.Request(version, new(true, true, true, true, verified)));
    }

    [Fact]
    public async Task The_lot_is_shown_before_the_bidding_opens()
    {
        var scene = await AuctionScene.Of(app);
        await scene.Sale.Submitted(scene.Terms(hasReserve: false).With(a => a with { Viewing = a.Viewing with { Until = a.Viewing.From.AddDays(12) } }));
        var version = await scene.Sale.Version();
        await app.RefusesUnchanged(
            () => scene.Sale.Do(scene.Sale.Bureau, "announce", new AnnounceSale.Request(version, new(true, true, true, true, true))), 409, "trading/viewing-after-bidding");
    }

    [Fact]
    public async Task Unusual_commissions_and_a_doubtful_code_are_warned_about()
    {
        var scene = await AuctionScene.Of(app);
        await scene.Sale.Put(scene.Terms(hasReserve: false).With(a => a with { BuyerRate = 0.0501m, House = a.House with { CreditCode = "91350200776049653B" } })).Succeeds();
        (await scene.Sale.See()).Warnings.ShouldBe([GetSale.Warning.CommissionAboveUsual, GetSale.Warning.AuctionHouseCodeDoubtful]);
        await scene.Sale.Put(scene.Terms(hasReserve: false), await scene.Sale.Version()).Succeeds();
        (await scene.Sale.See()).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_auction_house_does_not_take_part()
    {
        var scene = await AuctionScene.Of(app);
        await scene.Announced(null);
        var house = TradingApp.Buyer("正和拍卖有限公司") with { CreditCode = AuctionTerms.HouseCode };
        await app.RefusesUnchanged(() => scene.Sale.PutRegistration(house), 409, "trading/auctioneer-may-not-bid");
    }

    [Fact]
    public async Task A_reserve_price_is_in_no_answer_fact_or_row_before_the_close()
    {
        var scene = await AuctionScene.Of(app);
        var secret = Money.Yuan(1_234_567.89m);
        var terms = scene.Terms();
        await scene.Sale.Submitted(terms, secret);
        // The same first draft again is one sale; another reserve price under it is not.
        await app.RepeatsUnchanged(() => scene.Sale.Put(terms, reserve: secret));
        await app.RefusesUnchanged(() => scene.Sale.Put(terms, reserve: Money.Yuan(1_300_000m)), 409, "platform/changed-meanwhile");
        await scene.Sale.Do(scene.Sale.Bureau, "return", new ReturnSale.Request(await scene.Sale.Version(), "请补充展示时间")).Succeeds();
        // Left out, the reserve price on record stays; a base price above it is refused without a word about it.
        await scene.Sale.Put(terms, await scene.Sale.Version()).Succeeds();
        var version = await scene.Sale.Version();
        using (var answer = await scene.Sale.Put(scene.Terms(basePrice: 2_000_000m), version))
        {
            ((int)answer.StatusCode).ShouldBe(409);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("1234567");
        }
        await scene.Sale.HandIn();
        await scene.Sale.Announce();
        var (first, second) = (AuctionScene.Bidder("甲公司"), AuctionScene.Bidder("乙公司"));
        await scene.Opened(first, second);
        (await scene.Room()).HasReserve.ShouldBeTrue();
        await scene.Bid(first, 1_100_000m);
        var number = (await scene.Sale.See()).Number;
        var everything = new List<string> { await Secrets.Everywhere(app) };
        foreach (var (caller, path) in new (Caller?, string)[]
        {
            (scene.Sale.Seller, scene.Sale.Url), (scene.Sale.Seller, scene.Sale.Url + "/history"), (scene.Sale.Bureau, scene.Sale.Url), (first, scene.Sale.Url + "/registration"),
            (null, $"/api/trading/announcements/{number}"), (null, await scene.RoomUrl()), (first, await scene.RoomUrl()), (null, await scene.RoomUrl() + "/log.json"),
            (scene.Sale.Seller, "/api/trading/sales"), (null, "/api/trading/announcements"), (null, "/api/trading/auctions"),
        })
        {
            using var answer = await app.As(caller).GetAsync(path);
            answer.IsSuccessStatusCode.ShouldBeTrue(path);
            everything.Add(await answer.Content.ReadAsStringAsync());
        }
        foreach (var fact in await app.Published<SaleChanged>()) everything.Add(fact.ToString());
        foreach (var fact in await app.Published<AuctionChanged>()) everything.Add(fact.ToString());
        foreach (var text in everything) new[] { "1234567.89", "1,234,567.89", "123456789" }.ShouldAllBe(s => !text.Contains(s, StringComparison.Ordinal));
        // At the close it is opened: the bid does not reach it and has no effect.
        var closed = await scene.Closed();
        (closed.Outcome, closed.WinnerId).ShouldBe(("UNDER_RESERVE", null));
        var seen = await scene.Sale.See();
        (seen.State, seen.Wait, seen.ConfirmationId).ShouldBe(("CLOSED_FOR_REGISTRATION", "UNDER_RESERVE", null));
        (await Secrets.Everywhere(app)).ShouldContain("1234567.89");
        (await app.AuditBreak()).ShouldBeNull();
    }
}
