using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Bidding;
using Microsoft.Extensions.DependencyInjection;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>Trading in process with auctions. A second one over the first's database is a second process of the same market.</summary>
sealed class BiddingApp : ServiceApp<TradingDb>
{
    private readonly BiddingApp? first;
    private readonly string keys = Path.Combine(Path.GetTempPath(), "techmarket-test-keys", Guid.CreateVersion7().ToString("N"));

    public BiddingApp(BiddingApp? first = null)
        : base("trading", TradingService.Add, TradingService.Map)
    {
        this.first = first;
        keys = first?.keys ?? keys;
        Set("Trading:KeysFolder", keys);
    }

    public Caller Seller { get; } = People.Of(OrganisationKinds.University, "青山大学", "330100", true, Roles.Publisher, Roles.Purchaser);

    public Caller House { get; } = People.Of(OrganisationKinds.Enterprise, "正和拍卖有限公司", "330100", true, Roles.Purchaser);

    public Caller Staff { get; } = People.Of(OrganisationKinds.Bureau, "市科技局", "330100", true, Roles.Reviewer);

    public static string Url(AuctionId auction) => $"/api/trading/auctions/{auction}";

    protected override Task<string> Database() => first?.Database() ?? base.Database();

    /// <summary>A scheduled auction that opens in an hour, its bidders' deposits held.</summary>
    public async Task<LiveAuction> Schedule(
        AuctionRules? rules = null, int bidders = 3, Money? reserve = null, IReadOnlyDictionary<int, int>? ranks = null, int deposits = int.MaxValue)
    {
        var parties = Enumerable.Range(0, bidders).Select(i => People.Of(OrganisationKinds.Enterprise, $"竞买企业{i}", "330300", true, Roles.Purchaser)).ToList();
        var ids = parties.Select(_ => Guid.CreateVersion7()).ToList();
        var spec = new AuctionSpec(
            Guid.CreateVersion7(), "GP-2026-000001", Seller.OrganisationId, Guid.CreateVersion7(), "低温等离子体废气处理技术", rules ?? Hall.English(), reserve,
            Clock.GetUtcNow().AddHours(1), [.. parties.Select((p, i) => new AuctionBidder(p.OrganisationId, p.OrganisationName, ids[i]))],
            [.. (ranks ?? new Dictionary<int, int>()).Select(r => new PriorityHolder(parties[r.Key].OrganisationId, r.Value, "发明人"))], House.OrganisationId);
        var auction = await InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var made = await Auctions.Schedule(db, spec, Services.GetRequiredService<AuctionVault>(), Clock.GetUtcNow(), CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return made;
        });
        for (var i = 0; i < Math.Min(bidders, deposits); i++)
            await Hear(new DepositHeld(ids[i], spec.SaleId, parties[i].OrganisationId, Money.Yuan(100m), Clock.GetUtcNow()));
        return new LiveAuction(this, auction, spec, parties);
    }

    /// <summary>The process is down for a time and starts again.</summary>
    public async Task StandStill(TimeSpan time)
    {
        await Stop();
        Clock.Advance(time);
        await Restart();
    }

    /// <summary>Everything due has happened, in every auction, and nothing moves by itself until the clock does.</summary>
    public async Task RunAllDue()
    {
        var live = await InDb(db => db.Auctions.Where(a => a.EndedAt == null).Select(a => a.Id).ToListAsync());
        foreach (var id in live) await Services.GetRequiredService<BiddingWriter>().Submit(id, (_, _) => true);
        for (var i = 0; i < 400; i++)
        {
            await RunDueDeadlines();
            var now = Clock.GetUtcNow();
            if (!await InDb(db => db.Deadlines.AnyAsync(d => d.DueAt <= now)))
            {
                await Settle();
                return;
            }
            await Task.Delay(25);
        }
        throw new TimeoutException("Something due does not happen.");
    }

    public async Task<LiveAuction> Open(
        AuctionRules? rules = null, int bidders = 3, Money? reserve = null, IReadOnlyDictionary<int, int>? ranks = null, int deposits = int.MaxValue)
    {
        var auction = await Schedule(rules, bidders, reserve, ranks, deposits);
        await auction.PassUntil(auction.Auction.OpensAt);
        return auction;
    }
}

