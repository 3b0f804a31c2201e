using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TechMarket.Identity.Tokens;

/// <summary>Short-lived ES256 tokens that any service can check with the published keys.</summary>
sealed class TokenIssuer(KeyRing ring, IOptions<IdentityOptions> options, IHttpContextAccessor http, TimeProvider clock)
{
    public const string Audience = "techmarket";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>The configured authority, else the address the request came to.</summary>
    public string Issuer => options.Value.Authority is { Length: > 0 } authority ? authority.TrimEnd('/')
        : http.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}"
        : throw new InvalidOperationException("Set Identity:Authority.");

    public Task<(string Token, DateTimeOffset ExpiresAt)> Issue(IEnumerable<Claim> claims, CancellationToken ct) => Issue(claims, Audience, ct);

    /// <summary>A token with an id of its own (<c>jti</c>) for one audience.</summary>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> Issue(IEnumerable<Claim> claims, string audience, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var expiresAt = now + Life;
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            Subject = new ClaimsIdentity(claims.Append(new Claim(JwtRegisteredClaimNames.Jti, Guid.CreateVersion7().ToString()))),
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            SigningCredentials = await ring.Signer(ct),
        });
        return (token, expiresAt);
    }
}
