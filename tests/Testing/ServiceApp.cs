using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechMarket.Platform;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Data;
using TechMarket.Platform.Deadlines;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Testing;

/// <summary>
/// One service in process on a real port over a database of its own, with a clock the test moves and callers the test names.
/// A test project derives its application class from this and adds intent methods (<c>app.PublishAchievement()</c>).
/// </summary>
public abstract class ServiceApp<TDb>(string service, Action<WebApplicationBuilder> add, Action<WebApplication> map) : IAsyncLifetime
    where TDb : MarketDb
{
    private readonly Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase) { ["Market:Profile"] = "CN" };
    private WebApplication? app;
    private string? database;

    public FakeClock Clock { get; } = new();

    public RecordingDelivery Delivered { get; } = new();

    public IServiceProvider Services => app!.Services;

    /// <summary>Overrides a setting; call before the start, in the derived constructor.</summary>
    protected void Set(string key, string? value) => settings[key] = value;

    public virtual async Task InitializeAsync()
    {
        app = Build(await Database());
        await app.StartAsync();
    }

    public virtual Task DisposeAsync() => Stop();

    /// <summary>Ends this process and starts another over the same database, as a new release does.</summary>
    public async Task Restart()
    {
        await Stop();
        app = Build(await Database());
        await app.StartAsync();
    }

    /// <summary>The database this process runs over: one of its own, unless it is to be the second process over another's.</summary>
    protected virtual async Task<string> Database() => database ??= await TestPostgres.NewDatabase(await TestPostgres.Template(service, Migrate));

    /// <summary>Ends this process as an orderly stop does; <see cref="Restart"/> starts it again.</summary>
    protected async Task Stop()
    {
        if (app is null) return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>A client that is signed in as this caller; without one, nobody is signed in.</summary>
    public HttpClient As(Caller? caller = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(app!.Urls.First()) };
        if (caller is not null) client.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write(caller));
        return client;
    }

    /// <summary>Delivers a fact to this service's reactions as the bus would.</summary>
    /// <returns>The message id, to deliver the very same message again.</returns>
    public async Task<Guid> Hear<TFact>(TFact fact, Guid? messageId = null)
        where TFact : class
    {
        var id = messageId ?? Guid.CreateVersion7();
        await Services.GetRequiredService<InProcess>().Delivery.Deliver(id, FactCatalogue.UrnOf(typeof(TFact)), JsonSerializer.Serialize(fact, Json.Options), CancellationToken.None);
        return id;
    }

    /// <summary>Reads or arranges through the service's own context.</summary>
    public async Task<T> InDb<T>(Func<TDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Runs every deadline that is due now and waits for those the service's own worker has begun; false when none was due.</summary>
    public async Task<bool> RunDueDeadlines()
    {
        var ran = false;
        var worker = Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<IDeadlineRunner>().Single(w => w.Db == typeof(TDb));
        while (await worker.RunNext(CancellationToken.None) || await BegunByTheWorker()) ran = true;
        return ran;
    }

    private async Task<bool> BegunByTheWorker()
    {
        var begun = await InDb(db => db.Deadlines.AnyAsync(d => d.DueAt <= Clock.GetUtcNow()));
        if (begun) await Task.Delay(10);
        return begun;
    }

    /// <summary>Waits until everything published so far has been delivered, then gives the facts of this type in order.</summary>
    public async Task<IReadOnlyList<TFact>> Published<TFact>()
        where TFact : class
    {
        await Settle();
        return Delivered.Of<TFact>();
    }

    /// <summary>Waits until the outbox is empty.</summary>
    public async Task Settle()
    {
        for (var i = 0; i < 400; i++)
        {
            if (await InDb(db => Task.FromResult(!db.Outbox.Any()))) return;
            await Task.Delay(25);
        }
        throw new TimeoutException("The outbox did not empty.");
    }

    /// <summary>A print of everything that may not change when something is refused: the rows of every table but sessions of reading.</summary>
    public Task<string> Fingerprint() => InDb(async db =>
    {
        await Settle();
        return await DatabaseFingerprint.Of(db);
    });

    /// <summary>The chain of this service's audit trail holds.</summary>
    public Task<long?> AuditBreak() => InDb(db => Task.FromResult(AuditChain.FirstBreak(db.AuditTrail.OrderBy(r => r.Sequence))));

    private async Task Migrate(string connectionString)
    {
        await using var once = Build(connectionString);
        await once.StartAsync();
        await once.StopAsync();
    }

    private WebApplication Build(string connectionString)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ApplicationName = typeof(TDb).Assembly.GetName().Name });
        settings["ConnectionStrings:Market"] = connectionString;
        settings["Files:Folder"] = Path.Combine(Path.GetTempPath(), "techmarket-test-files", Guid.CreateVersion7().ToString("N"));
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        PlatformHost.Add(builder);
        add(builder);
        PlatformHost.Deliver(builder);
        builder.Services.AddSingleton<InProcess>(provider => new InProcess(ActivatorUtilities.CreateInstance<InProcessDelivery>(provider)));
        builder.Services.AddSingleton<IDelivery>(provider => Delivered.Over(provider.GetRequiredService<InProcess>().Delivery));
        builder.Services.AddAuthentication(TestSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme, null);
        var built = builder.Build();
        PlatformHost.Use(built);
        map(built);
        return built;
    }

    private sealed record InProcess(IDelivery Delivery);
}

