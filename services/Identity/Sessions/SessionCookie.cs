using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>
/// The one thing the browser holds. Scripts cannot read it and other sites cannot send it with a change; a link in a mail still
/// finds its reader signed in, therefore Lax. It ends with the browser, the session with its own times.
/// </summary>
static class SessionCookie
{
    public static string? Read(HttpContext context) => context.Request.Cookies[BrowserSession.Cookie];

    public static void Write(HttpContext context, string secret) => context.Response.Cookies.Append(BrowserSession.Cookie, secret, Flags(context));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(BrowserSession.Cookie, Flags(context));

    private static CookieOptions Flags(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        // Behind a gateway the request itself is plain; whoever forges this header only makes their own cookie stricter.
        Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase),
        Path = "/",
        IsEssential = true,
    };
}
