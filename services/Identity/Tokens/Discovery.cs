using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace TechMarket.Identity.Tokens;

/// <summary>Where other programs find the issuer, its keys and its token address (OpenID Connect Discovery, RFC 7517).</summary>
static class Discovery
{
    public sealed record Configuration(
        [property: JsonPropertyName("issuer")] string Issuer,
        [property: JsonPropertyName("jwks_uri")] string JwksUri,
        [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
        [property: JsonPropertyName("grant_types_supported")] IReadOnlyList<string> GrantTypes,
        [property: JsonPropertyName("token_endpoint_auth_methods_supported")] IReadOnlyList<string> AuthMethods,
        [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
        [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes,
        [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> Algorithms);

    public sealed record Jwk(
        [property: JsonPropertyName("kty")] string Kty,
        [property: JsonPropertyName("use")] string Use,
        [property: JsonPropertyName("alg")] string Alg,
        [property: JsonPropertyName("crv")] string Crv,
        [property: JsonPropertyName("kid")] string Kid,
        [property: JsonPropertyName("x")] string X,
        [property: JsonPropertyName("y")] string Y);

    public sealed record KeySet([property: JsonPropertyName("keys")] IReadOnlyList<Jwk> Keys);

    public static Ok<Configuration> Document(TokenIssuer tokens) => TypedResults.Ok(new Configuration(
        tokens.Issuer, tokens.Issuer + "/.well-known/jwks.json", tokens.Issuer + "/oauth/token", ["client_credentials"],
        ["client_secret_basic", "client_secret_post"], ["token"], ["public"], ["ES256"]));

    public static async Task<Ok<KeySet>> Keys(KeyRing ring, CancellationToken ct) => TypedResults.Ok(new KeySet(
        [.. (await ring.Published(ct)).Select(k => new Jwk("EC", "sig", "ES256", "P-256", k.Id, k.X, k.Y))]));
}