/// <summary>One auction and what people do to it over HTTP.</summary>
sealed class LiveAuction(BiddingApp app, Auction auction, AuctionSpec spec, IReadOnlyList<Caller> bidders)
{
    public Auction Auction => auction;

    public AuctionId Id => auction.Id;

    public AuctionSpec Spec => spec;

    public IReadOnlyList<Caller> Bidders => bidders;

    public string Url => BiddingApp.Url(auction.Id);

    public string CodeOf(int bidder) => auction.BidderOf(bidders[bidder].OrganisationId)!.Code;

    public Task<HttpResponseMessage> PutBid(Caller by, decimal amount, Guid? id = null, bool confirm = false, BiddingApp? at = null) =>
        (at ?? app).As(by).Put($"{Url}/bids/{id ?? Guid.CreateVersion7()}", new PlaceBid.Request(Money.Yuan(amount), Confirm: confirm));

    public Task<HttpResponseMessage> PutBid(int bidder, decimal amount, Guid? id = null) => PutBid(bidders[bidder], amount, id);

    public Task<PlaceBid.Response> Bid(int bidder, decimal amount, Guid? id = null) => PutBid(bidder, amount, id).Read<PlaceBid.Response>();

    public Task<HttpResponseMessage> PutLimit(int bidder, decimal limit, Guid? id = null) =>
        app.As(bidders[bidder]).Put($"{Url}/bids/{id ?? Guid.CreateVersion7()}", new PlaceBid.Request(Limit: Money.Yuan(limit)));

    public Task<HttpResponseMessage> PutMatch(int bidder, Guid? id = null) => app.As(bidders[bidder]).PutAsync($"{Url}/matches/{id ?? Guid.CreateVersion7()}", null);

    public Task<HttpResponseMessage> PostPause(Caller? by = null) => app.As(by ?? app.Staff).Post($"{Url}/pause", new PauseAuction.Request("网络故障，暂停竞价"));

    public Task<HttpResponseMessage> PostResume(Caller? by = null) => app.As(by ?? app.Staff).PostAsync($"{Url}/resume", null);

    public Task<HttpResponseMessage> PostCancel(Caller? by = null) => app.As(by ?? app.Staff).Post($"{Url}/cancel", new CancelAuction.Request("标的存在权属争议"));

    public Task<GetAuction.Response> See(Caller? by = null) => app.As(by).GetAsync(Url).Read<GetAuction.Response>();

    public async Task<string> Export()
    {
        using var answer = await app.As().GetAsync($"{Url}/log.json");
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<ReplayResult> Replayed() => LogReplay.Of(await Export());

    public Task Pass(TimeSpan span) => PassUntil(app.Clock.GetUtcNow() + span);

    /// <summary>Lets the clock reach an instant and what is due happen.</summary>
    public async Task PassUntil(DateTimeOffset instant)
    {
        app.Clock.Set(instant);
        await app.RunAllDue();
    }

    /// <summary>Refused with this code; nothing changed and nothing was published.</summary>
    public async Task Refuses(Func<Task<HttpResponseMessage>> request, string code, int status = 409)
    {
        var before = await app.Fingerprint();
        (await request().RefusedWith(status)).ShouldBe(code);
        (await app.Fingerprint()).ShouldBe(before);
    }

    public async Task<JsonElement> Entries() => await app.As().GetAsync($"{Url}/log").Read<JsonElement>();
}

/// <summary>One application for all tests of a class.</summary>
public sealed class BiddingFixture : IAsyncLifetime
{
    internal BiddingApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}