/// <summary>Remembers what left the outbox, then delivers it.</summary>
public sealed class RecordingDelivery
{
    private readonly Lock gate = new();
    private readonly List<object> facts = [];
    private int failures;

    public IReadOnlyList<TFact> Of<TFact>()
    {
        lock (gate) return [.. facts.OfType<TFact>()];
    }

    public void Clear()
    {
        lock (gate) facts.Clear();
    }

    /// <summary>Makes the next deliveries fail before anything hears them.</summary>
    public void Fail(int times)
    {
        lock (gate) failures = times;
    }

    internal IDelivery Over(IDelivery inner) => new Tap(this, inner);

    private sealed class Tap(RecordingDelivery log, IDelivery inner) : IDelivery
    {
        public async Task Deliver(Guid messageId, string urn, string body, CancellationToken ct)
        {
            lock (log.gate)
            {
                if (log.failures > 0)
                {
                    log.failures--;
                    throw new InvalidOperationException("The delivery fails on purpose.");
                }
            }
            await inner.Deliver(messageId, urn, body, ct);
            var fact = JsonSerializer.Deserialize(body, FactCatalogue.FactOf(urn), Json.Options)!;
            lock (log.gate) log.facts.Add(fact);
        }
    }
}

/// <summary>Signs a test's caller in by a header.</summary>
sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Test";
    public const string Header = "X-Test-Caller";

    public static string Write(Caller caller) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(caller.ToClaims().Select(c => new[] { c.Type, c.Value })));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 } header) return Task.FromResult(AuthenticateResult.NoResult());
        var claims = JsonSerializer.Deserialize<string[][]>(Convert.FromBase64String(header))!.Select(c => new Claim(c[0], c[1]));
        var identity = new ClaimsIdentity(claims, Scheme, MarketClaims.PersonName, MarketClaims.Role);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}

/// <summary>People of a few organisations, ready to act.</summary>
public static class People
{
    public static Caller Of(string kind, string name = "测试单位", string? area = "330100", bool verified = true, params string[] roles) => new(
        Guid.CreateVersion7(), "测试员", Guid.CreateVersion7(), name, kind, area, verified,
        kind is OrganisationKinds.University or OrganisationKinds.Institute, null, null, kind == OrganisationKinds.DataSource ? "sample" : null,
        roles.ToHashSet(StringComparer.Ordinal));

    /// <summary>Another person of the same organisation.</summary>
    public static Caller Colleague(this Caller caller, params string[] roles) =>
        caller with { PersonId = Guid.CreateVersion7(), PersonName = "同事", Roles = roles.ToHashSet(StringComparer.Ordinal) };
}

/// <summary>Reads answers the way a client does.</summary>
public static class Answers
{
    /// <summary>The body of a successful answer; fails with the whole problem document otherwise.</summary>
    public static async Task<T> Read<T>(this Task<HttpResponseMessage> request)
    {
        using var response = await request;
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) Assert.Fail($"{(int)response.StatusCode} {body}");
        return JsonSerializer.Deserialize<T>(body, Json.Options)!;
    }

    /// <summary>Succeeds, whatever the body.</summary>
    public static async Task Succeeds(this Task<HttpResponseMessage> request)
    {
        using var response = await request;
        if (!response.IsSuccessStatusCode) Assert.Fail($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>The code of the problem it was refused with, after checking the status.</summary>
    public static async Task<string> RefusedWith(this Task<HttpResponseMessage> request, int status)
    {
        using var response = await request;
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()!;
    }

    public static Task<HttpResponseMessage> Post<T>(this HttpClient client, string url, T body) => client.PostAsJsonAsync(url, body, Json.Options);

    public static Task<HttpResponseMessage> Put<T>(this HttpClient client, string url, T body) => client.PutAsJsonAsync(url, body, Json.Options);
}
