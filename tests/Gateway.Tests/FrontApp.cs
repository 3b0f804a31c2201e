using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechMarket.Platform;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Gateway.Tests;

/// <summary>The gateway's front before a service of three routes, with one session that is known.</summary>
public sealed class FrontApp : IAsyncLifetime
{
    public const string Secret = "a-session-secret";
    private readonly string web = Directory.CreateTempSubdirectory("techmarket-web-").FullName;
    private readonly Dictionary<string, string?> settings;
    private WebApplication? app;

    public FrontApp()
        : this(new Dictionary<string, string?>(StringComparer.Ordinal))
    {
    }

    internal FrontApp(Dictionary<string, string?> settings) => this.settings = settings;

    public static Caller Known { get; } = People.Of(OrganisationKinds.University, roles: Roles.Publisher);

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(web, "assets"));
        await File.WriteAllTextAsync(Path.Combine(web, "index.html"), "<html><head><title>技术市场</title></head><body></body></html>");
        await File.WriteAllTextAsync(Path.Combine(web, "assets", "app-1a2b.js"), new string('a', 5000));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["Web:Root"] = web;
        builder.Configuration["Market:Profile"] = "demo";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        PlatformHost.Add(builder);
        GatewayFront.Add(builder);
        builder.Services.AddSingleton<ISessionExchange, OneSession>();
        app = builder.Build();
        PlatformHost.Use(app, GatewayFront.Use);
        app.MapGet("/api/probe/me", (Caller caller) => caller.OrganisationName).RequireAuthorization();
        app.MapPost("/api/probe/change", (Caller caller) => caller.OrganisationName).RequireAuthorization();
        app.MapPost("/api/identity/session", () => "signed in").AllowAnonymous();
        app.MapGet("/api/listings/achievements/by-number/{number}", (string number) => number == "CG-2026-000001"
            ? Results.Json(new { title = "石墨烯<散热膜>", publicSummary = "导热\"好\"</script>" })
            : Results.NotFound()).AllowAnonymous();
        app.MapGet("/api/matching/search", (string kind, int page) => Results.Json(new
        {
            items = page == 1 && kind == "achievement" ? new[] { new { number = "CG-2026-000001" } } : [],
        })).AllowAnonymous();
        GatewayFront.Map(app);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        Directory.Delete(web, recursive: true);
    }

    /// <param name="session">Sends the known session's cookie.</param>
    /// <param name="antiForgery">Sends this value in the anti-forgery header.</param>
    public HttpClient Client(bool session = false, string? antiForgery = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = new Uri(app!.Urls.First()) };
        if (session) client.DefaultRequestHeaders.Add("Cookie", $"{BrowserSession.Cookie}={Secret}");
        if (antiForgery is not null) client.DefaultRequestHeaders.Add(BrowserSession.AntiForgeryHeader, antiForgery);
        return client;
    }

    private sealed class OneSession : ISessionExchange
    {
        public ValueTask<SessionTicket?> Exchange(string sessionSecret, CancellationToken ct) => ValueTask.FromResult(
            sessionSecret == Secret ? new SessionTicket([.. Known.ToClaims()], "token", DateTimeOffset.MaxValue) : null);
    }
}
