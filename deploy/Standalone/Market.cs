using TechMarket.Commissions;
using TechMarket.Contracts;
using TechMarket.Demands;
using TechMarket.Gateway;
using TechMarket.Identity;
using TechMarket.Listings;
using TechMarket.Matching;
using TechMarket.Notifications;
using TechMarket.Payments;
using TechMarket.Platform;
using TechMarket.Platform.Postgres;
using TechMarket.Trading;

namespace TechMarket.Standalone;

/// <summary>The composed market: one container, one pipeline, one PostgreSQL.</summary>
sealed class Market : IAsyncDisposable
{
    /// <summary>The database starts before the host and its logging exist.</summary>
    private static readonly ILoggerFactory BeforeHost = LoggerFactory.Create(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));

    private readonly Settings settings;
    private readonly PrivatePostgres? postgres;

    private Market(Settings settings, PrivatePostgres? postgres, WebApplication app)
    {
        this.settings = settings;
        this.postgres = postgres;
        App = app;
    }

    public WebApplication App { get; }

    /// <summary>Starts the private PostgreSQL when no connection string is given, and composes everything.</summary>
    public static async Task<Market> Build(Settings settings)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        PrivatePostgres? postgres = null;
        if (string.IsNullOrEmpty(builder.Configuration.GetConnectionString("Market")))
        {
            postgres = await PrivatePostgres.Start(
                new PostgresOptions { Folder = Path.Combine(settings.DataFolder, "postgres"), ToolsFolder = Path.Combine(settings.DataFolder, "tools") },
                BeforeHost.CreateLogger<PrivatePostgres>(),
                CancellationToken.None);
        }
        try
        {
            Configure(builder, settings, postgres);
            return new Market(settings, postgres, Compose(builder));
        }
        catch
        {
            if (postgres is not null) await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until it is told to stop.</summary>
    public async Task<int> Run()
    {
        var stopping = App.Lifetime.ApplicationStopping;
        try
        {
            await App.StartAsync();
            await FirstSteps.Take(App, settings, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while starting or while the sample was loading: the next start goes on where this one stopped.
        }
        await App.WaitForShutdownAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
    }

    private static void Configure(WebApplicationBuilder builder, Settings settings, PrivatePostgres? postgres)
    {
        var address = $"http://{Environment.GetEnvironmentVariable("TECHMARKET_BIND") ?? "127.0.0.1"}:{settings.Port}";
        builder.WebHost.UseUrls(address);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        var defaults = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Market:Profile"] = settings.Profile,
            ["Identity:Authority"] = $"http://127.0.0.1:{settings.Port}",
            ["Identity:KeysFolder"] = Path.Combine(settings.DataFolder, "keys"),
            ["Files:Folder"] = Path.Combine(settings.DataFolder, "files"),
            ["Matching:SnapshotFolder"] = Path.Combine(settings.DataFolder, "search"),
        };
        if (postgres is not null) defaults["ConnectionStrings:Market"] = postgres.ConnectionString;
        foreach (var (key, value) in defaults) builder.Configuration[key] ??= value;
    }

    private static WebApplication Compose(WebApplicationBuilder builder)
    {
        PlatformHost.Add(builder);
        GatewayFront.Add(builder);
        IdentityService.Add(builder);
        ListingsService.Add(builder);
        DemandsService.Add(builder);
        MatchingService.Add(builder);
        TradingService.Add(builder);
        ContractsService.Add(builder);
        CommissionsService.Add(builder);
        PaymentsService.Add(builder);
        NotificationsService.Add(builder);
        PlatformHost.Deliver(builder);
        var app = builder.Build();
        PlatformHost.Use(app, GatewayFront.Use);
        IdentityService.Map(app);
        ListingsService.Map(app);
        DemandsService.Map(app);
        MatchingService.Map(app);
        TradingService.Map(app);
        ContractsService.Map(app);
        CommissionsService.Map(app);
        PaymentsService.Map(app);
        NotificationsService.Map(app);
        GatewayFront.Map(app);
        return app;
    }
}
