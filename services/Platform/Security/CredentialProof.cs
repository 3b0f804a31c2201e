using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TechMarket.Platform.Security;

/// <summary>
/// A proof that a person re-entered the credential a moment ago, for one purpose: a short-lived ES256 token that the
/// service which keeps the passwords issues and every other service can check by itself.
/// </summary>
/// <remarks>Issuer and keys are the market's own; audience <see cref="Audience"/>, <c>sub</c> the person, <c>jti</c> an id, <see cref="PurposeClaim"/> the purpose.</remarks>
public static class CredentialProof
{
    public const string Audience = "techmarket-proof";
    public const string PurposeClaim = "purpose";

    /// <summary>Older proofs are refused, whatever their own expiry says.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>What a signature under a document is proven for: this very text and no other.</summary>
    public static string ToSign(string documentSha256) => "sign:" + documentSha256;

    /// <summary>Lets a service check proofs. The keys come from the authority's address unless the process registers its own <see cref="IProofKeys"/>.</summary>
    public static void AddCredentialProofs(this IServiceCollection services)
    {
        services.TryAddSingleton<IProofKeys, AuthorityProofKeys>();
        services.TryAddSingleton<ICredentialProofs, CredentialProofs>();
    }
}

/// <summary>A proof that was found good.</summary>
/// <param name="Id">Its own id (<c>jti</c>): a proof is good for one use, and the user of it remembers the id.</param>
public sealed record AcceptedProof(string Id, DateTimeOffset IssuedAt);

/// <summary>Checks proofs of a re-entered credential.</summary>
public interface ICredentialProofs
{
    /// <returns>Null when the proof is forged, expired, another person's, or given for another purpose.</returns>
    Task<AcceptedProof?> Accept(string proof, Guid personId, string purpose, CancellationToken ct);
}

/// <summary>Who issues proofs and the public keys that verify them: in process where that service runs, else over HTTP.</summary>
public interface IProofKeys
{
    Task<ProofKeySet> Current(CancellationToken ct);
}

/// <param name="Issuer">The <c>iss</c> of the market's tokens.</param>
/// <param name="Keys">Every key that is published, also one that is not used yet or not used any more.</param>
public sealed record ProofKeySet(string Issuer, IReadOnlyCollection<SecurityKey> Keys);

/// <summary>Verifies the token's signature and every claim of it.</summary>
public sealed class CredentialProofs(IProofKeys keys, TimeProvider clock) : ICredentialProofs
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private readonly JsonWebTokenHandler tokens = new() { MapInboundClaims = false };

    public async Task<AcceptedProof?> Accept(string proof, Guid personId, string purpose, CancellationToken ct)
    {
        var (issuer, published) = await keys.Current(ct);
        var checkedToken = await tokens.ValidateTokenAsync(proof, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = CredentialProof.Audience,
            IssuerSigningKeys = published,
            ValidAlgorithms = ["ES256"],
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => Fresh(from, until),
        });
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken { Id.Length: > 0 } token) return null;
        var issuedAt = new DateTimeOffset(token.IssuedAt, TimeSpan.Zero);
        var mine = token.Subject == personId.ToString() && token.TryGetPayloadValue<string>(CredentialProof.PurposeClaim, out var given) && given == purpose;
        var age = clock.GetUtcNow() - issuedAt;
        return mine && age <= CredentialProof.Lifetime + Skew && age >= -Skew ? new AcceptedProof(token.Id, issuedAt) : null;
    }

    private bool Fresh(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || now >= start - Skew);
    }
}

/// <summary>Reads issuer and keys from the authority's discovery document and key set, and keeps them.</summary>
sealed class AuthorityProofKeys(IConfiguration configuration) : IProofKeys
{
    private readonly Lazy<ConfigurationManager<OpenIdConnectConfiguration>> discovery = new(() =>
    {
        var authority = configuration["Identity:Authority"] ?? throw new InvalidOperationException("Set Identity:Authority to the address that issues the market's tokens.");
        return new ConfigurationManager<OpenIdConnectConfiguration>(
            authority.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false })
        {
            // Keys are published well before they sign, so reading them this often never misses one.
            AutomaticRefreshInterval = TimeSpan.FromMinutes(10),
        };
    });

    public async Task<ProofKeySet> Current(CancellationToken ct)
    {
        var found = await discovery.Value.GetConfigurationAsync(ct);
        return new ProofKeySet(found.Issuer, [.. found.SigningKeys]);
    }
}
