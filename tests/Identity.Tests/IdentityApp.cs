using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests;

/// <summary>The Identity service in process, with browsers that keep its cookie.</summary>
public class IdentityApp : IAsyncLifetime
{
    public const string Password = "correct-Horse-7-battery";
    public const string GatewaySecret = "the-gateway-s-own-secret";

    // One folder for the template's run and the tests': the signing key of the template stays readable.
    internal static readonly string Keys = Path.Combine(Path.GetTempPath(), "techmarket-test-keys", Guid.CreateVersion7().ToString("N"));

    private readonly Running running;

    public IdentityApp()
        : this([])
    {
    }

    protected IdentityApp(Dictionary<string, string> settings) => running = new Running(settings);

    public FakeClock Clock => running.Clock;

    public RecordingDelivery Delivered => running.Delivered;

    public IServiceProvider Services => running.Services;

    public Task InitializeAsync() => running.InitializeAsync();

    public Task DisposeAsync() => running.DisposeAsync();

    public HttpClient As(Caller? caller = null) => running.As(caller);

    public Task<string> Fingerprint() => running.Fingerprint();

    public Task<long?> AuditBreak() => running.AuditBreak();

    public Task<IReadOnlyList<TFact>> Published<TFact>()
        where TFact : class => running.Published<TFact>();

    internal Task<T> InDb<T>(Func<IdentityDb, Task<T>> read) => running.InDb(read);

    /// <summary>A browser nobody is signed in with.</summary>
    public Browser Open(string device = "Test browser") => new(As().BaseAddress!, device);

    /// <summary>Somebody new, signed in.</summary>
    public async Task<Member> SignUp(string name = "张三", string? email = null)
    {
        email ??= $"{Guid.CreateVersion7():N}@people.test";
        var id = Guid.CreateVersion7();
        await As().Post("/api/identity/people", new { id, name, email, password = Password, language = "zh" }).Succeeds();
        return await SignIn(email);
    }

    public async Task<Member> SignIn(string email, string password = Password)
    {
        var browser = Open();
        var session = await browser.Post("/api/identity/session", new { email, password }).Read<JsonObject>();
        return new Member(browser, session["person"]!["id"]!.GetValue<Guid>(), email);
    }

    /// <summary>Registers an organisation for a new administrator who has nothing else.</summary>
    public async Task<Member> Register(string kind, string? creditCode = null, string areaCode = "620500", string name = "测试单位") =>
        await Register(await SignUp(), kind, creditCode, areaCode, name);

    public async Task<Member> Register(Member person, string kind, string? creditCode = null, string areaCode = "620500", string name = "测试单位")
    {
        var id = Guid.CreateVersion7();
        await person.Browser.Post("/api/identity/organisations", Registration(id, kind, creditCode, areaCode, name)).Succeeds();
        await person.Browser.Put("/api/identity/session/organisation", new { organisationId = id }).Succeeds();
        return person with { OrganisationId = id };
    }

    public static object Registration(Guid id, string kind, string? creditCode = null, string areaCode = "620500", string name = "测试单位") => new
    {
        id,
        name,
        kind,
        areaCode,
        contactName = "李四",
        contactPhone = "0938-8210000",
        creditCode = creditCode ?? (kind is "individual_broker" or "data_source" ? null : CreditCodes.Next()),
    };

    /// <summary>Registered and verified, as after the bureau's review.</summary>
    public async Task<Member> Verified(string kind, string areaCode = "620500", string name = "测试单位")
    {
        var member = await Register(kind, null, areaCode, name);
        await Found(member.OrganisationId);
        return member;
    }

