using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Gateway;

/// <summary>
/// Exchanges the browser's session cookie for a caller: in process by setting the user, towards other processes by a bearer token.
/// A request that changes something must repeat the session's anti-forgery token in a header.
/// </summary>
sealed class SessionCookie(RequestDelegate next, ISessionExchange exchange)
{
    internal static readonly object TokenKey = new();

    public async Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (request.Cookies[BrowserSession.Cookie] is { Length: > 0 } secret && !request.Headers.ContainsKey("Authorization"))
        {
            if (await exchange.Exchange(secret, context.RequestAborted) is { } ticket)
            {
                if (!Safe(request.Method)) RequireAntiForgery(request, secret);
                context.User = new ClaimsPrincipal(new ClaimsIdentity(ticket.Claims, "session", MarketClaims.PersonName, MarketClaims.Role));
                context.Items[TokenKey] = ticket.AccessToken;
            }
        }
        else if (!Safe(request.Method) && request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site and not ("same-origin" or "none"))
        {
            // Nobody is signed in, but another site's page must not sign its visitor in or up here.
            throw PlatformProblems.AntiForgery.Now();
        }
        await next(context);
    }

    private static bool Safe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static void RequireAntiForgery(HttpRequest request, string secret)
    {
        var sent = Encoding.ASCII.GetBytes(request.Headers[BrowserSession.AntiForgeryHeader].ToString());
        var expected = Encoding.ASCII.GetBytes(BrowserSession.AntiForgeryToken(secret));
        if (!CryptographicOperations.FixedTimeEquals(sent, expected)) throw PlatformProblems.AntiForgery.Now();
    }
}
