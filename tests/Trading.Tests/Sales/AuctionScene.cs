using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Confirmations;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>What an auction sale announces beside the terms of a listed one.</summary>
static class AuctionTerms
{
    public const string HouseCode = "91350200776049653A";

    /// <summary>Seven days of notice, two days of viewing on the second and third day, a secret reserve price.</summary>
    public static SaleForm.Terms Of(DateTimeOffset now, bool hasReserve = true, int length = 7, decimal basePrice = 1_000_000m) => SaleScene.Terms(basePrice, length: length) with
    {
        Auction = new SaleForm.Auction(
            new SaleForm.House("正和拍卖有限公司", HouseCode, "拍批证字第330100号", ChinaTime.DayOf(now).AddYears(1)), new SaleForm.Auctioneer("钱拍卖师", "3300123"),
            new SaleForm.Viewing("青山大学技术转移中心一楼", now.AddDays(1), now.AddDays(2).AddHours(1)), hasReserve, 0.03m, 0.02m),
    };

    public static SaleForm.Terms With(this SaleForm.Terms terms, Func<SaleForm.Auction, SaleForm.Auction> change) => terms with { Auction = change(terms.Auction!) };
}

/// <summary>An auction sale with real bidding.</summary>
sealed class AuctionScene(TradingApp app, SaleScene sale)
{
    /// <summary>The announced house, on the market as an organisation of its own; the same person every time.</summary>
    public static readonly Caller House = TradingApp.Buyer("正和拍卖有限公司") with { CreditCode = AuctionTerms.HouseCode };

    public SaleScene Sale => sale;

    public static async Task<AuctionScene> Of(TradingApp app, Caller? seller = null)
    {
        seller ??= app.University;
        // Days are counted: every story begins at ten in the morning.
        app.Clock.Set(ChinaTime.StartOf(ChinaTime.DayOf(app.Clock.GetUtcNow()).AddDays(1)).AddHours(10));
        return new AuctionScene(app, new SaleScene(app, seller, await app.Achievement(seller, pricingMode: "AUCTION")) { Mode = SaleMode.Auction });
    }

    public SaleForm.Terms Terms(bool hasReserve = true, decimal basePrice = 1_000_000m) => AuctionTerms.Of(app.Clock.GetUtcNow(), hasReserve, basePrice: basePrice);

    public async Task Announced(decimal? reserve, decimal basePrice = 1_000_000m)
    {
        var known = await app.InDb(db => Task.FromResult(db.Sales.Any(s => s.Id == new SaleId(sale.Id))));
        var secret = reserve is { } amount ? Money.Yuan(amount) : null;
        if (known)
        {
            await sale.Put(Terms(reserve is not null, basePrice), await sale.Version(), reserve: secret).Succeeds();
            await sale.HandIn();
        }
        else
        {
            await sale.Submitted(Terms(reserve is not null, basePrice), secret);
        }
        await sale.Announce();
    }

    /// <summary>The parties are qualified with their deposits held, and the room is open.</summary>
    public async Task<IReadOnlyList<Caller>> Opened(params Caller[] parties)
    {
        foreach (var party in parties) await sale.Qualified(party);
        await app.PassUntil((await sale.See()).EndsAt!.Value);
        await app.PassUntil((await Room()).Standing.OpensAt);
        return parties;
    }

    public async Task<string> RoomUrl() => $"/api/trading/auctions/{(await sale.See()).AuctionId}";

    public async Task<GetAuction.Response> Room(Caller? by = null) => await app.As(by).GetAsync(await RoomUrl()).Read<GetAuction.Response>();

    public async Task Bid(Caller by, decimal amount) =>
        await app.As(by).Put($"{await RoomUrl()}/bids/{Guid.CreateVersion7()}", new PlaceBid.Request(Money.Yuan(amount), Confirm: true)).Succeeds();

    /// <summary>The bidding ends, and the sale hears of it.</summary>
    public async Task<AuctionClosed> Closed()
    {
        var auction = (await sale.See()).AuctionId!.Value;
        await app.PassUntil((await Room()).Standing.EndsAt!.Value);
        var fact = (await app.Published<AuctionClosed>()).Single(f => f.AuctionId == auction);
        await app.Hear(fact);
        return fact;
    }

    /// <summary>Sold to the first of two bidders.</summary>
    public async Task<IReadOnlyList<Caller>> Sold(decimal price, params Caller[] parties)
    {
        await Opened(parties);
        await Bid(parties[0], price);
        await Closed();
        return parties;
    }

    /// <summary>The result stands, and the buyer never signs the contract.</summary>
    public async Task Defaulted()
    {
        await app.PassUntil((await sale.See()).Result!.NoticeEndsAt!.Value);
        var deal = (await app.Published<DealConcluded>()).Last(f => f.AchievementId == sale.Achievement.AchievementId);
        app.Clock.Advance(TimeSpan.FromDays(90));
        await app.Hear(new ContractEnded(
            Guid.CreateVersion7(), "HT-2026-000001", deal.DealId, deal.AchievementId, null, "合同", sale.Seller.OrganisationId, deal.Buyer.OrganisationId, "VOID", "逾期未签",
            sale.Seller.OrganisationId, app.Clock.GetUtcNow()));
    }

    public static string ConfirmationUrl(Guid auction) => $"/api/trading/auctions/{auction}/confirmation";

    public Task<GetConfirmation.Response> Confirmation(Caller by, Guid auction) => app.As(by).GetAsync(ConfirmationUrl(auction)).Read<GetConfirmation.Response>();

    public Task<HttpResponseMessage> PostSignature(Caller by, Guid auction, string sha256, string? proof = null) =>
        app.As(by).Post($"{ConfirmationUrl(auction)}/signatures", new SignConfirmation.Request(sha256, proof ?? app.Proof(by, sha256)));

    public static Caller Bidder(string name) => TradingApp.Buyer(name) with { CreditCode = "91440101MA5CJQ4N59" };
}