    public async Task Found(Guid organisationId)
    {
        await InDb(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Id == new OrganisationId(organisationId));
            organisation.Founded(null, Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Services.GetRequiredService<LocalSessionExchange>().Forget();
    }

    /// <summary>A bureau with its administrator, who holds these roles too.</summary>
    public async Task<Member> Bureau(string areaCode, params string[] roles)
    {
        var bureau = await Verified(OrganisationKinds.Bureau, areaCode, "测试科技局");
        await SetRoles(bureau, bureau.PersonId, [Roles.Administrator, .. roles]);
        return bureau;
    }

    public async Task SetRoles(Member administrator, Guid personId, params string[] roles) =>
        await administrator.Browser.Put($"/api/identity/members/{personId}", new { version = await VersionOf(administrator, personId), roles }).Succeeds();

    public async Task<long> VersionOf(Member administrator, Guid personId)
    {
        var members = await administrator.Browser.Get("/api/identity/members").Read<JsonObject>();
        return members["items"]!.AsArray().Single(m => m!["personId"]!.GetValue<Guid>() == personId)!["version"]!.GetValue<long>();
    }

    /// <summary>Invites somebody and lets them accept.</summary>
    public async Task Join(Member administrator, Member person, params string[] roles)
    {
        var token = await Invite(administrator, person.Email, roles);
        await person.Browser.Post("/api/identity/invitations/accept", new { token }).Succeeds();
    }

    public async Task<string> Invite(Member administrator, string email, params string[] roles)
    {
        var invitation = await administrator.Browser.Post("/api/identity/invitations", new { id = Guid.CreateVersion7(), email, roles }).Read<JsonObject>();
        return invitation["link"]!.GetValue<string>().Split('#')[1];
    }

    /// <summary>Uploads a proof and asks for verification.</summary>
    public static async Task Submit(Member administrator)
    {
        await administrator.Browser.Send(HttpMethod.Post, $"/api/identity/organisations/{administrator.OrganisationId}/proofs", Pdf()).Succeeds();
        await administrator.Browser.Post($"/api/identity/organisations/{administrator.OrganisationId}/submit", new { }).Succeeds();
    }

    public static MultipartFormDataContent Pdf(string name = "营业执照.pdf") => new() { { new ByteArrayContent("%PDF-1.7 licence"u8.ToArray()), "file", name } };

    public static async Task<JsonObject> Profile(Member member) =>
        await member.Browser.Get($"/api/identity/organisations/{member.OrganisationId}/profile").Read<JsonObject>();

    private sealed class Running : ServiceApp<IdentityDb>
    {
        public Running(Dictionary<string, string> settings) : base("identity", Add, app => IdentityService.Map(app))
        {
            Set("Identity:KeysFolder", Keys);
            Set("Identity:PasswordIterations", "1000");
            Set("Identity:Authority", "https://market.test");
            Set("Gateway:Secret", GatewaySecret);
            foreach (var (key, value) in settings) Set(key, value);
        }

        private static void Add(WebApplicationBuilder builder)
        {
            IdentityService.Add(builder);
            builder.Services.AddSingleton<IStartupFilter, CookieFront>();
        }
    }

    /// <summary>What the gateway does with the cookie; its own rules are tested with it.</summary>
    private sealed class CookieFront : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                if (context.Request.Cookies[BrowserSession.Cookie] is { Length: > 0 } secret
                    && await context.RequestServices.GetRequiredService<ISessionExchange>().Exchange(secret, context.RequestAborted) is { } ticket)
                {
                    context.User = new ClaimsPrincipal(new ClaimsIdentity(ticket.Claims, "session", MarketClaims.PersonName, MarketClaims.Role));
                }
                await rest(context);
            });
            next(app);
        };
    }
}

/// <summary>A person with their browser, and the organisation they act for.</summary>
public sealed record Member(Browser Browser, Guid PersonId, string Email, Guid OrganisationId = default);

/// <summary>Keeps the session cookie as a browser does.</summary>
public sealed class Browser(Uri address, string device)
{
    private readonly HttpClient client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = address };

    /// <summary>The session's secret, or null when signed out.</summary>
    public string? Secret { get; set; }

    /// <summary>The cookie as the service last set it, with its flags.</summary>
    public string? SetCookie { get; private set; }

    public Task<HttpResponseMessage> Get(string url) => Send(HttpMethod.Get, url);

    public Task<HttpResponseMessage> Delete(string url) => Send(HttpMethod.Delete, url);

    public Task<HttpResponseMessage> Post(string url, object body) => Send(HttpMethod.Post, url, Json(body));

    public Task<HttpResponseMessage> Put(string url, object body) => Send(HttpMethod.Put, url, Json(body));

    public async Task<HttpResponseMessage> Send(HttpMethod method, string url, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.UserAgent.ParseAdd(device.Replace(' ', '-'));
        if (Secret is not null) request.Headers.Add("Cookie", $"{BrowserSession.Cookie}={Secret}");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault(c => c.StartsWith(BrowserSession.Cookie, StringComparison.Ordinal)) is { } set)
        {
            SetCookie = set;
            var value = set.Split(';')[0].Split('=', 2)[1];
            Secret = value.Length > 0 ? value : null;
        }
        return response;
    }

    public async Task<JsonObject> Session() => await Get("/api/identity/session").Read<JsonObject>();

    private static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body, Platform.Data.Json.Options), System.Text.Encoding.UTF8, "application/json");
}

/// <summary>Credit codes whose arithmetic is right, each once (GB 32100-2015, GB 11714).</summary>
public static class CreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] BodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static int last;

    public static string Next()
    {
        var body = Interlocked.Increment(ref last).ToString("D8", CultureInfo.InvariantCulture);
        var text = "91620500" + body + "0123456789X0"[11 - (BodyWeights.Select((w, i) => w * (body[i] - '0')).Sum() % 11)];
        return text + Alphabet[(31 - (Weights.Select((w, i) => w * Alphabet.IndexOf(text[i], StringComparison.Ordinal)).Sum() % 31)) % 31];
    }
}
