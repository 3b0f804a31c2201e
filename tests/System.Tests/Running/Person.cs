using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TechMarket.Platform.Data;

namespace TechMarket.SystemTests.Running;

/// <summary>The answer did not arrive: the command may or may not have taken effect.</summary>
public sealed class LostAnswerException(string request, Exception? inner = null) : Exception($"No answer to {request}.", inner);

/// <summary>What the market answered.</summary>
public sealed record Answer(int Status, JsonElement Body, string Request)
{
    public bool Ok => Status is >= 200 and < 300;

    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>The body of a success.</summary>
    public JsonElement Succeeded() => Ok ? Body : throw new InvalidOperationException($"{Request} answered {Status}: {Body}");
}

/// <summary>Somebody at a browser of their own: a cookie and the anti-forgery header, or nobody signed in.</summary>
public sealed class Person : IDisposable
{
    private readonly IMarket market;
    private readonly HttpClient client;

    private Person(IMarket market, Account? account)
    {
        this.market = market;
        Account = account;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = market.Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Account? Account { get; }

    public Guid OrganisationId { get; private set; }

    public Guid Id { get; private set; }

    public static Person Visitor(IMarket market) => new(market, null);

    public static async Task<Person> SignIn(IMarket market, string role, string organisation, int nth = 0)
    {
        var account = (await market.Accounts()).Where(a => a.Roles.Contains(role) && a.Organisation.StartsWith(organisation, StringComparison.Ordinal)).ElementAt(nth);
        var person = new Person(market, account);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var session = await person.Do(HttpMethod.Post, "/api/identity/session", new { email = account.Email, password = account.Password });
                person.client.DefaultRequestHeaders.Add("X-Anti-Forgery", session.Text("antiForgeryToken"));
                person.OrganisationId = session.In("organisation").Id("id");
                person.Id = session.In("person").Id("id");
                return person;
            }
            catch (LostAnswerException) when (attempt < 10)
            {
                await market.Ready();
            }
        }
    }

    /// <summary>Sends it once and gives whatever comes back.</summary>
    public async Task<Answer> Try(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: Json.Options);
        return await Send(request);
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        var name = $"{request.Method} {request.RequestUri} by {Account?.Email ?? "nobody"}";
        try
        {
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout && !text.Contains("printing-unavailable", StringComparison.Ordinal))
                throw new LostAnswerException(name);
            var json = response.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.Ordinal) && text.Length > 0;
            return new Answer((int)response.StatusCode, json ? JsonElement.Parse(text) : JsonSerializer.SerializeToElement(text), name);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            throw new LostAnswerException(name, e);
        }
    }

    /// <summary>A command that must succeed.</summary>
    public async Task<JsonElement> Do(HttpMethod method, string path, object? body = null) => (await Try(method, path, body)).Succeeded();

    public Task<JsonElement> Post(string path, object? body = null) => Do(HttpMethod.Post, path, body);

    public Task<JsonElement> Put(string path, object body) => Do(HttpMethod.Put, path, body);

    /// <summary>Reads; when the market is away, waits until it is back and reads again.</summary>
    public async Task<JsonElement> Get(string path) => (await Read(path)).Succeeded();

    /// <summary>Null where there is nothing (yet), or nothing for this person.</summary>
    public async Task<JsonElement?> Find(string path)
    {
        var answer = await Read(path);
        return answer.Status is 404 or 403 ? null : answer.Succeeded();
    }

    public async Task<byte[]> Download(string path, string contentType)
    {
        try
        {
            return await Fetch(path, contentType);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            throw new LostAnswerException($"GET {path} by {Account?.Email ?? "nobody"}", e);
        }
    }

    /// <summary>The same person with a browser that does not send the anti-forgery header.</summary>
    public void ForgetAntiForgery() => client.DefaultRequestHeaders.Remove("X-Anti-Forgery");

    public void Dispose() => client.Dispose();

    private async Task<Answer> Read(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Try(HttpMethod.Get, path);
            }
            catch (LostAnswerException) when (attempt < 60)
            {
                await market.Ready();
            }
        }
    }

    private async Task<byte[]> Fetch(string path, string contentType)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(bytes)}");
        response.Content.Headers.ContentType?.MediaType.ShouldBe(contentType);
        return bytes;
    }
}
