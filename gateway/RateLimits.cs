using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Gateway;

/// <summary>
/// Requests per caller and kind of route. Sign-in and sign-up are scarce, changes are for people, reading is plenty.
/// Settings: <c>RateLimits:SignInPerMinute</c>, <c>RateLimits:ChangesPerMinute</c>, <c>RateLimits:ReadsPerMinute</c>.
/// </summary>
static class RateLimits
{
    private static readonly string[] SignInPaths = ["/api/identity/session", "/api/identity/people", "/api/identity/credential-proofs", "/api/identity/password-resets", "/oauth/token"];

    public static void Add(WebApplicationBuilder builder)
    {
        var signIn = builder.Configuration.GetValue("RateLimits:SignInPerMinute", 120);
        var changes = builder.Configuration.GetValue("RateLimits:ChangesPerMinute", 1200);
        var reads = builder.Configuration.GetValue("RateLimits:ReadsPerMinute", 60_000);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = PlatformProblems.TooMany.Status;
            limiter.OnRejected = static (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                    rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            {
                var path = context.Request.Path;
                if (!path.StartsWithSegments("/api") && !path.StartsWithSegments("/oauth")) return RateLimitPartition.GetNoLimiter("files");
                var reading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
                var (kind, permits) = !reading && SignInPaths.Any(p => path.StartsWithSegments(p)) ? ("sign-in", signIn) : reading ? ("read", reads) : ("change", changes);
                return RateLimitPartition.GetTokenBucketLimiter($"{kind}:{CallerKey(context, kind)}", _ => Bucket(permits));
            });
        });
    }

    private static string CallerKey(HttpContext context, string kind) =>
        (kind == "sign-in" ? null : context.User.FindFirst(MarketClaims.Person)?.Value)
        ?? context.Features.Get<IHttpConnectionFeature>()?.RemoteIpAddress?.ToString() ?? "unknown";

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };
}
