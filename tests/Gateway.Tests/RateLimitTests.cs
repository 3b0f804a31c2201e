using System.Net;

namespace TechMarket.Gateway.Tests;

public sealed class RateLimitTests : IAsyncLifetime
{
    private readonly FrontApp app = new(new Dictionary<string, string?>(StringComparer.Ordinal) { ["RateLimits:SignInPerMinute"] = "5" });

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Signing_in_is_scarce_and_says_when_to_come_back()
    {
        using var client = app.Client();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 12; i++) answers.Add(await client.PostAsync("/api/identity/session", null));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBeInRange(5, 10);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync()).ShouldContain("platform/too-many-requests");
        (await client.GetAsync("/api/market")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
