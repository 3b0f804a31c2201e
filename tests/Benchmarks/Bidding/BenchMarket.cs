using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TechMarket.Gateway;
using TechMarket.Identity;
using TechMarket.Identity.Members;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.People;
using TechMarket.Identity.Sessions;
using TechMarket.Messages;
using TechMarket.Platform;
using TechMarket.Platform.Postgres;
using TechMarket.Platform.Security;
using TechMarket.Trading;
using TechMarket.Trading.Bidding;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>A bidder of the benchmark: an organisation with a person who is signed in.</summary>
internal sealed record BenchBidder(Guid Organisation, string Name, string Secret, string AntiForgery);

/// <summary>
/// The real gateway front, Identity and Trading in one process over a durable PostgreSQL of its own, as the standalone host composes
/// them; only the rate limit is lifted. Beside the product's routes it has one of its own: a bid as one transaction (<see cref="RowBids"/>).
/// </summary>
internal sealed class BenchMarket : IAsyncDisposable
{
    public const int BidderCount = 32;

    private readonly string folder;
    private readonly WebApplication app;

    private BenchMarket(string folder, PrivatePostgres postgres, WebApplication app) => (this.folder, Postgres, this.app) = (folder, postgres, app);

    public PrivatePostgres Postgres { get; }

    public int Port => new Uri(app.Urls.First()).Port;

    public IReadOnlyList<BenchBidder> Bidders { get; private set; } = [];

    public IServiceProvider Services => app.Services;

    public static async Task<BenchMarket> Start()
    {
        var folder = Directory.CreateTempSubdirectory("techmarket-bench-").FullName;
        var postgres = await PrivatePostgres.Start(new PostgresOptions { Folder = Path.Combine(folder, "postgres") }, NullLogger.Instance, CancellationToken.None);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Market:Profile"] = "CN", ["ConnectionStrings:Market"] = postgres.ConnectionString, ["Identity:Authority"] = "http://127.0.0.1",
            ["Identity:KeysFolder"] = Path.Combine(folder, "keys"), ["Files:Folder"] = Path.Combine(folder, "files"), ["RateLimits:ChangesPerMinute"] = "600000000",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        PlatformHost.Add(builder);
        GatewayFront.Add(builder);
        IdentityService.Add(builder);
        TradingService.Add(builder);
        builder.Services.AddSingleton<RowBids>();
        PlatformHost.Deliver(builder);
        var app = builder.Build();
        PlatformHost.Use(app, GatewayFront.Use);
        IdentityService.Map(app);
        TradingService.Map(app);
        RowBids.Map(app);
        GatewayFront.Map(app);
        await app.StartAsync();
        var market = new BenchMarket(folder, postgres, app);
        await market.SignEverybodyIn();
        return market;
    }

    /// <summary>Auctions that open now and stay open, every bidder's deposit held.</summary>
    public async Task<IReadOnlyList<AuctionId>> OpenAuctions(int count)
    {
        var auctions = new List<AuctionId>();
        for (var i = 0; i < count; i++) auctions.Add(await Schedule());
        await Task.Delay(400);
        foreach (var auction in auctions) await app.Services.GetRequiredService<BiddingWriter>().Submit(auction, (a, _) => a.State);
        return auctions;
    }

    public async Task<T> InTrading<T>(Func<TradingDb, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TradingDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<AuctionId> Schedule()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var now = TimeProvider.System.GetUtcNow();
        var rules = new AuctionRules(
            AuctionType.English, Money.Yuan(1_000m), [new IncrementBand(Money.Yuan(0m), Money.Yuan(1m))], FreeSeconds: 24 * 3600, TimedSeconds: 600,
            ConfirmAbove: Money.Yuan(900_000_000_000m));
        var spec = new AuctionSpec(
            Guid.CreateVersion7(), "GP-2026-000001", Guid.CreateVersion7(), Guid.CreateVersion7(), "低温等离子体废气处理技术", rules, Money.Yuan(5_000m),
            now.AddMilliseconds(300), [.. Bidders.Select(b => new AuctionBidder(b.Organisation, b.Name, Guid.CreateVersion7()))], [], null);
        var auction = await Auctions.Schedule(db, spec, scope.ServiceProvider.GetRequiredService<AuctionVault>(), now, CancellationToken.None);
        foreach (var bidder in spec.Bidders) db.KnownDeposits.Add(new KnownDeposit { Id = bidder.DepositId, SaleId = spec.SaleId, PartyId = bidder.PartyId, HeldAt = now });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return auction.Id;
    }

    private async Task SignEverybodyIn()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = TimeProvider.System.GetUtcNow();
        var bidders = new List<BenchBidder>();
        for (var i = 0; i < BidderCount; i++)
        {
            var (person, organisation, name) = (new PersonId(Guid.CreateVersion7()), new OrganisationId(Guid.CreateVersion7()), string.Create(CultureInfo.InvariantCulture, $"竞买企业{i}"));
            db.People.Add(Person.SignUp(person, "竞买人", $"bidder{i}@example.invalid", "none", "zh", now));
            db.Organisations.Add(Organisation.Register(
                organisation, new Particulars(name, OrganisationKinds.Enterprise, null, null, "330100", false, "竞买人", "0571"), person, now).Founded(null, now));
            db.Memberships.Add(Membership.Join(organisation, person, [Roles.Purchaser], now));
            var secret = Guid.CreateVersion7().ToString("N") + Guid.CreateVersion7().ToString("N");
            db.Sessions.Add(Session.Begin(new SessionId(Guid.CreateVersion7()), person, organisation, secret, "benchmark", TimeSpan.FromHours(12), now));
            bidders.Add(new BenchBidder(organisation.Value, name, secret, BrowserSession.AntiForgeryToken(secret)));
        }
        await db.SaveChangesAsync();
        Bidders = bidders;
    }
}
