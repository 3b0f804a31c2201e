using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace TechMarket.Platform.Security;

/// <summary>What a browser session is worth right now.</summary>
/// <param name="AccessToken">A short-lived ES256 token for services in other processes.</param>
public sealed record SessionTicket(IReadOnlyList<Claim> Claims, string AccessToken, DateTimeOffset ExpiresAt);

/// <summary>Turns the session cookie's secret into a ticket: in process in the standalone host, over HTTP in a gateway of its own.</summary>
public interface ISessionExchange
{
    /// <returns>Null when the session is unknown, ended or expired.</returns>
    ValueTask<SessionTicket?> Exchange(string sessionSecret, CancellationToken ct);
}

/// <summary>Names and rules of the browser's session, shared by the service that makes it and the gateway that reads it.</summary>
public static class BrowserSession
{
    public const string Cookie = "techmarket-session";
    public const string AntiForgeryHeader = "X-Anti-Forgery";

    /// <summary>The value unsafe requests repeat in <see cref="AntiForgeryHeader"/>: derived from the secret, so nothing has to be stored.</summary>
    public static string AntiForgeryToken(string sessionSecret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(sessionSecret), "anti-forgery"u8));
}
