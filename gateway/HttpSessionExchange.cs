using System.Collections.Concurrent;
using System.IdentityModel.Tokens.Jwt;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using TechMarket.Platform.Security;

namespace TechMarket.Gateway;

/// <summary>Asks the Identity service for a ticket and keeps it a few seconds, so that a signed-out session ends soon everywhere.</summary>
sealed class HttpSessionExchange(HttpClient client, IConfiguration configuration, TimeProvider clock) : ISessionExchange
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentDictionary<string, (DateTimeOffset Until, SessionTicket? Ticket)> Known = new(StringComparer.Ordinal);

    public async ValueTask<SessionTicket?> Exchange(string sessionSecret, CancellationToken ct)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionSecret)));
        var now = clock.GetUtcNow();
        if (Known.TryGetValue(key, out var kept) && kept.Until > now) return kept.Ticket;
        if (Known.Count > 50_000) Known.Clear();
        var ticket = await Ask(sessionSecret, ct);
        Known[key] = (now + Keep, ticket);
        return ticket;
    }

    private async Task<SessionTicket?> Ask(string sessionSecret, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(configuration["Services:identity"]!), "/internal/identity/session-ticket"));
        request.Headers.Add("X-Gateway-Secret", configuration["Gateway:Secret"]);
        request.Content = JsonContent.Create(new { sessionSecret });
        using var answer = await client.SendAsync(request, ct);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized) return null;
        answer.EnsureSuccessStatusCode();
        var issued = await answer.Content.ReadFromJsonAsync<Issued>(ct) ?? throw new InvalidOperationException("Identity answered without a ticket.");
        return new SessionTicket([.. new JwtSecurityTokenHandler { MapInboundClaims = false }.ReadJwtToken(issued.AccessToken).Claims], issued.AccessToken, issued.ExpiresAt);
    }

    private sealed record Issued(string AccessToken, DateTimeOffset ExpiresAt);
}
